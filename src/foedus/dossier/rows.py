"""Rows of views for the pages: a view asked for the subject's alliance, as dictionaries or as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from foedus.dossier.page import Subject, Table
from foedus.verbs.ask import ask

Row = dict[str, Any]


def asked(view: str, **given: str) -> list[Row]:
    """The rows of a view."""
    answer = ask(view, given)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def for_alliance(view: str, subject: Subject) -> list[Row]:
    """The rows of a view that takes an alliance."""
    return asked(view, alliance=subject.alliance)


def shown(id: str, caption: str, rows: Sequence[Row], columns: dict[str, str], folded: bool = False) -> Table:
    """A table of some columns of the rows; `columns` maps each to its heading."""
    cells = tuple(tuple(row[column] for column in columns) for row in rows)
    return Table(id, caption, tuple(columns.values()), cells, folded)

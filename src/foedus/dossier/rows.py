"""Rows of views for the pages: a view asked for the subject's alliance, as dictionaries or as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from foedus.dossier.page import Subject, Table
from foedus.verbs.ask import ask, views

Row = dict[str, Any]
_DATED = {v.name for v in views() if any(p.name == "on" for p in v.parameters)}


def asked(view: str, **given: str) -> list[Row]:
    """The rows of a view."""
    answer = ask(view, given)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def for_alliance(view: str, subject: Subject) -> list[Row]:
    """The rows of a view that takes an alliance, as of the dossier's day where the view takes a day."""
    dated = {"on": str(subject.on)} if view in _DATED else {}
    return asked(view, alliance=subject.alliance, **dated)


def shown(
    id: str, caption: str, rows: Sequence[Row], columns: dict[str, str], folded: bool = False, anchor: str = ""
) -> Table:
    """A table of some columns of the rows; `columns` maps each to its heading."""
    cells = tuple(tuple(row[column] for column in columns) for row in rows)
    return Table(id, caption, tuple(columns.values()), cells, folded, anchor)

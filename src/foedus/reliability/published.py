"""Published numbers beside the ones computed from the same files: published.toml says which and how."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from foedus.datasets.load import load
from foedus.nouns import Noun

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

KEPT = {"all-members": "honorllm = 1", "any-ally": "sabroskyhonorllm = 1"}
"""By which column each rule counts a promise as kept; it came due where `dnaLLM` is not 1."""


class CountLine(Noun, frozen=True, kw_only=True):
    """One count: the published number (None where it only explains another) and the SQL that counts it."""

    what: str
    count: str
    published: int | None = None


class RateLine(Noun, frozen=True, kw_only=True):
    """One rate: what is published (kept/due, percent; empty where nothing is), which rows, under which rule."""

    what: str
    where: str
    rule: str = "all-members"
    published: str = ""
    percent: str = ""


class Counts(Noun, frozen=True, kw_only=True):
    """The counts of a data set, who published them, and SQL to run before."""

    source: str
    prepare: str
    lines: tuple[CountLine, ...]


class Rates(Noun, frozen=True, kw_only=True):
    """The rates of a study, and where they are published."""

    source: str
    lines: tuple[RateLine, ...]


class Published(Noun, frozen=True, kw_only=True):
    """All of published.toml."""

    atop: Counts
    bf2018: Rates


@cache
def published() -> Published:
    """The published numbers."""
    return msgspec.toml.decode(Path(__file__).with_suffix(".toml").read_bytes(), type=Published)


def counted(connection: DuckDBPyConnection, path: Path | str) -> list[tuple[CountLine, int]]:
    """Each count of ATOP beside what its files hold."""
    load(connection, "atop", path, ["atop_alliances", "atop_members", "atop_state_years"])
    connection.execute(published().atop.prepare)
    return [(line, _number(connection, line.count)) for line in published().atop.lines]


def kept_of_due(connection: DuckDBPyConnection, path: Path | str) -> list[tuple[RateLine, int, int]]:
    """Each rate of Berkemeier and Fuhrmann with kept and due counted in their file."""
    load(connection, "bf2018", path)
    due = "dnallm IS DISTINCT FROM 1"
    return [
        (
            line,
            _number(connection, f"SELECT count(*) FROM bf2018 WHERE {due} AND ({line.where}) AND {KEPT[line.rule]}"),
            _number(connection, f"SELECT count(*) FROM bf2018 WHERE {due} AND ({line.where})"),
        )
        for line in published().bf2018.lines
    ]


def _number(connection: DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    return int(row[0]) if row else 0

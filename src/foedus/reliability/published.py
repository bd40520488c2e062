"""Published numbers beside the ones computed from the same files: published.toml says which and how."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from foedus.datasets.load import load
from foedus.nouns import FoedusError, Noun

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


YES_OR_NO = [
    "sample",
    "multilateral",
    "defense",
    "offense",
    "neutral",
    "nonagg",
    "consul",
    "dnallm",
    "honorllm",
    "sabroskyhonorllm",
]
"""The columns that are 0 or 1, where they are coded."""


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
    _sound(connection, path)
    due = "dnallm IS DISTINCT FROM 1"
    return [
        (
            line,
            _number(connection, f"SELECT count(*) FROM bf2018 WHERE {due} AND ({line.where}) AND {KEPT[line.rule]}"),
            _number(connection, f"SELECT count(*) FROM bf2018 WHERE {due} AND ({line.where})"),
        )
        for line in published().bf2018.lines
    ]


def _sound(connection: DuckDBPyConnection, path: Path | str) -> None:
    """FoedusError for a code other than 0 and 1, and for a war and alliance that stand twice."""
    for column in YES_OR_NO:
        sql = f"SELECT line, {column} FROM bf2018 WHERE {column} NOT IN (0, 1) ORDER BY line LIMIT 1"
        for line, value in connection.execute(sql).fetchall():
            raise FoedusError(f"{path}, row {line}: {column} is {value:g}, and it can be 0 or 1")
    sql = """SELECT warid, cowwarid, atopid, list(line ORDER BY line) FROM bf2018
        WHERE warid IS NOT NULL OR cowwarid IS NOT NULL GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL LIMIT 1"""
    for war, _, alliance, lines in connection.execute(sql).fetchall():
        raise FoedusError(f"{path}: war {war:g} and alliance {alliance:g} stand in rows {', '.join(map(str, lines))}")


def left_open(connection: DuckDBPyConnection) -> list[str]:
    """What the loaded file does not code, and how the published rule counts it."""
    cases = {
        "dnaLLM is missing: counted as due": "dnallm IS NULL",
        "honorLLM is missing of a promise that came due: counted as not kept": "honorllm IS NULL AND dnallm = 0",
        "sample is missing: in neither period": "sample IS NULL",
    }
    found = {words: _number(connection, f"SELECT count(*) FROM bf2018 WHERE {sql}") for words, sql in cases.items()}
    return [f"in {number} rows {words}" for words, number in found.items() if number]


def _number(connection: DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    return int(row[0]) if row else 0

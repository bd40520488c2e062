"""Published numbers again, from the files they were counted in: equal or not, line by line."""

from __future__ import annotations

from pathlib import Path

import msgspec

from foedus.nouns import Noun
from foedus.reliability.published import counted, kept_of_due, left_open, published
from foedus.verbs import opened


class CountRow(Noun, frozen=True, kw_only=True):
    """One published count beside ours; both `published` and `equal` are null for a line that explains another."""

    what: str
    published: int | None
    computed: int
    equal: bool | None


class CountsAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `foedus replicate atop-counts`."""

    source: str
    rows: tuple[CountRow, ...]
    equal: bool


class RateRow(Noun, frozen=True, kw_only=True):
    """One published rate beside ours, both as kept/due; `equal` is null where nothing is published.

    `published_percent` is as printed there, with the decimals it has there.
    """

    what: str
    rule: str
    published: str
    published_percent: str
    kept_due: str = msgspec.field(name="kept/due")
    percent: float | None
    equal: bool | None


class RatesAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `foedus replicate bf2018`; `notes` tell what the file does not code, and how it is counted."""

    source: str
    rows: tuple[RateRow, ...]
    equal: bool
    notes: tuple[str, ...] = ()


def replicate_atop_counts(path: Path | str | None = None) -> CountsAnswer:
    """ATOP's counts from the folder with its files (else the one that foedus.toml names)."""
    import duckdb

    rows = tuple(
        CountRow(what=line.what, published=line.published, computed=number, equal=_equal(line.published, number))
        for line, number in counted(duckdb.connect(), opened.data("atop", path))
    )
    return CountsAnswer(source=published().atop.source, rows=rows, equal=all(row.equal is not False for row in rows))


def replicate_bf2018(path: Path | str) -> RatesAnswer:
    """Berkemeier and Fuhrmann's rates from their Stata file."""
    import duckdb

    connection = duckdb.connect()
    rows = tuple(
        RateRow(
            what=line.what,
            rule=line.rule,
            published=line.published,
            published_percent=line.percent,
            kept_due=f"{kept}/{due}",
            percent=round(100 * kept / due, 2) if due else None,
            equal=line.published == f"{kept}/{due}" if line.published else None,
        )
        for line, kept, due in kept_of_due(connection, path)
    )
    return RatesAnswer(
        source=published().bf2018.source,
        rows=rows,
        equal=all(row.equal is not False for row in rows),
        notes=tuple(left_open(connection)),
    )


def _equal(published: int | None, computed: int) -> bool | None:
    return None if published is None else published == computed

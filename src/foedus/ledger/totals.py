"""Totals of a ledger by alliance, article and decade. Unknowns are counted beside the rest, never left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from foedus.nouns import Entry, Noun


class Count(Noun, frozen=True, kw_only=True):
    """How many entries, in how many crises, how many owed, not owed and unknown, and the verdicts."""

    entries: int
    crises: int
    owed: int
    not_owed: int
    unknown: int
    verdicts: dict[str, int]


class Totals(Noun, frozen=True, kw_only=True):
    """All counts. An entry is a directed pair under one reading: one crisis may make many."""

    all: Count
    by_alliance: dict[str, Count]
    by_article: dict[str, Count]
    by_decade: dict[str, Count]


def totals(entries: Iterable[Entry]) -> Totals:
    """Count the entries each way."""
    rows = tuple(entries)
    return Totals(
        all=count(rows),
        by_alliance=_by(rows, lambda entry: entry.alliance),
        by_article=_by(rows, lambda entry: f"{entry.alliance} {entry.article}"),
        by_decade=_by(rows, lambda entry: f"{entry.on[:3]}0s" if entry.on else "unknown"),
    )


def count(rows: Iterable[Entry]) -> Count:
    """One count over the entries."""
    rows = tuple(rows)
    owed = Counter(row.owed for row in rows)
    return Count(
        entries=len(rows),
        crises=len({row.crisis for row in rows}),
        owed=owed[True],
        not_owed=owed[False],
        unknown=owed[None],
        verdicts=dict(sorted(Counter(row.verdict for row in rows).items())),
    )


def _by(rows: tuple[Entry, ...], key: Callable[[Entry], str]) -> dict[str, Count]:
    groups: dict[str, list[Entry]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {name: count(groups[name]) for name in sorted(groups)}

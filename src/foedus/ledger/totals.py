"""Totals of a ledger by alliance, article and decade. Unknowns are counted beside the rest, never left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Set

from foedus.nouns import Entry, Noun
from foedus.when import Known

DIFFERS = "told_differently"
"""In the place of a verdict: the accounts of the crisis give the same duty different ones."""


class Distinct(Noun, frozen=True, kw_only=True):
    """Each duty once, however many accounts of its crisis there are: crisis, article, kind, debtor, creditor.

    `differ`: owed by one account, not or not known by another. `verdicts` add up to `duties`; where the accounts do not
    agree it is `told_differently`. That an outsider is owed nothing is no duty.
    """

    duties: int
    owed: int
    not_owed: int
    unknown: int
    differ: int
    verdicts: dict[str, int]


class Count(Noun, frozen=True, kw_only=True):
    """How many entries, in how many crises, how many owed, not owed and unknown, and the verdicts.

    These count a duty once for each account of its crisis; `distinct` counts it once.
    """

    distinct: Distinct
    entries: int
    crises: int
    owed: int
    not_owed: int
    unknown: int
    verdicts: dict[str, int]


class Totals(Noun, frozen=True, kw_only=True):
    """All counts. An entry is a directed pair under one reading: one crisis may make many. Quote `distinct`."""

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
        distinct=_distinct(rows),
        entries=len(rows),
        crises=len({row.crisis for row in rows}),
        owed=owed[True],
        not_owed=owed[False],
        unknown=owed[None],
        verdicts=dict(sorted(Counter(row.verdict for row in rows).items())),
    )


def _distinct(rows: tuple[Entry, ...]) -> Distinct:
    told: dict[tuple[str | None, ...], set[Entry]] = {}
    for row in rows:
        if row.debtor is not None:
            told.setdefault((row.crisis, row.alliance, row.article, row.kind, row.debtor, row.creditor), set()).add(row)
    owed = Counter(_agreed({row.owed for row in same}) for same in told.values())
    verdicts = Counter(_agreed({row.verdict for row in same}) for same in told.values())
    return Distinct(
        duties=len(told),
        owed=owed[True],
        not_owed=owed[False],
        unknown=owed[None],
        differ=owed[DIFFERS],
        verdicts=dict(sorted((str(word), n) for word, n in verdicts.items())),
    )


def _agreed(answers: Set[Known | str]) -> Known | str:
    """What all accounts say, or that they differ."""
    return next(iter(answers)) if len(answers) == 1 else DIFFERS


def _by(rows: tuple[Entry, ...], key: Callable[[Entry], str]) -> dict[str, Count]:
    groups: dict[str, list[Entry]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {name: count(groups[name]) for name in sorted(groups)}

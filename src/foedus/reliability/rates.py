"""Rates: how many of the promises that came due were kept, by slice, with an interval, and under each reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import sqrt

import msgspec

from foedus.nouns import Noun
from foedus.reliability.call import Call
from foedus.reliability.pairs import Pair
from foedus.reliability.rules import Rule, Verdict
from foedus.when import Known

SMALL = 10
"""Fewer cases than this are marked: their rate says little."""

CAVEAT = (
    "These rates are conditional on a challenge: a promise is counted only where a war called on it. "
    "Pacts that were thought unreliable are challenged more often, so the rates say less of pacts that nobody tested."
)

READINGS: dict[str, Callable[[Call], Known]] = {
    "presumed": lambda call: call.presumed,
    "decided by the codes alone": lambda call: call.owed,
    "all unknown counted as due": lambda call: call.owed is not False,
}
"""What counts as due: with our presumptions, and the two bounds."""


class Rate(Noun, frozen=True, kw_only=True):
    """One rate: `kept` of `due` units of a rule, in a slice, under a reading; `low` and `high` hold 95 % (Wilson)."""

    rule: str
    unit: str
    reading: str
    slice: str
    value: str
    kept: int
    due: int
    share: float | None
    low: float | None
    high: float | None
    small: bool


Slicer = Callable[[Pair, Verdict], Iterable[str]]


def rates(pairs: Sequence[Pair], rules: Iterable[Rule], slices: dict[str, Slicer]) -> tuple[Rate, ...]:
    """Every rule over all pairs and by each slice, under each reading."""
    found = []
    for reading, holds in READINGS.items():
        read = pairs if reading == "presumed" else [_read(pair, holds) for pair in pairs]
        for rule in rules:
            judged = [(pair, verdict) for pair in read for verdict in rule.judge(pair) if verdict.due]
            found.append(rate(rule, reading, ("all", "all"), [v for _, v in judged]))
            for name, slicer in slices.items():
                found += _sliced(rule, reading, (name, slicer), judged)
    return tuple(found)


def _read(pair: Pair, holds: Callable[[Call], Known]) -> Pair:
    calls = tuple(msgspec.structs.replace(call, presumed=holds(call)) for call in pair.calls)
    return msgspec.structs.replace(pair, calls=calls)


def _sliced(rule: Rule, reading: str, part: tuple[str, Slicer], judged: list[tuple[Pair, Verdict]]) -> Iterator[Rate]:
    name, slicer = part
    groups: dict[str, list[Verdict]] = {}
    for pair, verdict in judged:
        for value in slicer(pair, verdict):
            groups.setdefault(value, []).append(verdict)
    yield from (rate(rule, reading, (name, value), groups[value]) for value in sorted(groups))


def rate(rule: Rule, reading: str, part: tuple[str, str], verdicts: Sequence[Verdict]) -> Rate:
    """The rate of some verdicts that came due."""
    due, kept = len(verdicts), sum(verdict.kept is True for verdict in verdicts)
    low, high = wilson(kept, due)
    return Rate(
        rule=rule.name,
        unit=rule.unit,
        reading=reading,
        slice=part[0],
        value=part[1],
        kept=kept,
        due=due,
        share=kept / due if due else None,
        low=low,
        high=high,
        small=due < SMALL,
    )


def wilson(kept: int, due: int, z: float = 1.959964) -> tuple[float | None, float | None]:
    """The Wilson interval of a share (Wilson 1927, Journal of the American Statistical Association 22)."""
    if not due:
        return None, None
    share, square = kept / due, z * z
    middle = (share + square / (2 * due)) / (1 + square / due)
    half = z / (1 + square / due) * sqrt(share * (1 - share) / due + square / (4 * due * due))
    return max(0.0, middle - half), min(1.0, middle + half)

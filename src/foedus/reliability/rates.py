"""Rates: how many of the promises that came due were kept, by slice, with an interval and the bounds of the codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from foedus.nouns import Noun
from foedus.reliability.bounds import Slicer, least, most, outcomes, readings
from foedus.reliability.pairs import Pair
from foedus.reliability.rules import Rule, Verdict
from foedus.when import Known

SMALL = 10
"""Fewer cases than this are marked: their rate says little."""

CAVEAT = (
    "These rates are conditional on a challenge: a promise is counted only where a war called on it. "
    "Pacts that were thought unreliable are challenged more often, so the rates say less of pacts that nobody tested."
)

NO_SLICE: dict[str, Slicer] = {"all": lambda pair, verdict: ("all",)}


class Rate(Noun, frozen=True, kw_only=True):
    """One rate: `kept` of `due` units of a rule in a slice, under our presumptions; `low` and `high` hold 95 % (Wilson).

    `least` and `most` are the smallest and the largest share that the codes allow, each of the `open` units, which they
    do not decide, taken by itself as not due, kept or not kept.
    """

    rule: str
    unit: str
    slice: str
    value: str
    kept: int
    due: int
    share: float | None
    low: float | None
    high: float | None
    least: float | None
    most: float | None
    open: int
    small: bool


def rates(pairs: Sequence[Pair], rules: Iterable[Rule], slices: dict[str, Slicer]) -> tuple[Rate, ...]:
    """Every rule over all pairs and by each slice, with the bounds that the codes set."""
    parts = NO_SLICE | slices
    read = [readings(pair, slices) for pair in pairs]
    return tuple(rate for rule in rules for rate in _by_slice(rule, pairs, read, parts))


def _by_slice(rule: Rule, pairs: Sequence[Pair], read: Sequence[list[Pair]], parts: dict[str, Slicer]) -> Iterator[Rate]:
    presumed: dict[tuple[str, str], list[Verdict]] = {}
    possible: dict[tuple[str, str], list[set[Known]]] = {}
    for pair, ways in zip(pairs, read, strict=True):
        for verdict in (v for v in rule.judge(pair) if v.due):
            for name, slicer in parts.items():
                for value in slicer(pair, verdict):
                    presumed.setdefault((name, value), []).append(verdict)
        for (name, value, _), known in outcomes(rule, ways, parts).items():
            possible.setdefault((name, value), []).append(known)
    order = list(parts)
    for part in sorted(possible, key=lambda part: (order.index(part[0]), part[1])):
        yield rate(rule, part, presumed.get(part, []), possible[part])


def rate(rule: Rule, part: tuple[str, str], verdicts: Sequence[Verdict], possible: Sequence[set[Known]]) -> Rate:
    """The rate of some verdicts that came due, and its bounds by what is possible for each unit."""
    due, kept = len(verdicts), sum(verdict.kept is True for verdict in verdicts)
    low, high = wilson(kept, due)
    return Rate(
        rule=rule.name,
        unit=rule.unit,
        slice=part[0],
        value=part[1],
        kept=kept,
        due=due,
        share=kept / due if due else None,
        low=low,
        high=high,
        least=least(possible),
        most=most(possible),
        open=sum(len(known) > 1 for known in possible),
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

"""The least and the most that a rate can be: each unit that the codes leave open varied by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations

import msgspec

from foedus.reliability.call import Call
from foedus.reliability.pairs import Pair
from foedus.reliability.rules import Rule, Verdict
from foedus.when import Known

Slicer = Callable[[Pair, Verdict], Iterable[str]]
Unit = tuple[str, str, int | None]
"""A slice, its value, and the debtor where it is what the rule judges."""


def readings(pair: Pair, slices: dict[str, Slicer]) -> list[Pair]:
    """The pair under every way to decide what the codes leave open, as far as rules and slices can tell them apart.

    Open calls that were kept alike and whose debtor alone falls into the same slices go together: a rule asks which
    calls were kept, a slice what kinds of debtors were called on.
    """
    alike: dict[tuple[object, ...], list[Call]] = {}
    for call in pair.calls:
        if call.owed is None:
            alike.setdefault((call.kept, *_kind(pair, call, slices)), []).append(call)
    settled = [call for call in pair.calls if call.owed]
    groups = list(alike.values())
    chosen = chain.from_iterable(combinations(groups, size) for size in range(len(groups) + 1))
    return [_with(pair, [*settled, *chain.from_iterable(some)]) for some in chosen]


def _kind(pair: Pair, call: Call, slices: dict[str, Slicer]) -> Iterator[tuple[str, ...]]:
    alone, verdict = _with(pair, [call]), Verdict(due=True, kept=call.kept, reason="")
    yield from (tuple(slicer(alone, verdict)) for slicer in slices.values())


def _with(pair: Pair, due: Sequence[Call]) -> Pair:
    """The pair in which these calls came due, and no other."""
    chosen = {id(call) for call in due}
    calls = tuple(msgspec.structs.replace(call, presumed=id(call) in chosen) for call in pair.calls)
    return msgspec.structs.replace(pair, calls=calls)


def outcomes(rule: Rule, read: Sequence[Pair], slices: dict[str, Slicer]) -> dict[Unit, set[Known]]:
    """What each unit of a pair may have come to under its readings: kept, not kept, or (None) not due in that slice."""
    seen: dict[Unit, list[Known]] = {}
    for pair in read:
        for verdict in rule.judge(pair):
            if verdict.due:
                for unit in _units(pair, verdict, slices):
                    seen.setdefault(unit, []).append(verdict.kept is True)
    return {unit: {*found, *([] if len(found) == len(read) else [None])} for unit, found in seen.items()}


def _units(pair: Pair, verdict: Verdict, slices: dict[str, Slicer]) -> Iterator[Unit]:
    for name, slicer in slices.items():
        yield from ((name, value, verdict.who) for value in slicer(pair, verdict))


def least(units: Sequence[set[Known]]) -> float | None:
    """The smallest share kept: all that may be broken are, all that may be not due are not; None where none is due."""
    broken = sum(False in unit for unit in units)
    kept = sum(unit == {True} for unit in units)
    if broken + kept:
        return kept / (broken + kept)
    return 1.0 if any(True in unit for unit in units) else None


def most(units: Sequence[set[Known]]) -> float | None:
    """The largest share kept, the other way round."""
    mirrored = least([{None if known is None else not known for known in unit} for unit in units])
    return None if mirrored is None else 1 - mirrored

"""Why a verdict is what it is, in words that fit a cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedus.reliability.call import COUNTED, Call
from foedus.reliability.pairs import Pair
from foedus.reliability.rules import Verdict
from foedus.when import Known


def not_due(pair: Pair) -> Verdict:
    """Nothing came due: what failed, or what is open, or that there was nothing to fall due."""
    open_calls = [call for call in pair.calls if call.presumed is None]
    if open_calls:
        return Verdict(due=None, kept=None, reason=f"unknown: {_because(open_calls, None)}")
    if pair.calls:
        return Verdict(due=False, kept=None, reason=_because(pair.calls, False))
    kinds = {kind for pledge in pair.pledges for kind in pledge.kinds}
    if not kinds & set(COUNTED):
        return Verdict(due=False, kept=None, reason="only consultation is promised, which a list of wars does not show")
    if kinds <= {"nonaggression", "consultation"}:
        return Verdict(due=False, kept=None, reason="nonaggression, and no two members fought each other")
    return Verdict(due=False, kept=None, reason="no member that fought was owed anything while both were bound")


def told(pair: Pair, calls: Sequence[Call]) -> str:
    """What was owed and what was done, call by call; the same deed of many debtors is folded into one."""
    folded: dict[tuple[str, int, str], list[int]] = {}
    for call in calls:
        folded.setdefault((call.kind, call.creditor, call.did), []).append(call.debtor)
    return "; ".join(f"{kind} to {to}: {_states(by)} {did}" for (kind, to, did), by in folded.items())


def _states(states: Iterable[int]) -> str:
    numbers = sorted(set(states))
    shown = ", ".join(map(str, numbers[:6]))
    return shown if len(numbers) <= 6 else f"{shown} and {len(numbers) - 6} more"


def _because(calls: Sequence[Call], holds: Known) -> str:
    """The first reason that decides, of each kind of promise."""
    said: dict[str, str] = {}
    for call in calls:
        for reason in call.reasons:
            if reason.holds is holds:
                said.setdefault(f"{call.kind}: {reason.because}", reason.condition)
                break
    return "; ".join(list(said)[:3])

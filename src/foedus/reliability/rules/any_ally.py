"""An alliance kept its promises if at least one member that was called on did as promised (the lenient reading of
Sabrosky)."""

from foedus.reliability.pairs import Pair, called_on
from foedus.reliability.reasons import not_due, told
from foedus.reliability.rules import Verdict

UNIT = "alliance in a war"


def judge(pair: Pair) -> tuple[Verdict, ...]:
    """One verdict a pair."""
    called = called_on(pair)
    if not called:
        return (not_due(pair),)
    kept = [call for call in called if call.kept]
    return (Verdict(due=True, kept=bool(kept), reason=told(pair, kept or called)),)

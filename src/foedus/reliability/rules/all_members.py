"""An alliance kept its promises if every member that was called on did as promised (Leeds, Long and Mitchell 2000;
Berkemeier and Fuhrmann 2018)."""

from foedus.reliability.pairs import Pair, called_on
from foedus.reliability.reasons import not_due, told
from foedus.reliability.rules import Verdict

UNIT = "alliance in a war"


def judge(pair: Pair) -> tuple[Verdict, ...]:
    """One verdict a pair."""
    called = called_on(pair)
    if not called:
        return (not_due(pair),)
    broken = [call for call in called if not call.kept]
    return (Verdict(due=True, kept=not broken, reason=told(pair, broken or called)),)

"""Each member that was called on stands for itself: it kept its promises if it broke none in that war."""

from foedus.reliability.pairs import Pair, called_on
from foedus.reliability.reasons import told
from foedus.reliability.rules import Verdict

UNIT = "member in a war"


def judge(pair: Pair) -> tuple[Verdict, ...]:
    """One verdict for each member that was called on."""
    called = called_on(pair)
    verdicts = []
    for debtor in sorted({call.debtor for call in called}):
        own = [call for call in called if call.debtor == debtor]
        broken = [call for call in own if not call.kept]
        verdicts.append(Verdict(due=True, kept=not broken, reason=told(pair, broken or own), who=debtor))
    return tuple(verdicts)

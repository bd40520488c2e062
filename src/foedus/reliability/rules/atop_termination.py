"""An alliance that came due kept its promises unless ATOP's coders hold that a member ended it in breach during the war.

TERMMODE 3 (broken before its time) with TERMCAUS 6 (members fought each other), 7 (a war with others, promises not
fulfilled) or 8 (a provision violated), codebook p. 21-22. It asks no list of wars who fought.
"""

from foedus.datasets.atop import Pledge
from foedus.datasets.wars import War
from foedus.reliability.pairs import Pair, called_on
from foedus.reliability.reasons import not_due
from foedus.reliability.rules import Verdict

UNIT = "alliance in a war"


def judge(pair: Pair) -> tuple[Verdict, ...]:
    """One verdict a pair."""
    if not called_on(pair):
        return (not_due(pair),)
    ended = [pledge for pledge in pair.pledges if broken_in(pledge, pair.war)]
    if not ended:
        return (Verdict(due=True, kept=True, reason="no member ended it in breach during the war"),)
    told = "; ".join(f"{p.state} ended it {p.exit}, TERMMODE {p.mode}, TERMCAUS {p.cause}" for p in ended)
    return (Verdict(due=True, kept=False, reason=told),)


def broken_in(pledge: Pledge, war: War) -> bool:
    """Whether the member's end of the alliance is coded as a breach, on a day of the war."""
    breach = pledge.mode == 3 and pledge.cause in (6, 7, 8)
    return breach and pledge.exit is not None and war.start <= pledge.exit.last and pledge.exit.first <= war.end

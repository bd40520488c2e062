"""Neutrality: the other parties do not join a war against one of them."""

from foedus.obligation import coded, conditions
from foedus.obligation.case import Case

CONDITIONS = (
    *conditions.STANDING,
    coded.attacked,
    conditions.territory,
    coded.named_adversary,
    coded.enough_adversaries,
    coded.unprovoked,
    coded.ongoing_war,
    coded.untold,
)


def against(creditor: str, case: Case) -> tuple[str, ...] | None:
    """It is owed to each side that is a party, against the other."""
    if creditor in case.victims:
        return case.aggressors
    return case.victims if creditor in case.aggressors else None


def owes(state: str, adversaries: tuple[str, ...], case: Case) -> bool:
    """Every other party owes it; where that is the adversary itself, as a restraint."""
    return True

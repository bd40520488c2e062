"""Non-aggression: the parties do not attack each other. It is always owed: a restraint on both sides of a fight."""

from foedus.obligation import coded, conditions
from foedus.obligation.case import Case

CONDITIONS = (*conditions.STANDING, coded.untold)


def against(creditor: str, case: Case) -> tuple[str, ...] | None:
    """It is owed by each side to the other."""
    if creditor in case.victims:
        return case.aggressors
    return case.victims if creditor in case.aggressors else None


def owes(state: str, adversaries: tuple[str, ...], case: Case) -> bool:
    """Only between the two sides is it in question."""
    return state in adversaries

"""Defence: every other party helps the attacked one."""

from foedus.obligation import conditions
from foedus.obligation.case import Case

CONDITIONS = (*conditions.STANDING, *conditions.CALLED_ON)


def against(creditor: str, case: Case) -> tuple[str, ...] | None:
    """Help is owed to the victim, against the aggressors."""
    return case.aggressors if creditor in case.victims else None


def owes(state: str, adversaries: tuple[str, ...], case: Case) -> bool:
    """Every party but the attacker and those that stand behind it owes it."""
    return state not in (*adversaries, *case.backers)

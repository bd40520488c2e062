"""Offence: every other party joins the one that goes to war."""

from foedus.obligation import coded, conditions
from foedus.obligation.case import Case

CONDITIONS = (
    *conditions.STANDING,
    conditions.territory,
    conditions.request,
    coded.named_adversary,
    coded.enough_adversaries,
    coded.ongoing_war,
    coded.untold,
)


def against(creditor: str, case: Case) -> tuple[str, ...] | None:
    """It is owed to the attacker, against the victims."""
    return case.victims if creditor in case.aggressors else None


def owes(state: str, adversaries: tuple[str, ...], case: Case) -> bool:
    """Every party but the one attacked owes it."""
    return state not in adversaries

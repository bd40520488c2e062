"""What a promise asks in a case: wording + crisis -> duties, with reasons. The wording is data, the logic one engine."""

from foedus.obligation.case import Attacker, Case
from foedus.obligation.parties import Roster, Standing
from foedus.obligation.promises import Promises, period_on
from foedus.obligation.question import Question, disputed_in_law, grades
from foedus.obligation.territory import Atlas
from foedus.obligation.wording import Test, debtors, due, duties, lawful, strangers, test, tested

__all__ = [
    "Atlas",
    "Attacker",
    "Case",
    "Promises",
    "Question",
    "Roster",
    "Standing",
    "Test",
    "debtors",
    "disputed_in_law",
    "due",
    "duties",
    "grades",
    "lawful",
    "period_on",
    "strangers",
    "test",
    "tested",
]

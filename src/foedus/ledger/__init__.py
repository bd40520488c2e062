"""The ledger: duties and what was done about them give verdicts. It holds no fact of its own."""

from foedus.ledger.acts import Act, Deeds, Happenings
from foedus.ledger.entries import case_of, entries, is_collective
from foedus.ledger.record import happenings_of, ledger_of, promises_of
from foedus.ledger.totals import Count, Distinct, Totals, totals
from foedus.ledger.verdict import Situation, Verdict, performances, verdict

__all__ = [
    "Act",
    "Count",
    "Deeds",
    "Distinct",
    "Happenings",
    "Situation",
    "Totals",
    "Verdict",
    "case_of",
    "entries",
    "happenings_of",
    "is_collective",
    "ledger_of",
    "performances",
    "promises_of",
    "totals",
    "verdict",
]

"""Crises: whose account, what was owed to whom, and what became of it."""

from __future__ import annotations

from collections import Counter

from foedus.dossier import charts
from foedus.dossier.page import Block, Page, Subject, Text
from foedus.dossier.rows import Row, for_alliance, shown

ORDER = 30
_OWED = {True: "yes", False: "no", None: "unknown"}
_ENTRIES = {
    "on": "on",
    "name": "crisis",
    "reading": "as told by",
    "article": "article",
    "creditor": "owed to",
    "debtors": "by",
    "owed": "owed",
    "verdict": "verdict",
    "reason": "why",
    "evidence": "facts",
}
_READINGS = {
    "from": "on",
    "name": "crisis",
    "kind": "kind",
    "reading": "account",
    "by": "whose account",
    "victims": "victims",
    "aggressors": "aggressors",
    "attacker": "attacker",
    "contested": "contested",
}


def page(subject: Subject) -> Page:
    """The ledger: entries, verdicts by decade, and the accounts of who was victim and who aggressor."""
    rows, readings = for_alliance("ledger", subject), for_alliance("crises", subject)
    entries = [row | {"owed": _OWED[row["owed"]], "verdict": row["verdict"].replace("_", " ")} for row in rows]
    due = sum(row["entries"] for row in rows if row["owed"])
    unknown = sum(row["entries"] for row in rows if row["owed"] is None)
    crises = len({row["crisis"] for row in readings})
    lead = f"{crises} crises of its parties in the record; {due} duties came due, {unknown} may have."
    return Page(
        "crises",
        "Crises, duties, verdicts",
        lead,
        (
            Text(
                "An entry is one party's duty to another in one crisis, by one account of it. A verdict follows from the "
                "wording, what was asked and what was done in the alliance's name; nobody sets it by hand."
            ),
            *_counts(subject),
            shown("ledger", "Who owed what to whom, and what became of it", entries, _ENTRIES),
            shown("accounts", "Who was victim and who aggressor, by whose account", readings, _READINGS),
        ),
    )


def _counts(subject: Subject) -> tuple[Block, ...]:
    rows = for_alliance("verdicts", subject)
    if not rows:
        return ()
    order = list(charts.VERDICTS)
    bars: Counter[tuple[str, str]] = Counter()
    for row in rows:
        bars[row["decade"], row["verdict"]] += row["entries"]
    values: list[Row] = [
        {"decade": decade, "verdict": verdict, "entries": count, "rank": order.index(verdict)}
        for (decade, verdict), count in sorted(bars.items())
    ]
    columns = {"decade": "decade", "article": "article", "verdict": "verdict", "entries": "entries", "crises": "crises"}
    return charts.verdicts(values), shown(
        "verdicts", "Entries by decade, article and verdict", rows, columns, folded=True
    )

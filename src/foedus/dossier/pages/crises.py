"""Crises: whose account, what was owed to whom, and what became of it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import get_args

from foedus.dossier import charts
from foedus.dossier.page import Block, Page, Subject, Text, table
from foedus.dossier.rows import Row, for_alliance, shown
from foedus.dossier.told import by_crisis, came_due
from foedus.nouns import VerdictWord
from foedus.verbs.opened import shelf

ORDER = 30
_OWED = {True: "yes", False: "no", None: "unknown"}
_ENTRIES = {
    "article": "article",
    "creditor": "owed to",
    "debtors": "by",
    "owed": "owed",
    "verdict": "verdict",
    "reason": "why",
    "evidence": "facts",
}
_ORDER = [word.replace("_", " ") for word in get_args(VerdictWord)]
_ALL = {"on": "on", "name": "crisis", "reading": "account", **_ENTRIES}
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
    rows = for_alliance("ledger", subject)
    readings = [row | {"by": _whose(row["by"])} for row in for_alliance("crises", subject)]
    entries = [row | {"owed": _OWED[row["owed"]], "verdict": row["verdict"].replace("_", " ")} for row in rows]
    due, unknown = came_due(rows)
    crises = len({row["crisis"] for row in readings})
    told = by_crisis(rows)
    lines = [(one.on, one.link(), one.words) for one in told]
    lead = (
        f"The record holds {crises} crises of its parties; {len(told)} test its promises. Each counted "
        f"once, {len(due)} duties came due by some account and {len(unknown)} more may have."
    )
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
            table("contents", "The crises and what became of the duties", ("on", "crisis", "what became of it"), lines),
            *_by_crisis(entries, readings),
            shown("ledger", "All entries", entries, _ALL, folded=True),
            shown("accounts", "Who was victim and who aggressor, by whose account", readings, _READINGS),
        ),
    )


def _counts(subject: Subject) -> tuple[Block, ...]:
    rows = for_alliance("verdicts", subject)
    if not rows:
        return ()
    cells: Counter[tuple[str, str]] = Counter()
    for row in rows:
        cells[row["decade"], row["verdict"].replace("_", " ")] += row["duties"]
    values = [{"decade": decade, "verdict": verdict, "duties": count} for (decade, verdict), count in cells.items()]
    grid = charts.grid("verdicts", "Verdicts by decade (duties)", values, "verdict", "decade", "duties", _ORDER)
    columns = {name: name for name in ("decade", "article", "verdict", "duties", "entries", "crises")}
    return grid, shown(
        "verdicts", "Duties, and entries by account, by decade, article and verdict", rows, columns, folded=True
    )


def _whose(by: str) -> str:
    """Whose account it is: a state's or a source's name for its id."""
    names = {s.id: s.name for s in shelf().states} | {s.id: s.publisher or s.title for s in shelf().sources}
    return names.get(by, by)


def _by_crisis(entries: list[Row], readings: list[Row]) -> Iterator[Block]:
    """A table for each account of each crisis."""
    told = {row["reading"]: row["by"] for row in readings}
    groups = itertools.groupby(entries, key=lambda row: (row["on"], row["crisis"], row["name"], row["reading"]))
    before = ""
    for (on, crisis, name, reading), rows in groups:
        account = f" (by the account of {told[reading]})" if told.get(reading) else ""
        anchor = f"crisis_{crisis}" if crisis != before else ""
        before = crisis
        yield shown(f"ledger_{crisis}_{reading}", f"{on}: {name}{account}", list(rows), _ENTRIES, anchor=anchor)

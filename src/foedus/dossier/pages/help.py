"""Requests and answers; help in the alliance's name beside help given bilaterally."""

from __future__ import annotations

from collections import Counter

from foedus.dossier import charts
from foedus.dossier.page import Block, Page, Subject, Text
from foedus.dossier.rows import Row, for_alliance, shown

ORDER = 40
_ASKED = {
    "on": "asked on",
    "by": "by",
    "to": "of",
    "form": "for",
    "what": "in words",
    "article": "article",
    "answered_on": "answered on",
    "answered_by": "by whom",
    "answer": "answer",
    "polarity": "done or not",
    "in_name_of": "in whose name",
    "answer_in_words": "the answer in words",
}
_GIVEN = {
    "on": "on",
    "giver": "giver",
    "receiver": "receiver",
    "form": "form",
    "amount": "amount",
    "what": "what",
    "in_name_of": "in whose name",
    "crisis": "crisis",
}


def page(subject: Subject) -> Page:
    """What was asked and answered, what was given and in whose name."""
    asked, given = for_alliance("requests", subject), for_alliance("help", subject)
    requests = {row["fact"] for row in asked if row["form"] != "not asked"}
    names = Counter(row["in_name_of"] for row in given)
    counted = ", ".join(f"{count} {name}" for name, count in names.most_common()) or "none"
    return Page(
        "help",
        "Asked, answered, given",
        f"{len(requests)} requests and {len(given)} acts of help in the record ({counted}).",
        (
            shown("requests", "Requests and what came of them", asked, _ASKED),
            Text("A bilateral act stands beside a collective promise; it does not keep it."),
            *_chart(given),
            shown("help", "Help, and in whose name", given, _GIVEN),
        ),
    )


def _chart(given: list[Row]) -> tuple[Block, ...]:
    tally = Counter((row["giver"] or "?", row["in_name_of"]) for row in given)
    rows = [{"giver": giver, "in whose name": name, "acts": acts} for (giver, name), acts in sorted(tally.items())]
    return (charts.grid("help_by", "Acts of help by giver", rows, "in whose name", "giver", "acts"),) if rows else ()

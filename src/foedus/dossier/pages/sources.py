"""Coverage and sources: what the record holds, what is unconfirmed, where sources conflict, how to cite."""

from __future__ import annotations

from foedus.dossier.page import Page, Subject, Text, table
from foedus.dossier.rows import asked, shown
from foedus.verbs.coverage import coverage
from foedus.verbs.opened import shelf

ORDER = 90
_CONFLICTS = {"fact": "fact", "title": "source", "says": "what it says", "locator": "where", "quote": "words"}


def page(subject: Subject) -> Page:
    """What this dossier rests on."""
    answer, edition = coverage(), shelf().edition
    facts, confirmed = sum(c.facts for c in answer.covered), sum(c.confirmed for c in answer.covered)
    own = [c for c in answer.covered if c.of == subject.alliance]
    cite = (
        f"foedus, edition {edition.version} ({edition.date}): {subject.name}, as of {subject.on}. "
        "Cite the source of a fact beside it; the tables' CSV files lie in data/."
    )
    cited = [(s.source, s.title, s.kind, s.coverage, s.licence, s.facts) for s in answer.sources if s.facts]
    columns = ("kind", "facts", "confirmed", "contested", "first", "last")
    return Page(
        "sources",
        "Coverage and sources",
        f"The record holds {facts} facts, {confirmed} of them confirmed by a source that was seen. Elsewhere: unknown.",
        (
            Text(f"How to cite: {cite}"),
            table(
                "coverage",
                "What the record holds on it",
                columns,
                [(c.kind, c.facts, c.confirmed, c.contested, c.first, c.last) for c in own],
            ),
            shown(
                "conflicts",
                "Where sources conflict: the record follows one and keeps the other",
                asked("conflicts"),
                _CONFLICTS,
            ),
            table("sources", "Sources", ("source", "title", "kind", "covers", "terms", "facts"), cited),
        ),
    )

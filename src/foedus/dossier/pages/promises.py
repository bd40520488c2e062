"""What was promised: each wording, dated, with the fields that a duty turns on."""

from __future__ import annotations

from foedus.dossier.page import Page, Subject, Text
from foedus.dossier.rows import for_alliance, shown

ORDER = 20
_TERMS = {
    "treaty": "treaty",
    "article": "article",
    "kind": "kind",
    "modality": "modality",
    "status": "status",
    "from": "from",
    "until": "until",
    "trigger": "comes due on",
    "territory": "where",
    "on_request": "on request",
    "attack_by_party_counts": "attack by a party counts",
    "who_decides": "who decides",
    "performance": "what is owed",
    "discharge": "least act that keeps it",
}
_TEXTS = {
    "treaty": "treaty",
    "article": "article",
    "from": "from",
    "language": "language",
    "text": "text",
    "note": "note",
}


def page(subject: Subject) -> Page:
    """Every wording of the alliance's treaties."""
    rows = for_alliance("promises", subject)
    once = list({row["fact"]: row for row in rows}.values())
    silent = Text("An empty cell is a condition that the text does not set: it is then no condition.")
    reasons = [row for row in rows if row["because"]]
    return Page(
        "promises",
        "What was promised",
        f"{len(once)} wordings: what each obliges to, since when, and on which conditions.",
        (
            shown("wordings", "Wordings by period", rows, _TERMS),
            silent,
            shown(
                "periods",
                "Why a period is not in force",
                reasons,
                {"article": "article", "from": "from", "because": "why"},
            ),
            shown("texts", "The texts", once, _TEXTS),
        ),
    )

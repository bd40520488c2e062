"""At home in the member states: parties, bans, labels; and who held the alliance's offices."""

from __future__ import annotations

from foedus.dossier.page import Page, Subject
from foedus.dossier.rows import asked, for_alliance, shown

ORDER = 70
_COLUMNS = {"state": "state", "on": "on", "kind": "what", "against": "against", "by": "by", "what": "in words"}
_OFFICES = {"title": "office", "person": "who", "from": "from", "until": "until", "national_of": "of", "note": "note"}


def page(subject: Subject) -> Page:
    """Repression and legal status at home; offices of the alliance."""
    rows = for_alliance("at_home", subject)
    offices = asked("offices", of=subject.alliance)
    return Page(
        "offices",
        "Offices, and at home",
        f"{len(offices)} terms of office; {len(rows)} acts against parties and opponents in member states.",
        (
            shown("offices", "Who held the alliance's offices", offices, _OFFICES),
            shown("at_home", "Parties and opponents at home", rows, _COLUMNS),
        ),
    )

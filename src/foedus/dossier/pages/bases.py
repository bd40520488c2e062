"""Bases: whose by law, whose by name, who mans and supplies them."""

from __future__ import annotations

from foedus.dossier.page import Page, Subject
from foedus.dossier.rows import for_alliance, shown

ORDER = 50
_COLUMNS = {
    "name": "base",
    "host": "host",
    "owner_by_law": "whose by law",
    "flag_by_name": "in whose name",
    "manned_by": "manned by",
    "supplied_by": "supplied by",
    "strength": "strength",
    "from": "from",
    "until": "until",
    "note": "note",
}


def page(subject: Subject) -> Page:
    """Bases that carry the alliance's name, and members' bases in other members."""
    rows = for_alliance("bases", subject)
    named = {row["name"] for row in rows if row["flag_by_name"] == subject.alliance}
    lead = f"{len(named)} of {len({row['name'] for row in rows})} bases in the record carry the alliance's name."
    return Page("bases", "Bases by law and by name", lead, (shown("bases", "Bases", rows, _COLUMNS),))

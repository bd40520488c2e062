"""Allegations: whom a speaker holds to be behind an act of violence, against whom independent sources hold it was."""

from __future__ import annotations

from foedus.corroboration.answer import Answer, Asked, contradicted, silent, supported
from foedus.nouns import Allegation, Finding, Incident

KINDS = ("allegation",)
_DAYS = 400


def compare(finding: Finding, asked: Asked) -> Answer:
    """Incidents in the record about which this was alleged: supported, contradicted, or nothing found."""
    assert isinstance(finding, Allegation)
    incidents = [i for i in asked.shelf.incidents if _may_be(i, finding, asked)]
    if not incidents:
        return silent("the record holds no incident that this could be")
    named = [i for i in incidents if i.by]
    if not named:
        return silent(f"nothing found: no independent source says who did it ({', '.join(i.name for i in incidents)})")
    if any(i.by in finding.threats for i in named):
        return supported(named)
    return contradicted(named, "; ".join(f"{i.name}: {i.by}" for i in named))


def _may_be(incident: Incident, finding: Allegation, asked: Asked) -> bool:
    """The same state, the year before the text, and the same threat or the accused's own name."""
    days = (asked.day.last - incident.on.first).days
    if not 0 <= days <= _DAYS:
        return False
    spoken_for = {n for n in (finding.speaker and finding.speaker.id, finding.speaker and finding.speaker.for_) if n}
    if spoken_for and incident.state not in spoken_for and not any(incident.state == s for s in spoken_for):
        return False
    accused = finding.accused.name.split()[-1].casefold() if finding.accused else ""
    return incident.threat in finding.threats or (
        bool(accused) and accused in f"{incident.name} {incident.note}".casefold()
    )

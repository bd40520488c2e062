"""Allegations: whom a speaker holds to be behind an act of violence, against whom independent sources hold it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedus.corroboration.answer import Answer, Asked, Word, silent
from foedus.nouns import Allegation, Finding, Incident

KINDS = ("allegation",)
_DAYS = 366
_NAME = re.compile(r"\b[^\W\d_a-z][\w'’-]{3,}")


def compare(finding: Finding, asked: Asked) -> Answer:
    """The incidents that this may be about: supported, contradicted, or silent because nothing was found."""
    assert isinstance(finding, Allegation)
    incidents = incidents_of(finding, asked)
    if not incidents:
        return silent("nothing found: the record holds no incident that this could be")
    answers = [(i, *_answer(finding, i, asked)) for i in incidents]
    words: tuple[Word, ...] = ("supported", "contradicted", "silent")
    record = next(word for word in words if any(found == word for _, found, _ in answers))
    told = [(i, because) for i, found, because in answers if found == record]
    reasons = "; ".join(f"{i.name} ({i.on}): {because}" for i, because in told)
    return Answer(record=record, facts=tuple(i.id for i, _ in told), because=reasons)


def incidents_of(finding: Allegation, asked: Asked) -> list[Incident]:
    """The recorded incidents of the year before the text that an allegation may be about, by the best sign there is.

    Best is a name in common (the accused's, a place's); next, in the speaker's own state, an incident that the state is
    on record to have ascribed to the same threat; last, one that was this threat's doing.
    """
    year = [i for i in asked.shelf.incidents if 0 <= (asked.day.last - i.on.first).days <= _DAYS]
    names = set(_NAME.findall(f"{finding.quote} {finding.of} {finding.accused.name if finding.accused else ''}"))
    home = [i for i in year if i.state in _speakers(finding)]
    ascribed = {a.incident for a in asked.shelf.ascriptions if a.threat in finding.threats and a.of in _speakers(finding)}
    signs = (
        [i for i in year if names & set(_names(i))],
        [i for i in home if i.id in ascribed],
        [i for i in home if i.threat in finding.threats],
    )
    return next((found for found in signs if found), [])


def judged(threats: tuple[str, ...], incident: Incident, denied: bool = False) -> tuple[Word, str]:
    """How the record stands to the claim that an incident was the doing of one of the threats, and why.

    Contradicted only where independent sources hold that it was another threat's, or deny the claim (`denied`): that
    somebody was the doer does not tell in whose cause.
    """
    if incident.threat:
        found: Word = "supported" if incident.threat in threats else "contradicted"
        return found, f"independent sources name {incident.by or incident.threat}"
    if denied:
        return "contradicted", "a source on record denies it"
    if incident.by:
        return "silent", f"nothing found: independent sources name {incident.by}, and no link to {' or '.join(threats)}"
    return "silent", "nothing found: no independent source names anybody"


def _answer(finding: Allegation, incident: Incident, asked: Asked) -> tuple[Word, str]:
    if finding.threats:
        return judged(finding.threats, incident, _denied(incident, finding.threats, asked))
    if not incident.by or not finding.accused:
        return "silent", "nothing found: no independent source names anybody"
    shared = set(_NAME.findall(finding.accused.name)) & set(_NAME.findall(incident.by))
    return "supported" if shared else "contradicted", f"independent sources name {incident.by}"


def _denied(incident: Incident, threats: tuple[str, ...], asked: Asked) -> bool:
    """Whether a source contradicts an ascription of the incident to one of the threats."""
    claims = (a.id for a in asked.shelf.ascriptions if a.incident == incident.id and a.threat in threats)
    return any(e.stance == "contradicts" for claim in claims for e in asked.shelf.evidence_of.get(claim, ()))


def _speakers(finding: Allegation) -> set[str]:
    speaker = finding.speaker
    return {id for id in (speaker.id, speaker.for_) if id} if speaker else set()


def _names(incident: Incident) -> Iterator[str]:
    """The names in an incident's name (its first word is none) and of its doer, where that is no threat."""
    yield from _NAME.findall(" ".join(incident.name.split()[1:]))
    yield from [] if incident.threat else _NAME.findall(incident.by or "")

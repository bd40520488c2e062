"""Words about a threat against the record: said, ascribed, used at home, followed by acts; each apart, no score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from foedus import desk
from foedus.corroboration.allegation import incidents_of, judged
from foedus.corroboration.answer import Asked
from foedus.nouns import Allegation, Ascription, FoedusError, Incident, Noun, ReadingResult, Threat
from foedus.rhetoric.at_home import UseAtHome, use_at_home
from foedus.rhetoric.attribution import Attribution, Found, Precision, precision
from foedus.rhetoric.events import with_events
from foedus.rhetoric.own_acts import OwnAct, own_acts
from foedus.rhetoric.peers import ExcessTalk, excess_in
from foedus.rhetoric.spoken import Framed, Said, framed, said
from foedus.settings import Settings
from foedus.shelf import Shelf
from foedus.verbs import opened
from foedus.verbs.given import threat_id
from foedus.when import When, within

_FOUND: dict[str, Found] = {"supported": "supported", "contradicted": "contradicted"}
_OFFERED = {"none_offered": "none", "offered": "claimed proof", "contradicted": "contradicted by the text"}
_NO_INCIDENT = "nothing found: the record holds no incident that this could be"


class ActsAfter(Noun, frozen=True, kw_only=True):
    """What a speaker's state and its alliances are on record for in the year after a claim."""

    event: str
    claimed: When
    actors: tuple[str, ...]
    acts: tuple[OwnAct, ...]


class RhetoricAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `foedus rhetoric`."""

    threat: str
    name: str
    on: When
    speaker: str | None
    statements: tuple[Said, ...]
    frames: tuple[Framed, ...]
    attribution: Precision
    excess: ExcessTalk
    at_home: tuple[UseAtHome, ...]
    own_acts: tuple[ActsAfter, ...]


def rhetoric(
    threat: str,
    speaker: str | None = None,
    corpus: Path | str | None = None,
    on: When | str | None = None,
    documents: Iterable[str] | None = None,
    *,
    settings: Settings | None = None,
    shelf: Shelf | None = None,
) -> RhetoricAnswer:
    """Words about a threat (id or name) until a day, by one speaker (part of the name, or a state) or by all.

    `documents` are ids of kept readings (None: all); `corpus` is the TOML file of a defined sample, without which excess
    talk has no number. FoedusError for an unknown threat or document, and for a corpus that cannot be used.
    """
    settings, shelf = settings or opened.settings(), shelf or opened.shelf()
    id = threat_id(shelf, threat)
    one = next(t for t in shelf.threats if t.id == id)
    day = When(on) if on else shelf.edition.date
    readings = [r for r in _chosen(settings, documents) if not _later(r.document.date, day)]
    spoken = tuple(s for r in readings for s in said(r, one) if _is(speaker, s.speaker, s.speaks_for, shelf))
    told = _joined([*_on_record(shelf, one, day), *(a for r in readings for a in _alleged(r, one, shelf))])
    happened = {i.id: i.on for i in shelf.incidents}
    told = with_events(told, happened, one, shelf.states, settings.datasets.get("ged"))
    attributed = precision([a for a in told if _is(speaker, a.speaker, a.state, shelf)])
    states = {s.speaks_for for s in spoken if s.names != "no"} | {a.state for a in attributed.attributions}
    at_home = (use_at_home(s, shelf.repressions, shelf.political_parties) for s in sorted(filter(None, states)))
    return RhetoricAnswer(
        threat=id,
        name=one.name,
        on=day,
        speaker=speaker,
        statements=spoken,
        frames=tuple(f for r in readings for f in framed(r, one)),
        attribution=attributed,
        excess=excess_in(Path(corpus) if corpus else None, one),
        at_home=tuple(use for use in at_home if use.opponents),
        own_acts=tuple(_acts_after(shelf, a, a.on) for a in attributed.attributions if a.on),
    )


def _chosen(settings: Settings, documents: Iterable[str] | None) -> list[ReadingResult]:
    kept = list(desk.kept(settings.home))
    if documents is None:
        return kept
    wanted = list(documents)
    missing = sorted(set(wanted) - {r.document.id for r in kept})
    if missing:
        raise FoedusError(f"no reading of {', '.join(missing)} is kept (foedus ask documents lists them)")
    return [r for r in kept if r.document.id in wanted]


def _later(day: When | None, on: When) -> bool:
    return day is not None and day.first > on.last


def _is(asked: str | None, speaker: str, speaks_for: str | None, shelf: Shelf) -> bool:
    """Whether the speaker is the one asked for, by a part of the name, the id spoken for or that state's name."""
    known = [speaker, speaks_for or "", *(s.name for s in shelf.states if s.id == speaks_for)]
    return asked is None or any(asked.casefold() in name.casefold() for name in known)


def _on_record(shelf: Shelf, threat: Threat, on: When) -> Iterator[Attribution]:
    incidents = {i.id: i for i in shelf.incidents}
    for a in shelf.ascriptions:
        if a.threat == threat.id and a.incident in incidents and not _later(a.on, on):
            denied = any(e.stance == "contradicts" for e in shelf.evidence_of.get(a.id, ()))
            yield _recorded(a, incidents[a.incident], shelf, denied)


def _recorded(a: Ascription, incident: Incident, shelf: Shelf, denied: bool) -> Attribution:
    record, because = judged((a.threat,), incident, denied)
    return Attribution(
        event=incident.id,
        name=incident.name,
        speaker=a.speaker,
        state=a.of,
        on=a.on,
        threat=a.threat,
        accused=incident.by or "",
        offered=a.offered,
        found=_FOUND.get(record, "nothing found"),
        because=because.removeprefix("nothing found: "),
        sources=_sources(shelf, incident),
        words=a.words,
    )


def _alleged(reading: ReadingResult, threat: Threat, shelf: Shelf) -> Iterator[Attribution]:
    """Allegations in a text that name the threat; one that the record knows no incident of is an event of its own."""
    asked = Asked(shelf, reading.document.date or shelf.edition.date, reading.findings)
    for f in reading.findings:
        if isinstance(f, Allegation) and threat.id in f.threats:
            incident = next(iter(incidents_of(f, asked)), None)
            record, because = judged((threat.id,), incident) if incident else ("silent", _NO_INCIDENT)
            yield Attribution(
                event=incident.id if incident else f.id,
                name=incident.name if incident else f.of,
                speaker=f.speaker.name if f.speaker else "",
                state=(f.speaker.for_ or f.speaker.id or "") if f.speaker else "",
                on=reading.document.date,
                threat=threat.id,
                accused=f.accused.name if f.accused else "",
                offered=_OFFERED[f.evidence],
                found=_FOUND.get(record, "nothing found"),
                because=because.removeprefix("nothing found: "),
                sources=_sources(shelf, incident),
                words=f.quote,
                read_in=(f.id,),
            )


def _sources(shelf: Shelf, incident: Incident | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.source for e in shelf.evidence_of.get(incident.id if incident else "", ())))


def _joined(told: Iterable[Attribution]) -> list[Attribution]:
    """One row an event and state, the record's before a text's; `read_in` gathers the texts that tell of it."""
    rows: dict[tuple[str, str], Attribution] = {}
    for a in told:
        first = rows.setdefault((a.event, a.state), a)
        if first is not a:
            accused = a.accused or first.accused
            joined = msgspec.structs.replace(first, read_in=(*first.read_in, *a.read_in), accused=accused)
            rows[a.event, a.state] = joined
    return list(rows.values())


def _acts_after(shelf: Shelf, a: Attribution, claimed: When) -> ActsAfter:
    """The acts of the speaker's state, and of the alliances that it was a member of on the day."""
    alliances = {
        m.of
        for m in shelf.memberships
        if m.state == a.state and m.status == "member" and within(claimed, m.from_, m.until)
    }
    actors = {a.state, *alliances}
    acts = own_acts(actors, claimed, (*shelf.requests, *shelf.responses, *shelf.aid, *shelf.operations))
    return ActsAfter(event=a.event, claimed=claimed, actors=tuple(sorted(actors)), acts=acts)

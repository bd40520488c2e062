"""Words about threats against the record: allegations and what became of them, talk beside happenings, use at home."""

from __future__ import annotations

import msgspec

from foedus.dossier import charts
from foedus.dossier.page import Block, Page, Quote, Quotes, Subject, Text
from foedus.dossier.rows import Row, for_alliance, shown
from foedus.nouns import Noun
from foedus.rhetoric.attribution import precision
from foedus.verbs.opened import shelf
from foedus.verbs.rhetoric import RhetoricAnswer, rhetoric
from foedus.when import When

ORDER = 75
_SAID, _ASCRIBED = "named in a read text", "event ascribed to it"
_HERE, _THERE = "incident in a member state", "incident elsewhere"
_HAPPENED = {_SAID: "circle", _ASCRIBED: "triangle-up", _HERE: "square", _THERE: "cross"}
_BECAME = {"supported": "square", "contradicted": "cross", "nothing found": "circle"}
_CLAIMS = {
    "threat_name": "ascribed to",
    "name": "event",
    "speaker": "by",
    "state": "for",
    "on": "on",
    "words": "in which words",
    "offered": "evidence offered",
    "found": "what the record holds",
    "because": "because",
    "sources": "sources",
}
_TALK = {"on": "on", "what": "what", "threat": "threat", "who": "who, or where", "words": "words, or what happened"}
_AT_HOME = {"state": "state", "on": "on", "kind": "what", "against": "against", "by": "by", "what": "in words"}


def page(subject: Subject) -> Page:
    """Each threat that the members' leaders named or ascribed an event to; each measure apart."""
    answers = [a for t in shelf().threats if (a := _of_members(rhetoric(t.id, documents=subject.documents), subject))]
    claims = [_row(claim) | {"threat_name": a.name} for a in answers for claim in a.attribution.attributions]
    lead = "What leaders of the members said of a threat, which events they ascribed to it, and what the record holds."
    return Page(
        "rhetoric", "Words and threats", lead, (*_claims(answers, claims), *_talk(answers, subject), *_home(subject))
    )


def _of_members(answer: RhetoricAnswer, subject: Subject) -> RhetoricAnswer | None:
    """The answer, kept to what was said for the alliance or a state that was ever in it; None if nothing is left."""
    ours = _ours(subject)
    kept = precision([a for a in answer.attribution.attributions if a.state in ours])
    said = tuple(s for s in answer.statements if s.speaks_for in ours)
    if not kept.attributions and not any(s.names != "no" for s in said):
        return None
    return msgspec.structs.replace(answer, attribution=kept, statements=said)


def _ours(subject: Subject) -> set[str]:
    return {subject.alliance, *(m.state for m in shelf().memberships if m.of == subject.alliance)}


def _row(noun: Noun) -> Row:
    return {field: getattr(noun, field) for field in noun.__struct_fields__}


def _claims(answers: list[RhetoricAnswer], claims: list[Row]) -> tuple[Block, ...]:
    counted = (Text(_counted(a)) for a in answers if a.attribution.share is not None)
    dated = [
        row | {"day": str(row["on"].first), "told": f"{row['speaker']}: {row['because']}"} for row in claims if row["on"]
    ]
    caption = "Events ascribed to a threat, and what became of the claim"
    chart = (charts.marks("claims", caption, dated, "name", "found", _BECAME),) if dated else ()
    return (*counted, *chart, shown("claims", caption, claims, _CLAIMS))


def _counted(answer: RhetoricAnswer) -> str:
    p = answer.attribution
    events = p.supported + p.contradicted + p.nothing_found
    return (
        f"{answer.name}: of {events} events ascribed to it, independent sources support {p.supported}, contradict "
        f"{p.contradicted}; for {p.nothing_found} nothing was found. With so few events the share supported may lie "
        f"anywhere from {p.low:.2f} to {p.high:.2f} (exact {p.level:.0%} interval)."
    )


def _talk(answers: list[RhetoricAnswer], subject: Subject) -> tuple[Block, ...]:
    rows = sorted(
        (row for a in answers for row in _happenings(a, _ours(subject))), key=lambda row: (row["day"], row["what"])
    )
    frames = tuple(
        Quote(f.words, "frame", f.by or "told by the author", "silent", ()) for a in answers for f in a.frames if f.words
    )
    note = (
        "Talk is compared with that of peers only in a corpus drawn by a rule (foedus rhetoric THREAT --corpus FILE). "
        "The texts of a dossier were not drawn by a rule: they are told here, and not counted against anybody."
    )
    caption = "Statements that name a threat, and its recorded incidents"
    chart = (charts.marks("talk", caption, _by_lane(rows), "lane", "what", _HAPPENED),) if rows else ()
    table = shown("talk", caption, rows, _TALK)
    told = (Quotes("What somebody wants believed", frames),) if frames else ()
    return (Text(note), *chart, table, *told)


def _by_lane(rows: list[Row]) -> list[Row]:
    """A line for each threat and kind of thing, in the order of the legend."""
    order = list(_HAPPENED)
    laned = [row | {"lane": f"{row['threat']}: {row['what']}"} for row in rows]
    return sorted(laned, key=lambda row: (row["threat"], order.index(row["what"])))


def _happenings(answer: RhetoricAnswer, ours: set[str]) -> list[Row]:
    """Words and incidents of one threat as rows for the line of time."""
    said = [
        _happening(s.on, _SAID, answer.name, f"{s.speaker} ({s.speaks_for})", s.words)
        for s in answer.statements
        if s.on and s.names != "no"
    ]
    claimed = [
        _happening(a.on, _ASCRIBED, answer.name, f"{a.speaker} ({a.state})", f"{a.name}: {a.words}")
        for a in answer.attribution.attributions
        if a.on
    ]
    incidents = (i for i in shelf().incidents if i.threat == answer.threat and i.on.first <= answer.on.last)
    done = [_happening(i.on, _HERE if i.state in ours else _THERE, answer.name, i.state, i.name) for i in incidents]
    return [*said, *claimed, *done]


def _happening(on: When, what: str, threat: str, who: str, words: str) -> Row:
    row = {"on": on, "day": str(on.first), "what": what, "threat": threat, "who": who, "words": words}
    return row | {"told": f"{who}: {words}"}


def _home(subject: Subject) -> tuple[Block, ...]:
    rows = for_alliance("at_home", subject)
    said = "What was done to opponents at home, in order of time: read the line, for counts are small."
    return (Text(said), shown("label", "Opponents at home: acts and labels", rows, _AT_HOME)) if rows else ()

"""What a finding would be in the record: the table it goes to and the fields that its words fill, one kind a function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from foedus.nouns import Allegation, Deed, Document, FactFinding, Finding, FoedusError, Interval, Named, View

Row = dict[str, Any]
Proposal = tuple[str, Row]
_DONE = {"asserted": "done", "refused": "refused", "failed": "failed", "negated": "failed"}
_MEMBER_STATUS = {"joins": "member", "leaves": "former", "freezes": "member", "applies": "mooted"}


def proposal(finding: Finding, document: Document) -> Proposal:
    """The table and the fields of the fact that a finding proposes; what the words do not tell is left out."""
    make = _PROPOSALS.get(finding.kind)
    if make is None:
        kinds = ", ".join(sorted(_PROPOSALS))
        raise FoedusError(f"{finding.id} is a {finding.kind}: the record holds no such thing (it takes {kinds})")
    table, row = make(finding, document)
    return table, {key: value for key, value in row.items() if value not in (None, "")}


def _membership(f: FactFinding, _: Document) -> Proposal:
    status = _MEMBER_STATUS.get(f.status, f.status)
    begun = None if status == "former" else _from(f.when)
    ended = _from(f.when) if f.status == "leaves" else None
    return "memberships", {"of": _id(f.object), "state": _id(f.subject), "status": status, "from": begun, "until": ended}


def _office(f: FactFinding, _: Document) -> Proposal:
    person = f.subject.name if f.subject else None
    return "offices", {"of": _id(f.object), "title": f.title, "person": person, "from": _from(f.when)}


def _base(f: FactFinding, _: Document) -> Proposal:
    return "bases", {"of": _id(f.subject), "name": f.value or f.quote, "host": _id(f.object), "from": _from(f.when)}


def _treaty(f: FactFinding, _: Document) -> Proposal:
    return "treaties", {"of": _id(f.object) or _id(f.subject), "name": f.value or f.quote, "signed": _from(f.when)}


def _request(f: FactFinding, document: Document) -> Proposal:
    return "requests", {"by": _id(f.subject), "to": _id(f.object), "on": _on(f.when, document), "what": f.quote}


def _response(f: FactFinding, document: Document) -> Proposal:
    polarity = _DONE.get(f.polarity, "deferred")
    row = {"by": _id(f.subject), "to": _id(f.object), "on": _on(f.when, document), "polarity": polarity, "what": f.quote}
    return "responses", row


def _aid(f: FactFinding | Deed, document: Document) -> Proposal:
    giver, receiver = (f.actor, f.target) if isinstance(f, Deed) else (f.subject, f.object)
    row = {"giver": _id(giver), "receiver": _id(receiver), "on": _on(f.when, document), "what": f.quote}
    return "aid", row


def _summit_outcome(f: FactFinding, document: Document) -> Proposal:
    kind = "decision" if f.status != "none" else "statement"
    text = f"none: {f.quote}" if f.status == "none" else f.quote
    of = _id(f.subject) or _id(f.object)
    return "organ_acts", {"of": of, "on": _on(f.when, document), "kind": kind, "text": text}


def _forecast(f: View, document: Document) -> Proposal:
    by = f.by.name if f.by else document.author or document.publisher or "the author"
    on = str(document.date) if document.date else None
    return "forecasts", {"by": by, "on": on, "about": f.quote, "horizon": _to(f.when), "finding": f.id}


def _incident(f: Allegation, document: Document) -> Proposal:
    on = str(document.date) if document.date else None
    threat = f.threats[0] if f.threats else None
    return "incidents", {"name": f.of or f.quote, "on": on, "by": f.accused and f.accused.name, "threat": threat}


def _deed(f: Deed, document: Document) -> Proposal:
    if f.polarity == "asserted" and f.act == "AID":
        return _aid(f, document)
    if f.act == "REQUEST":
        row = {"by": _id(f.actor), "to": _id(f.target), "on": _on(f.when, document), "what": f.quote}
        return "requests", row
    polarity = _DONE.get(f.polarity, "deferred")
    return "responses", {"by": _id(f.actor), "on": _on(f.when, document), "polarity": polarity, "what": f.quote}


_PROPOSALS: dict[str, Callable[[Any, Document], Proposal]] = {
    "membership": _membership,
    "office": _office,
    "base": _base,
    "treaty": _treaty,
    "request": _request,
    "response": _response,
    "aid": _aid,
    "summit_outcome": _summit_outcome,
    "forecast": _forecast,
    "allegation": _incident,
    "deed": _deed,
}


def _id(party: Named | None) -> str | None:
    return party.id if party else None


def _from(when: Interval | None) -> str | None:
    return _precise(when, "from_")


def _to(when: Interval | None) -> str | None:
    return _precise(when, "to")


def _precise(when: Interval | None, end: str) -> str | None:
    """One end of an interval, no more precise than the text was."""
    day = getattr(when, end) if when else None
    if day is None or when is None:
        return None
    return str(day)[: {"year": 4, "month": 7}.get(when.precision, 10)]


def _on(when: Interval | None, document: Document) -> str | None:
    return _from(when) or (str(document.date) if document.date else None)

"""Deeds: what the text says a party did or left undone, against acts on record between the same parties in those days.

Whom an act was done to, and when, must both be known to match: a text that names no target, or dates nothing, is held
against the record of the year before it, and a target of its own is always asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from foedus.corroboration.answer import Answer, Asked, after, contradicted, id_of, silent, supported
from foedus.nouns import (
    Aid,
    Crisis,
    Deed,
    Fact,
    FactFinding,
    Finding,
    Interval,
    Repression,
    Request,
    Response,
    Summit,
)
from foedus.shelf import Shelf
from foedus.when import When, overlap

KINDS = ("deed", "request", "response", "aid")
_UNDONE = ("negated", "refused", "failed")
_HELP = ("money", "materiel", "logistics", "troops")
_RECENT = timedelta(days=400)
Days = tuple[When | None, When | None]


def compare(finding: Finding, asked: Asked) -> Answer:
    """An act is supported where one like it is on record; help not given is contradicted by help on record."""
    actor, target, when = _parties(finding)
    if actor is None or target is None:
        return silent("the text does not tell by whom or to whom, or names a party that the record does not know")
    days = _days(when, asked)
    polarity = getattr(finding, "polarity", "asserted")
    if polarity in _UNDONE:
        return _undone(actor, target, days, asked.shelf)
    if polarity != "asserted":
        return silent("what is planned, denied or only possible is no fact to compare")
    matcher = _ACTS.get(getattr(finding, "act", finding.kind))
    found = [fact for fact, span in matcher(asked.shelf, actor, target) if _within(span, days)] if matcher else []
    return supported(found) if found else silent("the record holds no such act between them then")


def _parties(finding: Finding) -> tuple[str | None, str | None, Interval | None]:
    if isinstance(finding, Deed):
        return id_of(finding.actor), id_of(finding.target), finding.when
    assert isinstance(finding, FactFinding)
    return id_of(finding.subject), id_of(finding.object), finding.when


def _days(when: Interval | None, asked: Asked) -> Days:
    """The days that a finding is about; without a date of its own, the 400 days before the text."""
    if when and when.from_:
        return when.from_, after(when.to)
    return When(asked.day.first - _RECENT), after(asked.day)


def _within(span: Days, days: Days) -> bool:
    return overlap(span, days) is True


def _undone(actor: str, target: str, days: Days, shelf: Shelf) -> Answer:
    """Help left undone: the crises then in which the target was a victim, and what the actor is on record for in them."""
    crises = [c for c in shelf.crises if _victim(c, target) and _within((c.from_, c.until or after(c.from_)), days)]
    if not crises:
        return silent("the record holds no crisis in which the target was a victim then")
    ids = {c.id for c in crises}
    acts = [r for r in shelf.responses if r.crisis in ids and actor in (r.by, r.in_name_of)]
    helped = [r for r in acts if r.polarity == "done" and r.form in _HELP]
    if helped:
        return contradicted(helped, "; ".join(r.what or r.form for r in helped))
    return supported([*crises, *acts], "; ".join(r.what or f"{r.form} {r.polarity}" for r in acts))


def _victim(crisis: Crisis, state: str) -> bool:
    return any(state in reading.victims for reading in crisis.readings)


Found = Iterator[tuple[Fact, Days]]


def _on(facts: Iterable[Request | Response | Aid | Repression | Summit]) -> Found:
    """Facts of one day, with that day as an interval."""
    yield from ((fact, (fact.on, after(fact.on))) for fact in facts)


def _requests(shelf: Shelf, actor: str, target: str) -> Found:
    return _on([r for r in shelf.requests if r.form != "none" and (r.by, r.to) == (actor, target)])


def _refusals(shelf: Shelf, actor: str, target: str) -> Found:
    asked_by = {r.id: r.by for r in shelf.requests}
    refused = (r for r in shelf.responses if r.polarity == "refused" and r.by == actor)
    return _on([r for r in refused if target in (r.to, asked_by.get(r.request or ""))])


def _help(shelf: Shelf, actor: str, target: str) -> Found:
    yield from _on([a for a in shelf.aid if (a.giver, a.receiver) == (actor, target)])
    victims = {c.id: {v for r in c.readings for v in r.victims} for c in shelf.crises}
    for_target = [
        r for r in _done(shelf, actor) if target == r.to or (r.to is None and target in victims.get(r.crisis, ()))
    ]
    yield from _on([r for r in for_target if r.form in _HELP])


def _support(shelf: Shelf, actor: str, target: str) -> Found:
    yield from _help(shelf, actor, target)
    yield from _on([r for r in _done(shelf, actor) if r.to == target])


def _done(shelf: Shelf, actor: str) -> list[Response]:
    return [r for r in shelf.responses if r.polarity == "done" and actor in (r.by, r.in_name_of)]


def _repressions(shelf: Shelf, actor: str, target: str) -> Found:
    return _on([r for r in shelf.repressions if (r.of, r.against) == (actor, target)])


def _attacks(shelf: Shelf, actor: str, target: str) -> Found:
    for crisis in shelf.crises:
        if any(actor in reading.aggressors and target in reading.victims for reading in crisis.readings):
            yield crisis, (crisis.from_, crisis.until or after(crisis.from_))


def _meetings(shelf: Shelf, actor: str, target: str) -> Found:
    return _on([s for s in shelf.summits if s.of in (actor, target)])


_ACTS: dict[str, Callable[[Shelf, str, str], Found]] = {
    "request": _requests,
    "REQUEST": _requests,
    "REJECT": _refusals,
    "aid": _help,
    "AID": _help,
    "response": _support,
    "SUPPORT": _support,
    "MOBILIZE": _help,
    "COERCE": _repressions,
    "SANCTION": _repressions,
    "ASSAULT": _attacks,
    "CONSULT": _meetings,
}

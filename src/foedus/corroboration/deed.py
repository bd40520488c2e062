"""Deeds: what the text says a party did or left undone, against responses, aid, requests and repression on record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from foedus.corroboration.answer import Answer, Asked, contradicted, id_of, silent, supported
from foedus.nouns import Crisis, Deed, Fact, FactFinding, Finding, Interval, Response

KINDS = ("deed", "request", "response", "aid")
_UNDONE = ("negated", "refused", "failed")
_HELP = ("money", "materiel", "logistics", "troops")


def compare(finding: Finding, asked: Asked) -> Answer:
    """An act is supported where one like it is on record; help not given is contradicted by help on record."""
    actor, target, when = _parties(finding)
    if actor is None:
        return silent("the text names an actor that the record does not know")
    if finding.polarity in _UNDONE:  # type: ignore[attr-defined]
        return _undone(actor, target, when, asked)
    if getattr(finding, "polarity", "asserted") != "asserted":
        return silent("what is planned, denied or only possible is no fact to compare")
    if target is None and when is None:
        return silent("the text tells neither whom it was done to nor when")
    found = _like(finding, actor, target, when, asked)
    return supported(found) if found else silent("the record holds no such act then")


def _parties(finding: Finding) -> tuple[str | None, str | None, Interval | None]:
    if isinstance(finding, Deed):
        return id_of(finding.actor), id_of(finding.target), finding.when
    assert isinstance(finding, FactFinding)
    return id_of(finding.subject), id_of(finding.object), finding.when


def _undone(actor: str, target: str | None, when: Interval | None, asked: Asked) -> Answer:
    """Help left undone: the crises then that touch the target, and what the actor is on record for in them."""
    crises = [c for c in asked.shelf.crises if _touches(c, target) and _dated(c, when, asked)]
    if not crises or when is None:
        return silent("the record holds no crisis that this could be, or the text does not date it")
    ids = {c.id for c in crises}
    acts = [r for r in asked.shelf.responses if r.crisis in ids and actor in (r.by, r.in_name_of)]
    helped = [r for r in acts if r.polarity == "done" and r.form in _HELP]
    if helped:
        return contradicted(helped, "; ".join(r.what or r.form for r in helped))
    return supported([*crises, *acts], "; ".join(r.what or f"{r.form} {r.polarity}" for r in acts))


def _touches(crisis: Crisis, target: str | None) -> bool:
    parties = {p for r in crisis.readings for p in (*r.victims, *r.aggressors)} | set(crisis.places)
    return target is not None and target in parties


def _dated(crisis: Crisis, when: Interval | None, asked: Asked) -> bool:
    return asked.during((crisis.from_, crisis.until or crisis.from_), when) is not False


def _like(finding: Finding, actor: str, target: str | None, when: Interval | None, asked: Asked) -> list[Fact]:
    rows = _of_kind(finding, asked)
    return [row for row in rows if _between(row, actor, target) and _near(row, when, asked)]


def _of_kind(finding: Finding, asked: Asked) -> Iterable[Any]:
    """The facts that an act of this kind could be on record as."""
    shelf, act = asked.shelf, getattr(finding, "act", finding.kind)
    done = [r for r in shelf.responses if r.polarity == "done"]
    by_act: dict[str, Iterable[Any]] = {
        "request": shelf.requests,
        "REQUEST": shelf.requests,
        "aid": [*shelf.aid, *_helping(done)],
        "AID": [*shelf.aid, *_helping(done)],
        "SUPPORT": [*shelf.aid, *done],
        "MOBILIZE": [*shelf.operations, *_helping(done)],
        "COERCE": shelf.repressions,
        "ASSAULT": shelf.crises,
        "CONSULT": shelf.summits,
        "AGREE": [*shelf.summits, *shelf.treaties],
        "REJECT": [r for r in shelf.responses if r.polarity == "refused"],
        "response": done,
    }
    return by_act.get(act, ())


def _helping(responses: list[Response]) -> list[Response]:
    return [r for r in responses if r.form in _HELP]


def _between(row: Any, actor: str, target: str | None) -> bool:
    """Whether a fact has these parties: the actor as the one who acts, the target anywhere in it."""
    if isinstance(row, Crisis):
        return any(actor in r.aggressors and (target is None or target in r.victims) for r in row.readings)
    acts = {getattr(row, field, None) for field in ("by", "giver", "of", "in_name_of")}
    others = {getattr(row, field, None) for field in ("to", "receiver", "against", "crisis")}
    return actor in acts and (target is None or target in others or target in acts)


def _near(row: Any, when: Interval | None, asked: Asked) -> bool:
    """Whether a fact lies in the finding's days; a finding without a date takes any fact up to the text's day."""
    start = getattr(row, "on", None) or getattr(row, "from_", None) or getattr(row, "signed", None)
    end = getattr(row, "until", None)
    if start is None:
        return False
    if when is None:
        return bool(start.first <= asked.day.last)
    return asked.during((start, end or _after_day(start)), when) is not False


def _after_day(day: Any) -> Any:
    from foedus.corroboration.answer import after

    return after(day)

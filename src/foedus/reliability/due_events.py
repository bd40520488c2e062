"""Every time that a promise of defence or consultation came due by rule: also where nobody is known to have asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedus.nouns import Duty, Noun, VerdictWord
from foedus.obligation import Case, Promises, Test, duties, test
from foedus.obligation.wording import questions
from foedus.reliability.crises import Found, Matched
from foedus.when import Known, When

KINDS = ("defence", "consultation")


class DueEvent(Noun, frozen=True, kw_only=True):
    """One promise of one debtor to one creditor in one crisis, owed (true) or not known to be owed (null).

    `asked` is null: the lists do not tell it. `answered` is how the debtor acted; `in_name_of` is null where that is not
    told. `list` tells who was attacked, when and by whom; `sources` are the names of the crisis in each list that has it.
    """

    crisis: str
    list: str
    name: str
    on: When
    until: When
    what: str
    place: str
    alliance: str
    article: str
    kind: str
    debtor: str
    creditor: str
    aggressors: tuple[str, ...]
    owed: Known
    open_because: str
    asked: Known
    answered: str
    in_name_of: str | None
    verdict: VerdictWord
    coded_by: str
    sources: tuple[str, ...]


def due_events(crises: Iterable[Matched], promises: Promises) -> Iterator[DueEvent]:
    """All of them, by crisis, wording, debtor."""
    for crisis in crises:
        for found in crisis.found:
            if found.aggressors and not found.nameless:
                yield from _asked_by(found, (crisis.crisis, *(name for _, name in crisis.also)), promises)


def _asked_by(found: Found, sources: tuple[str, ...], promises: Promises) -> Iterator[DueEvent]:
    on = When(found.start)
    case = Case(victims=(found.victim,), aggressors=found.aggressors, on=on, began=on, kind=found.kind)
    for question in questions(case, promises):
        duty_like = question.wording.kind in KINDS and question.wording.modality == "duty"
        if duty_like and question.creditor == found.victim:
            tried = test(question)
            if tried.holds is not False:
                yield from _owed(tried, found, sources)


def _owed(tried: Test, found: Found, sources: tuple[str, ...]) -> Iterator[DueEvent]:
    why = "; ".join(reason.because for reason in tried.reasons if reason.holds is None)
    for duty in duties(tried):
        if duty.owed is not False and duty.debtor:
            yield _event(duty, found, sources, why)


def _event(duty: Duty, found: Found, sources: tuple[str, ...], why: str) -> DueEvent:
    debtor = duty.debtor or ""
    answered = _answered(debtor, found)
    return DueEvent(
        crisis=found.crisis,
        list=found.list,
        name=found.name,
        on=When(found.start),
        until=When(found.end),
        what=found.kind,
        place=found.place,
        alliance=duty.alliance,
        article=duty.article,
        kind=duty.kind,
        debtor=debtor,
        creditor=found.victim,
        aggressors=found.aggressors,
        owed=duty.owed,
        open_because=why,
        asked=None,
        answered=answered,
        in_name_of=None,
        verdict=verdict(duty.owed, duty.kind, answered),
        coded_by=duty.coded_by,
        sources=sources,
    )


def _answered(debtor: str, found: Found) -> str:
    """What the debtor did, as far as the lists tell; one that names only some powers does not tell who stayed out."""
    if debtor in found.helpers:
        return "in arms"
    if debtor in found.foes:
        return "against it"
    return "not in arms" if found.told else "not told"


def verdict(owed: Known, kind: str, answered: str) -> VerdictWord:
    """Arms beside the creditor keep either promise, arms against it break either. Who was not in arms broke a promise of
    defence; whether it consulted the lists do not tell. Help that is not known to be owed is an answer."""
    if answered == "in arms":
        return "kept" if owed else "answered"
    if not owed:
        return "unknown"
    broken = answered == "against it" or (kind == "defence" and answered == "not in arms")
    return "not_kept" if broken else "unknown"

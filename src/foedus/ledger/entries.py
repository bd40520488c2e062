"""The ledger: every crisis x every wording in force x every directed pair x each reading that has a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedus.ledger.acts import Act, Deeds, Happenings
from foedus.ledger.verdict import Situation, verdict
from foedus.nouns import Crisis, Duty, Entry, Reading, Request, VerdictWord, Wording
from foedus.obligation import Case, Promises, Test, disputed_in_law, duties, grades, strangers, tested
from foedus.when import Known, When, not_after


def case_of(crisis: Crisis, reading: Reading, requests: tuple[Request, ...] = ()) -> Case:
    """A recorded crisis, which must have a first day, as one source or side tells it."""
    assert crisis.from_ is not None
    return Case(
        victims=reading.victims,
        aggressors=reading.aggressors,
        backers=reading.backers,
        attacker=reading.attacker,
        on=crisis.from_,
        kind=crisis.kind,
        places=crisis.places,
        requests=requests,
        contested=reading.contested,
    )


def entries(
    crises: Iterable[Crisis], promises: Promises, happenings: Happenings, as_of: When, alliance: str | None = None
) -> Iterator[Entry]:
    """Every entry as of a day (later crises are left out), of one alliance or of all."""
    for crisis in crises:
        if crisis.from_ is not None and not_after(crisis.from_, as_of) is not False:
            for reading in crisis.readings:
                yield from _under(crisis, reading, promises, happenings, as_of, alliance)


def _under(
    crisis: Crisis, reading: Reading, promises: Promises, happenings: Happenings, as_of: When, alliance: str | None
) -> Iterator[Entry]:
    case = case_of(crisis, reading, happenings.requests(crisis.id))
    over = crisis.until is not None and not_after(crisis.until, as_of) is True
    for test in tested(case, promises):
        if alliance in (None, promises.alliance(test.question.wording)):
            yield from _judged(test, crisis, reading, happenings, over)
    for duty in strangers(case, promises):
        touched = tuple(happenings.touches(crisis.id, duty.alliance))
        if alliance in (None, duty.alliance) and (touched or _attacks(duty, case, promises)):
            yield _entry(duty, crisis, reading, "not_due", duty.reasons[0].because, touched)


def _judged(test: Test, crisis: Crisis, reading: Reading, happenings: Happenings, over: bool) -> Iterator[Entry]:
    """One test expanded to directed pairs, each with its verdict."""
    question = test.question
    wording, creditor = question.wording, question.creditor
    alliance = question.promises.alliance(wording)
    asks = [
        r for r in question.case.requests if r.by == creditor and r.to == alliance and r.article in ("", wording.article)
    ]
    collective = is_collective(wording, len(question.promises.roster.parties(wording.treaty, question.case.on)))
    for duty in duties(test, _rivals(crisis, reading)):
        if wording.kind == "nonaggression" and duty.debtor not in reading.aggressors:
            continue  # that the attacked did not attack is no promise kept
        deeds = happenings.deeds(crisis.id, str(duty.debtor), creditor, alliance)
        situation = Situation(
            alliance=alliance,
            discharge=wording.discharge,
            collective=collective,
            asked=_asked(asks),
            asked_otherwise=_asked_otherwise(question.case.requests, creditor, alliance, wording),
            declined=happenings.declined(crisis, creditor),
            over=over,
            rival=_calls_it_attack(crisis, reading, str(duty.debtor), creditor),
            bound_disputed=any(
                question.promises.roster.left_by_its_own_word(wording.treaty, state, question.case.on)
                for state in (creditor, str(duty.debtor))
            ),
            fights=duty.debtor in reading.aggressors,
            contested=reading.contested,
            force=grades()[crisis.kind].force,
        )
        word, why = verdict(duty, deeds, situation)
        if duty.owed and (dispute := disputed_in_law(question)):
            why += f"; disputed {'; '.join(dispute)}"
        yield _entry(duty, crisis, reading, word, why, _facts(asks, deeds, situation.declined))


def is_collective(wording: Wording, parties: int) -> bool:
    """Whether only an act in the alliance's name discharges it: among more than two, unless each decides for itself.

    Consulting takes more than one: that each may call for it does not make it a thing done alone.
    """
    decides = str(wording.who_decides.value) if wording.who_decides else ""
    alone = wording.kind != "consultation" and decides.startswith("each")
    return parties > 2 and not alone


def _asked(asks: list[Request]) -> Known:
    """Whether help was asked for; a request of form `none` records that it was not."""
    return any(ask.form != "none" for ask in asks) if asks else None


def _asked_otherwise(requests: tuple[Request, ...], creditor: str, alliance: str, wording: Wording) -> str:
    """What the creditor asked of the alliance under other articles, where help is owed; who asks for help may be
    taken to ask for talks, not the reverse."""
    if wording.kind == "consultation":
        return ""
    asks = (r for r in requests if r.by == creditor and r.to == alliance and r.article not in ("", wording.article))
    return ", ".join(f"{r.form} under Article {r.article}" for r in asks if r.form != "none")


def _rivals(crisis: Crisis, reading: Reading) -> tuple[str, ...]:
    return tuple(other.id for other in crisis.readings if other.id != reading.id)


def _calls_it_attack(crisis: Crisis, reading: Reading, debtor: str, creditor: str) -> str:
    """The rival reading by which the debtor attacked the creditor or stood behind the attack; empty where none does."""
    for other in crisis.readings:
        if other.id != reading.id and creditor in other.victims and debtor in (*other.aggressors, *other.backers):
            return other.id
    return ""


def _attacks(duty: Duty, case: Case, promises: Promises) -> bool:
    """Whether an aggressor is a party: an alliance owes an outsider nothing, but its own member's attack is told."""
    used = grades()[case.kind].force is True
    return used and any(promises.roster.standing(duty.treaty, a, case.on).party for a in case.aggressors)


def _facts(asks: list[Request], deeds: Deeds, declined: Act | None) -> tuple[str, ...]:
    acts = (*deeds.collective, *deeds.bilateral, *((declined,) if declined else ()))
    return tuple(dict.fromkeys((*(ask.id for ask in asks), *(act.id for act in acts))))


def _entry(duty: Duty, crisis: Crisis, reading: Reading, word: VerdictWord, why: str, facts: tuple[str, ...]) -> Entry:
    return Entry(
        crisis=crisis.id,
        on=crisis.from_,
        alliance=duty.alliance,
        article=duty.article,
        wording=duty.wording,
        kind=duty.kind,
        debtor=duty.debtor,
        creditor=duty.creditor,
        owed=duty.owed,
        verdict=word,
        reason=why,
        reading=reading.id,
        evidence=facts,
    )

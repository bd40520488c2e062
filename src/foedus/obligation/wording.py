"""Wording + case -> duties, with a reason for each condition.

Each wording is tested once per creditor (`tested`, the cheap part); `duties` then expands a test to directed pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol, cast

from foedus.nouns import Due, Duty, Reason, Term, Wording
from foedus.obligation import consultation, defence, neutrality, nonaggression, offence
from foedus.obligation.case import Case
from foedus.obligation.parties import Standing
from foedus.obligation.promises import Promises, period_on
from foedus.obligation.question import Question, disputed_in_law
from foedus.when import Known, all_of, before


class Kind(Protocol):
    """What one kind of obligation says: its conditions, to whom it is owed in a case, and by whom."""

    CONDITIONS: tuple[Callable[[Question], Reason], ...]

    def against(self, creditor: str, case: Case) -> tuple[str, ...] | None: ...

    def owes(self, state: str, adversaries: tuple[str, ...], case: Case) -> bool: ...


KINDS: dict[str, Kind] = {
    "defence": cast(Kind, defence),
    "offence": cast(Kind, offence),
    "neutrality": cast(Kind, neutrality),
    "nonaggression": cast(Kind, nonaggression),
    "consultation": cast(Kind, consultation),
}


_LAWFUL = {
    "right": "a right, no duty",
    "power": "a power of an organ, no duty until it acts",
    "ban": "a ban that an organ may lift",
}
_COVERS = {True: "covers", False: "does not cover", None: "may cover"}


class Test(NamedTuple):
    """One wording tested in a case for one creditor: every condition but the debtor's own standing."""

    question: Question
    reasons: tuple[Reason, ...]
    holds: Known


def tested(case: Case, promises: Promises) -> Iterator[Test]:
    """Each duty-making wording that stands on the day, for each side of the case that is or may be a party to it."""
    for question in questions(case, promises):
        if binds(question.wording):
            yield test(question)


def binds(wording: Wording) -> bool:
    """Whether the wording makes duties: a duty, or a ban that no organ can lift."""
    return wording.modality == "duty" or (wording.modality == "ban" and wording.who_decides is None)


def questions(case: Case, promises: Promises) -> Iterator[Question]:
    """Each wording that stands on the day with each side of the case to which it promises something."""
    for creditor in dict.fromkeys((*case.victims, *case.aggressors)):
        for wording in promises.made_by(creditor):
            adversaries = KINDS[wording.kind].against(creditor, case)
            period = period_on(wording, case.on) if adversaries is not None else None
            if adversaries is None or period is None:
                continue
            if promises.roster.standing(wording.treaty, creditor, case.on).party is not False:
                treaty = promises.treaties[wording.treaty]
                yield Question(wording, treaty, period, creditor, adversaries, case, promises)


def test(question: Question) -> Test:
    """Every condition of the wording's kind, and all of them together."""
    reasons = tuple(condition(question) for condition in KINDS[question.wording.kind].CONDITIONS)
    return Test(question, reasons, all_of(*(reason.holds for reason in reasons)))


def debtors(question: Question) -> Iterator[Standing]:
    """The states that owe it if its conditions hold: other parties, those that the wording names, as its kind says."""
    wording = question.wording
    for standing in question.promises.roster.parties(wording.treaty, question.case.on):
        named = not wording.debtors or standing.state in wording.debtors
        other = standing.state != question.creditor
        if named and other and KINDS[wording.kind].owes(standing.state, question.adversaries, question.case):
            yield standing


def duties(tested: Test, contested_by: tuple[str, ...] = ()) -> Iterator[Duty]:
    """One duty for each debtor; what is disputed in law stands beside the rival readings."""
    question, reasons, holds = tested
    contested_by = (*contested_by, *disputed_in_law(question))
    alliance = question.promises.alliance(question.wording)
    for debtor in debtors(question):
        party = Reason(
            condition="debtor_is_party",
            holds=debtor.party,
            because=debtor.because,
            basis="membership",
            source=debtor.source,
        )
        yield _duty(
            question.wording,
            alliance,
            (debtor.state, question.creditor),
            all_of(holds, debtor.party),
            (*reasons, party),
            contested_by,
        )


def due(case: Case, promises: Promises, contested_by: tuple[str, ...] = (), outsiders_of: str = "foedus") -> Due:
    """All that the case asks of whom: duties owed or perhaps owed, not owed, restraints on the fighters, lawful notes.

    An alliance coded by `outsiders_of` ("" for any) that no victim is in appears once in `not_owed`.
    """
    found = [duty for one in tested(case, promises) for duty in duties(one, contested_by)]
    fighters = {*case.victims, *case.aggressors}
    standing = [duty for duty in found if duty.owed is not False]
    return Due(
        duties=tuple(d for d in standing if not _restrains(d, fighters)),
        not_owed=(*(d for d in found if d.owed is False), *strangers(case, promises, outsiders_of)),
        restraints=tuple(d for d in standing if _restrains(d, fighters)),
        lawful=tuple(lawful(case, promises)),
    )


def _restrains(duty: Duty, fighters: set[str]) -> bool:
    return duty.kind == "nonaggression" or (duty.kind == "neutrality" and duty.debtor in fighters)


def strangers(case: Case, promises: Promises, coded_by: str = "foedus") -> Iterator[Duty]:
    """For each alliance with a promise of help in force on the day and no victim in it: one line that says so."""
    helping: dict[str, list[Wording]] = {}
    for wording in promises.wordings:
        if _helps(wording, case) and coded_by in ("", wording.coded_by):
            helping.setdefault(promises.alliance(wording), []).append(wording)
    for alliance, wordings in helping.items():
        standings = [promises.roster.standing(w.treaty, v, case.on) for w in wordings for v in case.victims]
        if all(standing.party is False for standing in standings):
            first = min(wordings, key=lambda wording: wording.kind != "defence")
            yield _duty(first, alliance, (None, None), False, (_outside(standings),), ())


def _helps(wording: Wording, case: Case) -> bool:
    """Whether the wording promises help or talks, and stands on the day."""
    if wording.kind not in ("defence", "consultation") or wording.modality != "duty":
        return False
    period = period_on(wording, case.on)
    return period is not None and period.status != "gap"


def _outside(standings: list[Standing]) -> Reason:
    """The one reason for which an alliance owes outsiders nothing."""
    return Reason(
        condition="creditor_is_party",
        holds=False,
        because="; ".join(dict.fromkeys(standing.because for standing in standings)),
        basis="membership",
        source=next((standing.source for standing in standings if standing.source), ""),
    )


def lawful(case: Case, promises: Promises) -> Iterator[str]:
    """Consent, rights and powers that the case touches: what would be lawful, which is not what is owed."""
    supposed = case.requested and not before(case.requested, case.on)
    if supposed or any(r.form != "none" and r.by in case.victims for r in case.requests):
        yield f"{' and '.join(case.victims)} asked for help: what is given on its own territory has its consent"
    for question in questions(case, promises):
        wording = question.wording
        if not binds(wording) and wording.modality in _LAWFUL and question.creditor in case.victims:
            covers = _COVERS[test(question).holds]
            says = _words(wording.performance) or wording.text
            whose = f"{_LAWFUL[wording.modality]}; {covers} {question.creditor}'s case"
            yield f"{question.treaty.name}, Article {wording.article} ({whose}): {says}"


def _duty(
    wording: Wording,
    alliance: str,
    pair: tuple[str | None, str | None],
    owed: Known,
    reasons: tuple[Reason, ...],
    contested_by: tuple[str, ...],
) -> Duty:
    return Duty(
        alliance=alliance,
        treaty=wording.treaty,
        article=wording.article,
        wording=wording.id,
        kind=wording.kind,
        debtor=pair[0],
        creditor=pair[1],
        owed=owed,
        performance=_words(wording.performance),
        who_decides=_words(wording.who_decides),
        reasons=reasons,
        contested_by=contested_by,
        coded_by=wording.coded_by,
    )


def _words(term: Term | None) -> str:
    return str(term.value) if term else ""

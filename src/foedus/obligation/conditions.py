"""The conditions of a promise, one function each: does it hold in the case, why, and on what basis.

A condition that the text does not set is none: it holds, basis "text: none set". Two exceptions: a text that is silent
on an attack by a party leaves that unknown, and a limit that another instrument or an organ adds counts.
"""

from __future__ import annotations

from foedus.nouns import Reason, Request
from foedus.obligation import coded
from foedus.obligation.question import NONE_SET, Question, basis, by, either, force_of, grades, items, none_set, text_of
from foedus.obligation.territory import PARTIES
from foedus.when import Known, any_of, before, within

_STATUS = {"provisional": "stood only provisionally", "gap": "did not stand", "not covered": "is not covered"}


def in_force(q: Question) -> Reason:
    """The wording stands on the day: in force; unknown where it stood only provisionally; a gap is no promise."""
    p, on = q.period, q.case.on
    holds: Known = {"in force": within(on, p.from_, p.until), "gap": False}.get(p.status)
    says = f"is in force from {p.from_ or '?'}" + (f" until {p.until}" if p.until else "")
    if p.status == "in force" and holds is None:
        says += f"; {on} is not precise enough"
    if p.status != "in force":
        says = f"{_STATUS[p.status]}: {p.because}"
    because = f"Article {q.wording.article} in this wording {says}"
    return Reason(condition="in_force", holds=holds, because=because, basis=basis(q), source=force_of(q))


def creditor_is_party(q: Question) -> Reason:
    """The state to which the promise is owed is a party on the day."""
    _, party, because, source = q.promises.roster.standing(q.treaty.id, q.creditor, q.case.on)
    return Reason(condition="creditor_is_party", holds=party, because=because, basis="membership", source=source)


def creditor_is_named(q: Question) -> Reason:
    """The promise is to every party, or to those that the wording names."""
    named = q.wording.creditors
    if not named:
        return none_set("creditor", "the promise is to every party")
    because = f"the promise is to {', '.join(named)} only"
    return Reason(condition="creditor", holds=q.creditor in named, because=because, basis=basis(q), source=text_of(q))


def grade(q: Question) -> Reason:
    """What happened is at least of the grade that the wording names."""
    trigger = q.wording.trigger
    if trigger is None:
        return none_set("grade", "the text names no grade of attack")
    happened = grades()[q.case.kind]
    reached = happened.reaches[trigger.grade]
    verb = {True: "reaches", False: "does not reach", None: "may or may not reach"}[reached]
    because = f"{happened.called} {verb} the grade {trigger.grade!r} that the text asks for"
    return Reason(
        condition="grade", holds=reached, because=because, basis=trigger.basis, source=trigger.source or text_of(q)
    )


def attack(q: Question) -> Reason:
    """That there was an attack at all is not in dispute; a mere threat needs none."""
    if _threat_will_do(q) or not q.case.contested:
        because = "a threat will do" if _threat_will_do(q) else "that there was such an attack is not contested"
        return Reason(condition="attack", holds=True, because=because, basis="reading")
    because = "that there was such an attack is claimed and contested"
    return Reason(condition="attack", holds=None, because=because, basis="reading")


def attacker(q: Question) -> Reason:
    """The attacker is of a sort that the wording covers; one that names none covers states and groups."""
    trigger, case = q.wording.trigger, q.case
    if trigger is None and q.wording.kind == "consultation":
        return none_set("attacker", "the text names no attacker")
    covered = trigger.by if trigger else ("state", "group")
    rests_on, source = (trigger.basis, trigger.source or text_of(q)) if trigger else (NONE_SET, "")
    if case.attacker == "unknown":
        anyone = len(covered) == 3 or (_threat_will_do(q) and rests_on == NONE_SET)
        holds: Known = True if anyone else None
    else:
        holds = case.attacker in covered
    who = {"inside": "unrest from inside", "unknown": "an attacker nobody knows"}.get(case.attacker, f"a {case.attacker}")
    because = f"the attacker is {who}; the text covers {', '.join(covered)}"
    return Reason(condition="attacker", holds=holds, because=because, basis=rests_on, source=source)


def attack_by_party(q: Question) -> Reason:
    """Whether an attack by one party on another counts, where the attacker is or may be a party.

    A promise that a threat calls on needs no attacker: where nobody is named there is none who might be a party.
    """
    term = q.wording.attack_by_party_counts
    value = str(term.value) if term else ""
    if term is None or value in ("yes", "True"):
        because = "the text does not leave out an attack by a party"
        return none_set("attack_by_party", because) if term is None else by(term, q, "attack_by_party", True, because)
    if _threat_will_do(q) and not q.adversaries:
        return by(term, q, "attack_by_party", True, "a threat will do, and no party is named as its author")
    inside = _attacker_is_party(q)
    if inside is False:
        return by(term, q, "attack_by_party", True, "the attacker is no party")
    who = " or ".join(q.adversaries) or "the attacker, whom nobody has named,"
    is_party = f"{who} {'is' if inside else 'may be'} a party, and"
    if value == "silent":
        return by(term, q, "attack_by_party", None, f"{is_party} on an attack by a party the text is silent")
    return by(term, q, "attack_by_party", False if inside else None, f"{is_party} the text leaves that out")


def territory(q: Question) -> Reason:
    """It happened inside the area that the promise is limited to; any one place inside is enough."""
    term, case = q.wording.territory, q.case
    if term is None:
        return none_set("territory", "the text names no area")
    areas = items(term)
    if not areas:
        return by(term, q, "territory", None, "limited to an area that the coding does not name")
    if not case.places:
        return by(term, q, "territory", None, f"limited to {_areas(areas)}; where it happened is not said")
    roster, atlas = q.promises.roster, q.promises.atlas

    def is_party(state: str) -> Known:
        return roster.standing(q.treaty.id, state, case.on).party

    holds = any_of(*(atlas.within(place, areas, case.on, is_party) for place in case.places))
    where = "; ".join(_lies(q, place) for place in case.places)
    return by(term, q, "territory", holds, f"limited to {_areas(areas)}; {where}")


def request(q: Question) -> Reason:
    """The attacked state asked, where help is owed on request."""
    term = q.wording.on_request
    if term is None or str(term.value) in ("no", "False"):
        return none_set("request", "the text asks for no request")
    asked, because, source = _asked(q)
    return Reason(
        condition="request",
        holds=asked,
        because=because,
        basis=term.basis,
        source=source or term.source or text_of(q),
    )


STANDING = (in_force, creditor_is_party, creditor_is_named)
"""What every promise needs."""
CALLED_ON = (
    grade,
    attack,
    attacker,
    attack_by_party,
    territory,
    request,
    coded.named_adversary,
    coded.enough_adversaries,
    coded.unprovoked,
    coded.ongoing_war,
    coded.untold,
)
"""What a promise to act for an attacked or threatened party needs besides."""


def _areas(items: tuple[str, ...]) -> str:
    """The items of a territory in words: `parties+Europe` is the parties' territory in Europe."""
    return either(tuple(" in ".join(item.replace(PARTIES, "the parties' territory").split("+")) for item in items))


def _threat_will_do(q: Question) -> bool:
    """Whether the promise is called on by a threat, with no attack at all."""
    trigger = q.wording.trigger
    return trigger.grade == "threat" if trigger else q.wording.kind == "consultation"


def _attacker_is_party(q: Question) -> Known:
    if q.adversaries:
        return any_of(*(q.promises.roster.standing(q.treaty.id, a, q.case.on).party for a in q.adversaries))
    return False if q.case.attacker in ("group", "inside") else None


def _lies(q: Question, place: str) -> str:
    owner = q.promises.atlas.owner(place, q.case.on)
    if owner == place:
        return f"it happened in {place}"
    region = q.promises.atlas.region(place, q.case.on).replace("_", " ")
    return f"it happened in {place}, by law {owner or 'of no known state'}" + (f", {region}" if region else "")


def _asked(q: Question) -> tuple[Known, str, str]:
    """Whether the creditor asked under this article, in words, and the request's id."""
    if not q.case.requests:
        return (*_says_it_asked(q), "")
    asks = [
        r for r in q.case.requests if r.by == q.creditor and r.to in (q.treaty.of, q.treaty.id) and _for_article(r, q)
    ]
    made = [r for r in asks if r.form != "none"]
    if made:
        return True, f"{q.creditor} asked on {made[0].on}", made[0].id
    if asks:
        return False, f"{q.creditor} did not ask", asks[0].id
    return None, f"owed on request; no request of {q.creditor} to {q.treaty.of} under this article is recorded", ""


def _says_it_asked(q: Question) -> tuple[Known, str]:
    """Where no request is recorded: what is known of one. Who asked before the attack did not ask for help against it."""
    asked, on = q.case.requested, q.case.on
    if asked is None:
        return None, f"owed on request; whether {q.creditor} asked is not known"
    if asked is False:
        return False, f"{q.creditor} did not ask"
    if before(asked, on):
        return None, f"{q.creditor} asked on {asked}, before {on}; whether it asked for help against this is not known"
    return True, f"{q.creditor} asked on {asked}"


def _for_article(r: Request, q: Question) -> bool:
    if r.treaty and r.treaty != q.treaty.id:
        return False
    return not r.article or r.article == q.wording.article

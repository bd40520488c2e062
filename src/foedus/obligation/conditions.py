"""The conditions of a promise, one function each: does it hold in the case, why, and on what basis.

A condition that the text does not set is none: it holds, basis "text: none set". Two exceptions: a text that is silent
on an attack by a party leaves that unknown, and a limit that another instrument or an organ adds counts.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from foedus.nouns import Period, Reason, Request, Term, Treaty, Wording
from foedus.obligation.case import Attacker, Case
from foedus.obligation.promises import Promises
from foedus.obligation.territory import PARTIES
from foedus.when import Known, any_of, not_after, within

NONE_SET = "text: none set"
_WORDS: dict[object, Known] = {"yes": True, "no": False, "unknown": None, True: True, False: False}


class Grade(NamedTuple):
    """One kind of crisis in words, whether force is used in it, who attacks where nobody is named, how far it reaches."""

    called: str
    force: Known
    attacker: Attacker
    reaches: dict[str, Known]


class Question(NamedTuple):
    """One wording put to one case: is the promise to this creditor called on against these adversaries?"""

    wording: Wording
    treaty: Treaty
    period: Period
    creditor: str
    adversaries: tuple[str, ...]
    case: Case
    promises: Promises


@cache
def grades() -> dict[str, Grade]:
    """The table of grades.toml, by kind of crisis."""
    rows = tomllib.loads(Path(__file__).with_name("grades.toml").read_text(encoding="utf8"))
    return {
        k: Grade(v["called"], _WORDS[v["force"]], v["attacker"], {g: _WORDS[w] for g, w in v["reaches"].items()})
        for k, v in rows.items()
    }


def in_force(q: Question) -> Reason:
    """The wording stands on the day: in force; unknown where it stood only provisionally; a gap is no promise."""
    p, case = q.period, q.case
    name = f"Article {q.wording.article} in this wording"
    if p.status == "gap":
        return Reason(
            condition="in_force", holds=False, because=f"{name}: a gap: {p.because}", basis="text", source=_text(q)
        )
    if p.status == "not covered":
        why = f"{name}: {p.because}"
        return Reason(condition="in_force", holds=None, because=why, basis=_basis(q), source=_text(q))
    if p.status == "provisional":
        why = f"{name} stood only provisionally: {p.because}".strip()
        return Reason(condition="in_force", holds=None, because=why, basis="text", source=_text(q))
    holds = within(case.on, p.from_, p.until)
    until = f" until {p.until}" if p.until else ""
    why = f"{name} is in force from {p.from_ or '?'}{until}" + ("" if holds else f"; {case.on} is not precise enough")
    return Reason(condition="in_force", holds=holds, because=why, basis=_basis(q), source=_text(q))


def creditor_is_party(q: Question) -> Reason:
    """The state to which the promise is owed is a party on the day."""
    _, party, because, source = q.promises.roster.standing(q.treaty.id, q.creditor, q.case.on)
    return Reason(condition="creditor_is_party", holds=party, because=because, basis="membership", source=source)


def creditor_is_named(q: Question) -> Reason:
    """The promise is to every party, or to those that the wording names."""
    named = q.wording.creditors
    if not named:
        return _none_set("creditor", "the promise is to every party")
    because = f"the promise is to {', '.join(named)} only"
    return Reason(condition="creditor", holds=q.creditor in named, because=because, basis=_basis(q), source=_text(q))


def grade(q: Question) -> Reason:
    """What happened is at least of the grade that the wording names."""
    trigger = q.wording.trigger
    if trigger is None:
        return _none_set("grade", "the text names no grade of attack")
    happened = grades()[q.case.kind]
    reached = happened.reaches[trigger.grade]
    verb = {True: "reaches", False: "does not reach", None: "may or may not reach"}[reached]
    because = f"{happened.called} {verb} the grade {trigger.grade!r} that the text asks for"
    return Reason(
        condition="grade", holds=reached, because=because, basis=trigger.basis, source=trigger.source or _text(q)
    )


def attack(q: Question) -> Reason:
    """That there was an attack at all is not in dispute; a mere threat needs none."""
    trigger = q.wording.trigger
    threat_will_do = trigger.grade == "threat" if trigger else q.wording.kind == "consultation"
    if threat_will_do or not q.case.contested:
        because = (
            "a threat will do" if threat_will_do else "that it came about as this reading tells is not disputed in it"
        )
        return Reason(condition="attack", holds=True, because=because, basis="reading")
    because = "that there was such an attack is claimed and contested"
    return Reason(condition="attack", holds=None, because=because, basis="reading")


def attacker(q: Question) -> Reason:
    """The attacker is of a sort that the wording covers; one that names none covers states and groups."""
    trigger, case = q.wording.trigger, q.case
    if trigger is None and q.wording.kind == "consultation":
        return _none_set("attacker", "the text names no attacker")
    covered = trigger.by if trigger else ("state", "group")
    basis, source = (trigger.basis, trigger.source or _text(q)) if trigger else (NONE_SET, "")
    if case.attacker == "unknown":
        holds: Known = True if len(covered) == 3 else None
    else:
        holds = case.attacker in covered
    who = {"inside": "unrest from inside", "unknown": "an attacker nobody knows"}.get(case.attacker, f"a {case.attacker}")
    because = f"the attacker is {who}; the text covers {', '.join(covered)}"
    return Reason(condition="attacker", holds=holds, because=because, basis=basis, source=source)


def attack_by_party(q: Question) -> Reason:
    """Whether an attack by one party on another counts, where the attacker is or may be a party."""
    term = q.wording.attack_by_party_counts
    value = str(term.value) if term else ""
    if term is None or value in ("yes", "True"):
        because = "the text does not leave out an attack by a party"
        return _none_set("attack_by_party", because) if term is None else _by(term, q, "attack_by_party", True, because)
    inside = _attacker_is_party(q)
    if inside is False:
        return _by(term, q, "attack_by_party", True, "the attacker is no party")
    who = " or ".join(q.adversaries) or "the attacker, whom nobody has named,"
    is_party = f"{who} {'is' if inside else 'may be'} a party, and"
    if value == "silent":
        return _by(term, q, "attack_by_party", None, f"{is_party} on an attack by a party the text is silent")
    return _by(term, q, "attack_by_party", False if inside else None, f"{is_party} the text leaves that out")


def territory(q: Question) -> Reason:
    """It happened inside the area that the promise is limited to; any one place inside is enough."""
    term, case = q.wording.territory, q.case
    if term is None:
        return _none_set("territory", "the text names no area")
    areas = _items(term)
    if not areas:
        return _by(term, q, "territory", None, "limited to an area that the coding does not name")
    if not case.places:
        return _by(term, q, "territory", None, f"limited to {_areas(areas)}; where it happened is not said")
    roster, atlas = q.promises.roster, q.promises.atlas

    def is_party(state: str) -> Known:
        return roster.standing(q.treaty.id, state, case.on).party

    holds = any_of(*(atlas.within(place, areas, case.on, is_party) for place in case.places))
    where = "; ".join(_lies(q, place) for place in case.places)
    return _by(term, q, "territory", holds, f"limited to {_areas(areas)}; {where}")


def request(q: Question) -> Reason:
    """The attacked state asked, where help is owed on request."""
    term = q.wording.on_request
    if term is None or str(term.value) in ("no", "False"):
        return _none_set("request", "the text asks for no request")
    asked, because, source = _asked(q)
    return Reason(
        condition="request", holds=asked, because=because, basis=term.basis, source=source or term.source or _text(q)
    )


def named_adversary(q: Question) -> Reason:
    """The adversary is one that the wording names."""
    term = q.wording.adversaries
    if term is None:
        return _none_set("adversary", "the text names no adversary")
    named = _items(term)
    if not named:
        return _by(term, q, "adversary", None, "only against adversaries that the coding does not name")
    if not q.adversaries:
        return _by(term, q, "adversary", None, f"only against {_or(named)}; the adversary is not named")
    holds = any(a in named for a in q.adversaries)
    return _by(term, q, "adversary", holds, f"only against {_or(named)}; the adversary is {_or(q.adversaries)}")


def enough_adversaries(q: Question) -> Reason:
    """As many states attack as the wording asks for, and no more than it allows."""
    term, most = q.wording.adversaries_least, q.wording.adversaries_most
    limit = term or most
    if limit is None:
        return _none_set("number_of_adversaries", "the text sets no number of adversaries")
    if limit.value in (None, (), ""):
        return _by(limit, q, "number_of_adversaries", None, "for a number of adversaries that the coding does not tell")
    bound, count = int(cast(int, limit.value)), len(q.adversaries)
    holds: Known = (count >= bound if term else count <= bound) if count else None
    because = f"only against {bound} or {'more' if term else 'fewer'} states; {count or 'none'} named here"
    return _by(limit, q, "number_of_adversaries", holds, because)


def unprovoked(q: Question) -> Reason:
    """The creditor did not bring it on itself, where the wording asks for that."""
    term = q.wording.unprovoked
    if term is None or not term.value:
        return _none_set("unprovoked", "the text does not ask who provoked it")
    if q.creditor in q.case.aggressors:
        return _by(term, q, "unprovoked", False, f"{q.creditor} attacked first")
    said = {
        True: f"{q.creditor} provoked it",
        False: f"{q.creditor} did not provoke it",
        None: "who provoked it is not known",
    }
    provoked = q.case.provoked
    return _by(term, q, "unprovoked", None if provoked is None else not provoked, said[provoked])


def ongoing_war(q: Question) -> Reason:
    """A promise for a war already on when it was made covers that war only (true), or leaves it out (false).

    Where nobody says when the war began, an attack on a later day may be part of it: unknown.
    """
    term = q.wording.ongoing_war
    if term is None:
        return _none_set("ongoing_war", "the text does not turn on a war already on")
    start, began = q.wording.periods[0].from_, q.case.began
    limit = "only for the war on when it was made" if term.value else "not for a war on when it was made"
    if began is None:
        return _by(term, q, "ongoing_war", None, f"{limit} ({start}); when this war began is not said")
    was_on = not_after(began, start) if start else False
    holds = was_on if term.value else (None if was_on is None else not was_on)
    return _by(term, q, "ongoing_war", holds, f"{limit} ({start}); this one began {began}")


def attacked(q: Question) -> Reason:
    """The creditor is attacked, where neutrality is owed only then."""
    if q.wording.trigger is None:
        return _none_set("attacked", "the text does not ask who began it")
    holds = q.creditor in q.case.victims
    because = f"only if the ally is attacked; {q.creditor} {'was' if holds else 'was not'}"
    trigger = q.wording.trigger
    return Reason(
        condition="attacked", holds=holds, because=because, basis=trigger.basis, source=trigger.source or _text(q)
    )


def untold(q: Question) -> Reason:
    """Conditions of which the coding tells only the sort: whether they hold is not known."""
    terms = q.wording.untold
    if not terms:
        return _none_set("untold", "no further condition")
    return _by(terms[0], q, "untold", None, "; ".join(f"only {term.value}: the coding tells no more" for term in terms))


STANDING = (in_force, creditor_is_party, creditor_is_named)
"""What every promise needs."""
CALLED_ON = (
    grade,
    attack,
    attacker,
    attack_by_party,
    territory,
    request,
    named_adversary,
    enough_adversaries,
    unprovoked,
    ongoing_war,
    untold,
)
"""What a promise to act for an attacked or threatened party needs besides."""


def _basis(q: Question) -> str:
    """What the wording as a whole rests on: its text, or a data set's coding of it."""
    return "text" if q.wording.coded_by == "foedus" else "coding"


def _text(q: Question) -> str:
    return q.treaty.text


@cache
def _none_set(condition: str, because: str) -> Reason:
    return Reason(condition=condition, holds=True, because=because, basis=NONE_SET)


def _by(term: Term, q: Question, condition: str, holds: Known, because: str) -> Reason:
    note = f" ({term.note})" if term.note and holds is not True else ""
    source = term.source or (_text(q) if term.basis == "text" else "")
    return Reason(condition=condition, holds=holds, because=because + note, basis=term.basis, source=source)


def _items(term: Term) -> tuple[str, ...]:
    value = term.value
    return value if isinstance(value, tuple) else tuple(filter(None, str(value).split("|")))


def _or(names: tuple[str, ...]) -> str:
    return " or ".join(name.replace("_", " ") for name in names) or "nobody"


def _areas(items: tuple[str, ...]) -> str:
    """The items of a territory in words: `parties+Europe` is the parties' territory in Europe."""
    return _or(tuple(" in ".join(item.replace(PARTIES, "the parties' territory").split("+")) for item in items))


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
        asked = q.case.requested
        if asked is None:
            return None, f"owed on request; whether {q.creditor} asked is not known", ""
        return (True, f"{q.creditor} asked on {asked}", "") if asked else (False, f"{q.creditor} did not ask", "")
    asks = [
        r for r in q.case.requests if r.by == q.creditor and r.to in (q.treaty.of, q.treaty.id) and _for_article(r, q)
    ]
    made = [r for r in asks if r.form != "none"]
    if made:
        return True, f"{q.creditor} asked on {made[0].on}", made[0].id
    if asks:
        return False, f"{q.creditor} did not ask", asks[0].id
    return None, f"owed on request; no request of {q.creditor} to {q.treaty.of} under this article is recorded", ""


def _for_article(r: Request, q: Question) -> bool:
    if r.treaty and r.treaty != q.treaty.id:
        return False
    return not r.article or r.article == q.wording.article

"""The conditions that ATOP codes, one function each: adversaries, provocation, a war already on.

Where a data set codes only the sort of a condition, whether it holds is unknown.
"""

from __future__ import annotations

from typing import cast

from foedus.nouns import Reason
from foedus.obligation.question import Question, by, either, items, none_set, text_of
from foedus.when import Known, not_after


def named_adversary(q: Question) -> Reason:
    """The adversary is one that the wording names."""
    term = q.wording.adversaries
    if term is None:
        return none_set("adversary", "the text names no adversary")
    named = items(term)
    if not named:
        return by(term, q, "adversary", None, "only against adversaries that the coding does not name")
    if not q.adversaries:
        return by(term, q, "adversary", None, f"only against {either(named)}; the adversary is not named")
    holds = any(a in named for a in q.adversaries)
    return by(term, q, "adversary", holds, f"only against {either(named)}; the adversary is {either(q.adversaries)}")


def enough_adversaries(q: Question) -> Reason:
    """As many states attack as the wording asks for, and no more than it allows."""
    term, most = q.wording.adversaries_least, q.wording.adversaries_most
    limit = term or most
    if limit is None:
        return none_set("number_of_adversaries", "the text sets no number of adversaries")
    if limit.value in (None, (), ""):
        return by(limit, q, "number_of_adversaries", None, "for a number of adversaries that the coding does not tell")
    bound, count = int(cast(int, limit.value)), len(q.adversaries)
    holds: Known = (count >= bound if term else count <= bound) if count else None
    because = f"only against {bound} or {'more' if term else 'fewer'} states; {count or 'none'} named here"
    return by(limit, q, "number_of_adversaries", holds, because)


def unprovoked(q: Question) -> Reason:
    """The creditor did not bring it on itself, where the wording asks for that."""
    term = q.wording.unprovoked
    if term is None or not term.value:
        return none_set("unprovoked", "the text does not ask who provoked it")
    if q.creditor in q.case.aggressors:
        return by(term, q, "unprovoked", False, f"{q.creditor} attacked first")
    said = {
        True: f"{q.creditor} provoked it",
        False: f"{q.creditor} did not provoke it",
        None: "who provoked it is not known",
    }
    provoked = q.case.provoked
    return by(term, q, "unprovoked", None if provoked is None else not provoked, said[provoked])


def ongoing_war(q: Question) -> Reason:
    """A promise for a war already on when it was made covers that war only (true), or leaves it out (false).

    Where nobody says when the war began, an attack on a later day may be part of it: unknown.
    """
    term = q.wording.ongoing_war
    if term is None:
        return none_set("ongoing_war", "the text does not turn on a war already on")
    start, began = q.wording.periods[0].from_, q.case.began
    limit = "only for the war on when it was made" if term.value else "not for a war on when it was made"
    if began is None:
        return by(term, q, "ongoing_war", None, f"{limit} ({start}); when this war began is not said")
    was_on = not_after(began, start) if start else False
    holds = was_on if term.value else (None if was_on is None else not was_on)
    return by(term, q, "ongoing_war", holds, f"{limit} ({start}); this one began {began}")


def attacked(q: Question) -> Reason:
    """The creditor is attacked, where neutrality is owed only then."""
    if q.wording.trigger is None:
        return none_set("attacked", "the text does not ask who began it")
    holds = q.creditor in q.case.victims
    because = f"only if the ally is attacked; {q.creditor} {'was' if holds else 'was not'}"
    trigger = q.wording.trigger
    return Reason(
        condition="attacked", holds=holds, because=because, basis=trigger.basis, source=trigger.source or text_of(q)
    )


def untold(q: Question) -> Reason:
    """Conditions of which the coding tells only the sort: whether they hold is not known."""
    terms = q.wording.untold
    if not terms:
        return none_set("untold", "no further condition")
    return by(terms[0], q, "untold", None, "; ".join(f"only {term.value}: the coding tells no more" for term in terms))

"""Words against own acts: after the claim, what did the speaker's state or alliance do (troops, money, requests)?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from foedus.nouns import Aid, Noun, Operation, Request, Response
from foedus.when import When

DAYS = 365


class OwnAct(Noun, frozen=True, kw_only=True):
    """One act on record after a claim: days after it, by whom, what; `crisis` that it is recorded under, if any."""

    fact: str
    on: When
    days_after: int
    by: str
    form: str
    what: str
    crisis: str | None


Acts = Iterable[Request | Response | Aid | Operation]


def own_acts(actors: set[str], claimed: When, acts: Acts, days: int = DAYS) -> tuple[OwnAct, ...]:
    """What these states and alliances are on record for in the year after a claim, in order of time."""
    found = [act for one in acts if (act := _act(one, actors, claimed))]
    return tuple(sorted((a for a in found if 0 <= a.days_after <= days), key=lambda a: (a.days_after, a.fact)))


def _act(one: Request | Response | Aid | Operation, actors: set[str], claimed: When) -> OwnAct | None:
    on = one.from_ if isinstance(one, Operation) else one.on
    by = {"giver": getattr(one, "giver", None), "by": getattr(one, "by", None), "of": getattr(one, "of", None)}
    actor = next((id for id in by.values() if id in actors), None)
    if on is None or actor is None or (isinstance(one, Response) and one.polarity != "done"):
        return None
    form = one.kind if isinstance(one, Operation) else one.form
    what = one.name if isinstance(one, Operation) else one.what
    return OwnAct(
        fact=one.id,
        on=on,
        days_after=(on.first - claimed.first) // timedelta(days=1),
        by=actor,
        form=form,
        what=what,
        crisis=one.crisis,
    )

"""An attack of one party on another: it breaks what they promised each other, whatever the treaty's conditions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from foedus.datasets.wars import War
from foedus.nouns import ObligationKind, Reason, Wording
from foedus.reliability.bound import Bound, debtors, together
from foedus.reliability.call import Call


def restraints(war: War, treaty: Bound, wording: Wording, creditor: int) -> Iterator[Call]:
    """An attack of one party on another breaks nonaggression, neutrality and defence alike (codebook p. 11)."""
    for debtor in debtors(treaty, wording, creditor):
        clash = clashed(war, treaty, debtor, creditor, wording.kind)
        if clash is None or wording.kind == "offence" or (wording.creditors and str(creditor) not in wording.creditors):
            continue
        aimed = wording.adversaries is None or str(debtor) in _named(wording)
        if wording.kind == "defence" and not aimed:
            continue
        because = f"{debtor} and {creditor} fought each other from {clash}, both bound"
        reason = Reason(condition="restraint", holds=True, because=because, basis="coding", source=RESTRAINT)
        yield Call(
            war=war.id,
            alliance=treaty.alliance,
            wording=wording.id,
            kind=wording.kind,
            debtor=debtor,
            creditor=creditor,
            on=clash,
            owed=True,
            presumed=True,
            did="fought against",
            kept=False,
            reasons=(reason,),
            presumptions=(True,),
        )


RESTRAINT = "ATOP 5.1 codebook, p. 11: neutrality and nonaggression both promise to refrain from conflict with an ally"


def clashed(war: War, treaty: Bound, one: int, other: int, kind: ObligationKind) -> date | None:
    """The first day on which two parties fought each other while both were bound; None if they did not.

    A fight that was already on breaks a promise of nonaggression; other promises made during it show that it was over.
    A treaty that ends the fight, signed on its last day, was not broken by it.
    """
    fight = war.fights.get((one, other))
    if fight is None:
        return None
    for both in together(treaty, one, other):
        already_on = fight[0] < both.first < fight[1] and kind == "nonaggression"
        if both.first <= fight[0] <= both.last or already_on:
            return max(fight[0], both.first)
    return None


def _named(wording: Wording) -> tuple[str, ...]:
    value = wording.adversaries.value if wording.adversaries else ()
    return value if isinstance(value, tuple) else (str(value),)

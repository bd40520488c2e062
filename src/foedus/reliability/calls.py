"""Every promise that a war touched: was it called on, of whom, for whom, and what did the debtor do?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from foedus.datasets.wars import War
from foedus.nouns import Reason, Wording
from foedus.obligation import Case, Question, test
from foedus.reliability.bound import Bound, World, debtors, together
from foedus.reliability.call import COUNTED, Call, Deed
from foedus.reliability.presumptions import Doubt, presumed
from foedus.reliability.restraints import restraints
from foedus.when import Known, When, all_of

HELP_WITHIN_DAYS = 365
"""An ally that comes in later than this after it was called on has not kept its promise (our choice: docs)."""


def calls(war: War, treaties: Iterable[Bound], world: World) -> Iterator[Call]:
    """Every promise that the war may have called on: by treaty, wording, creditor, debtor."""
    for treaty in treaties:
        for wording in treaty.wordings:
            if wording.kind in COUNTED:
                for creditor in treaty.parties:
                    if _in_war(war, creditor, treaty):
                        yield from restraints(war, treaty, wording, creditor)
                        if wording.kind != "nonaggression":
                            yield from Plea(war, treaty, wording, creditor, world).calls()


def _in_war(war: War, state: int, treaty: Bound) -> bool:
    """Whether the state fought in the war at a time when it was, or later in the war became, a party."""
    entry = war.entry.get(state)
    return entry is not None and any(entry <= s.last and s.first <= war.end for s in treaty.parties[state])


class Plea:
    """One creditor's claim under one wording in one war."""

    def __init__(self, war: War, treaty: Bound, wording: Wording, creditor: int, world: World) -> None:
        self.war, self.treaty, self.wording, self.creditor, self.world = war, treaty, wording, creditor, world
        self.pledge = world.atop.pledge[wording.id]
        last = max(stretch.last for stretch in treaty.parties[creditor])
        self.foes = war.foes.get(creditor, frozenset())
        self.attackers = {x: on for x, on in war.attacked.get(creditor, {}).items() if on <= last}

    @cached_property
    def for_this_war(self) -> bool:
        """Whether the promise takes part in a war that was on when it was made, whoever began it (p. 24, 27)."""
        aimed = self.pledge.threat == 4 and self.pledge.wartime
        return self.wording.ongoing_war is not None or (self.wording.kind == "defence" and aimed)

    @cached_property
    def adversaries(self) -> frozenset[int]:
        """Against whom: those that attacked the creditor, or all its foes where the promise asks for no attack."""
        if self.for_this_war or not self._asks_for_attack or (self.wording.kind == "neutrality" and not self.attackers):
            return self.foes
        return frozenset(self.attackers)

    @property
    def _asks_for_attack(self) -> bool:
        return self.wording.kind == "defence" or (
            self.wording.kind == "neutrality"
            and (self.wording.trigger is not None or self.wording.unprovoked is not None)
        )

    def calls(self) -> Iterator[Call]:
        """One call for each debtor that was not itself the creditor's foe."""
        for debtor in debtors(self.treaty, self.wording, self.creditor):
            if self._is_foe(debtor):
                continue
            on = self._day(debtor)
            if on is not None:
                yield self._call(debtor, on)

    def _is_foe(self, debtor: int) -> bool:
        """Whether the debtor fights the creditor, before the treaty was over."""
        fight = self.war.fights.get((debtor, self.creditor))
        return fight is not None and any(fight[0] <= b.last for b in together(self.treaty, debtor, self.creditor))

    def _day(self, debtor: int) -> date | None:
        """The day on which the debtor was called on: when the creditor came in (or was attacked), or when both were
        bound, if that was later in the war. None where they were not bound together in it."""
        entry = (
            min(self.attackers.values()) if self._asks_for_attack and self.attackers else self.war.entry[self.creditor]
        )
        days = (max(entry, both.first) for both in together(self.treaty, debtor, self.creditor) if entry <= both.last)
        return min((day for day in days if day <= self.war.end), default=None)

    def _call(self, debtor: int, on: date) -> Call:
        reasons = self._reasons(on) + ((_beside(debtor, self.creditor),) if self._stands_beside(debtor) else ())
        presumptions = tuple(self._presumed(reason) for reason in reasons)
        did = self._did(debtor, on)
        return Call(
            war=self.war.id,
            alliance=self.treaty.alliance,
            wording=self.wording.id,
            kind=self.wording.kind,
            debtor=debtor,
            creditor=self.creditor,
            on=on,
            owed=all_of(*(r.holds for r in reasons)),
            presumed=all_of(*presumptions),
            did=did,
            kept=did == "fought beside" or (self.wording.kind == "neutrality" and did != "fought against"),
            reasons=reasons,
            presumptions=presumptions,
        )

    def _reasons(self, on: date) -> tuple[Reason, ...]:
        if self.wording.kind == "defence" and not self.adversaries:
            because = f"{self.creditor} came into the war by its own attack"
            return (Reason(condition="attacked", holds=False, because=because, basis="war list"),)
        return test(self._question(on)).reasons

    def _question(self, on: date) -> Question:
        creditor, foes = str(self.creditor), tuple(str(foe) for foe in sorted(self.adversaries))
        attacked = self.wording.kind == "defence" or (self.wording.kind == "neutrality" and bool(self.attackers))
        case = Case(
            victims=(creditor,) if attacked else foes,
            aggressors=foes if attacked else (creditor,),
            on=When(on),
            began=When(self.war.start),
            provoked=self.creditor in self.war.own,
        )
        period = self.wording.periods[0]
        return Question(self.wording, self.treaty.treaty, period, creditor, foes, case, self.world.promises)

    def _presumed(self, reason: Reason) -> Known:
        if reason.holds is not None:
            return reason.holds
        doubt = Doubt(self.wording, self.pledge, self.creditor, self.adversaries, self.world.allied)
        return presumed(reason.condition, doubt)

    def _stands_beside(self, debtor: int) -> bool:
        """Neutrality is asked of those outside: not of one that was already fighting the same foe."""
        entry, shared = self.war.entry.get(debtor), self.war.foes.get(debtor, frozenset()) & self.foes
        return (
            self.wording.kind == "neutrality"
            and bool(shared)
            and entry is not None
            and entry <= self.war.entry[self.creditor]
        )

    def _did(self, debtor: int, on: date) -> Deed:
        if not self.war.foes.get(debtor, frozenset()) & self.foes:
            return "stayed out"
        return "fought beside" if (self.war.entry[debtor] - on).days <= HELP_WITHIN_DAYS else "fought too late"


def _beside(debtor: int, creditor: int) -> Reason:
    because = f"{debtor} was already fighting beside {creditor}: nobody asks it to stay neutral"
    return Reason(condition="outside the war", holds=False, because=because, basis="war list")

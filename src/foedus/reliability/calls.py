"""Every promise that a war touched: was it called on, of whom, for whom, and what did the debtor do?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from foedus.datasets.atop import Pledge
from foedus.datasets.atop_wordings import Compiled, compiled
from foedus.datasets.wars import War
from foedus.nouns import Noun, ObligationKind, Party, Reason, Treaty, Wording
from foedus.obligation import Case, Promises, Question, test
from foedus.reliability.presumptions import Doubt, presumed
from foedus.when import Known, When, all_of

Deed = Literal["fought beside", "fought too late", "fought against", "stayed out"]
HELP_WITHIN_DAYS = 365
"""An ally that comes in later than this after it was called on has not kept its promise (our choice: docs)."""

COUNTED: tuple[ObligationKind, ...] = ("defence", "offence", "neutrality", "nonaggression")
"""The kinds whose keeping a list of wars can show. Consultation leaves no trace in it."""


class Call(Noun, frozen=True, kw_only=True):
    """One promise of one debtor to one creditor in one war. States are COW numbers.

    `owed` is what the codes alone decide, `presumed` what our presumptions make of it; `presumptions` tells it for each
    of the `reasons`.
    """

    war: int
    alliance: int
    wording: str
    kind: ObligationKind
    debtor: int
    creditor: int
    on: date
    owed: Known
    presumed: Known
    did: Deed
    kept: bool
    reasons: tuple[Reason, ...]
    presumptions: tuple[Known, ...]


class World:
    """ATOP's pledges, and what they compile to, as the engine wants it; a state's id is its COW number as text."""

    def __init__(self, pledges: Iterable[Pledge]) -> None:
        """Compile the pledges."""
        self.pledges = tuple(pledges)
        self.atop: Compiled = compiled(self.pledges, lambda number, first, last: ((str(number), first),))
        self.promises = Promises(self.atop.wordings, self.atop.treaties, parties=self.atop.parties)
        self._allied: dict[tuple[When, int], frozenset[int]] = {}

    def allied(self, on: When, without: int) -> frozenset[int]:
        """The states that were in an alliance of active help on a day, other than the alliance `without`."""
        if (on, without) not in self._allied:
            self._allied[on, without] = frozenset(
                p.state
                for p in self.pledges
                if {"defence", "offence"}.intersection(p.kinds)
                and p.alliance != without
                and p.entry.first <= on.first
                and (p.exit is None or p.exit.last >= on.first)
            )
        return self._allied[on, without]


class Stretch(NamedTuple):
    """A party's time in a treaty, first and last day included."""

    first: date
    last: date


class Bound(NamedTuple):
    """A treaty in a war: who was in it and when, and what it says."""

    treaty: Treaty
    alliance: int
    parties: dict[int, tuple[Stretch, ...]]
    wordings: tuple[Wording, ...]


def bound(world: World) -> tuple[Bound, ...]:
    """All treaties with their parties as days, for the sweep over wars."""
    parties: dict[str, dict[int, tuple[Stretch, ...]]] = {}
    for party in world.atop.parties:
        of, state = parties.setdefault(party.treaty, {}), int(party.state)
        of[state] = (*of.get(state, ()), _stretch(party))
    wordings: dict[str, list[Wording]] = {}
    for wording in world.atop.wordings:
        wordings.setdefault(wording.treaty, []).append(wording)
    return tuple(
        Bound(t, int(t.of.removeprefix("atop_")), parties[t.id], tuple(wordings.get(t.id, ())))
        for t in world.atop.treaties
    )


def _stretch(party: Party) -> Stretch:
    """Vague days are read as widely as they can be."""
    first = party.from_.first if party.from_ else date.min
    if party.until is None:
        return Stretch(first, date.max)
    last = party.until.last
    return Stretch(first, date.fromordinal(last.toordinal() - 1) if party.until.precision == "day" else last)


def together(treaty: Bound, one: int, other: int) -> Iterator[Stretch]:
    """The times in which two parties were both bound."""
    for a in treaty.parties[one]:
        for b in treaty.parties[other]:
            both = Stretch(max(a.first, b.first), min(a.last, b.last))
            if both.first <= both.last:
                yield both


def calls(war: War, treaties: Iterable[Bound], world: World) -> Iterator[Call]:
    """Every promise that the war may have called on: by treaty, wording, creditor, debtor."""
    for treaty in treaties:
        for wording in treaty.wordings:
            if wording.kind in COUNTED:
                for creditor in treaty.parties:
                    if _in_war(war, creditor, treaty):
                        yield from _restraints(war, treaty, wording, creditor)
                        if wording.kind != "nonaggression":
                            yield from Plea(war, treaty, wording, creditor, world).calls()


def _in_war(war: War, state: int, treaty: Bound) -> bool:
    """Whether the state fought in the war at a time when it was, or later in the war became, a party."""
    entry = war.entry.get(state)
    return entry is not None and any(entry <= s.last and s.first <= war.end for s in treaty.parties[state])


def _restraints(war: War, treaty: Bound, wording: Wording, creditor: int) -> Iterator[Call]:
    """An attack of one party on another breaks nonaggression, neutrality and defence alike (codebook p. 11)."""
    for debtor in _debtors(treaty, wording, creditor):
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


def _debtors(treaty: Bound, wording: Wording, creditor: int) -> list[int]:
    named = {int(state) for state in wording.debtors}
    return [state for state in treaty.parties if state != creditor and (not named or state in named)]


def _named(wording: Wording) -> tuple[str, ...]:
    value = wording.adversaries.value if wording.adversaries else ()
    return value if isinstance(value, tuple) else (str(value),)


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
        for debtor in _debtors(self.treaty, self.wording, self.creditor):
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

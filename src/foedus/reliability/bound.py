"""ATOP's treaties with their parties as days, ready to be put to wars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from foedus.datasets.atop import Pledge
from foedus.datasets.atop_wordings import Compiled, compiled
from foedus.nouns import Party, Treaty, Wording
from foedus.obligation import Promises
from foedus.when import When


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


def debtors(treaty: Bound, wording: Wording, creditor: int) -> list[int]:
    """Who promised: the parties that the wording names, or all, but not the creditor itself."""
    named = {int(state) for state in wording.debtors}
    return [state for state in treaty.parties if state != creditor and (not named or state in named)]

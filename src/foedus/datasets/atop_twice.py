"""An alliance that the record words itself and that ATOP codes too must count once: what stands in both is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from foedus.datasets.atop import Pledge, by_alliance
from foedus.datasets.cow import ids_by_number
from foedus.shelf import Shelf

YEAR = timedelta(days=366)
ALIKE = 0.8
"""Founders in common, of all founders, from which two rows are taken for the same pact (our choice)."""


class Twice(NamedTuple):
    """An alliance of the record and the number of an ATOP alliance that looks the same."""

    alliance: str
    atop: int


class _Began(NamedTuple):
    on: date
    founders: frozenset[str]


def twice(shelf: Shelf, pledges: Iterable[Pledge]) -> Iterator[Twice]:
    """ATOP's alliances that began within a year of one with wordings of ours, with the same founders, and that its
    `atop` does not name."""
    named = ids_by_number(shelf.states)
    coded = {
        number: _began((named(m.state, m.entry.first, m.entry.first)[0][0], m.entry.first) for m in members)
        for number, members in by_alliance(pledges).items()
    }
    claimed = {number for alliance in shelf.alliances for number in alliance.atop}
    for alliance, own in _own(shelf):
        for number, other in coded.items():
            if number not in claimed and abs(own.on - other.on) <= YEAR and _alike(own.founders, other.founders):
                yield Twice(alliance, number)


def _own(shelf: Shelf) -> Iterator[tuple[str, _Began]]:
    """Each worded treaty's founders: its parties, or the members of the alliance where no party is recorded."""
    worded = {wording.treaty for wording in shelf.wordings}
    for treaty in (one for one in shelf.treaties if one.id in worded):
        parties = [(p.state, p.from_.first) for p in shelf.parties if p.treaty == treaty.id and p.from_]
        full = [m for m in shelf.memberships if m.of == treaty.of and m.status == "member"]
        members = [(m.state, m.from_.first) for m in full if m.from_]
        if parties or members:
            yield treaty.of, _began(parties or members)


def _began(joined: Iterable[tuple[str, date]]) -> _Began:
    days = list(joined)
    first = min(day for _, day in days)
    return _Began(first, frozenset(state for state, day in days if day <= first + YEAR))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)

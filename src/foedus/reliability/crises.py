"""Crises from lists of wars, disputes and crises: who was attacked or threatened by whom, who took part on which side."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.datasets.cow import states_by_number
from foedus.datasets.dataset import dataset
from foedus.nouns import Crisis, CrisisKind, Noun, State

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

RECORD = "record"
"""The list that the record's own crises make up: it goes before every other."""

NEAR = timedelta(days=30)
"""Two lists may date the same crisis this far apart and still mean the same one (our choice: docs)."""


class Found(Noun, frozen=True, kw_only=True):
    """One state attacked or threatened in one crisis of one list; states are ids of the record.

    `helpers` took part in arms on its side, `foes` on the other; `told` is whether the list names all that took part,
    `place` where it happened, as the list says it.
    """

    crisis: str
    list: str
    name: str
    kind: CrisisKind
    victim: str
    aggressors: tuple[str, ...]
    start: date
    end: date
    helpers: frozenset[str] = frozenset()
    foes: frozenset[str] = frozenset()
    told: bool = True
    place: str = ""

    @property
    def nameless(self) -> bool:
        """Whether the record does not know the state that was attacked or threatened."""
        return self.victim.startswith(("cow", "gw"))


class Matched(Noun, frozen=True, kw_only=True):
    """A crisis under the name of the first list that has it, with the other lists' names for it.

    `found` is what the lists tell; what the record tells of its own crises the ledger answers.
    """

    crisis: str
    list: str
    also: tuple[tuple[str, str], ...]
    found: tuple[Found, ...]


Reader = Callable[["DuckDBPyConnection", Path, "Names"], list[Found]]


class Names:
    """The record's ids by number and day, in both systems of numbers."""

    def __init__(self, states: Iterable[State]) -> None:
        """Index the states."""
        rows = tuple(states)
        self._cow, self._gw = states_by_number(rows), states_by_number(rows, "gw")

    def cow(self, number: int, on: date) -> str:
        """The id for a COW number; `cow8152` where the record has none."""
        state = self._cow(number, on)
        return state.id if state else f"cow{number}"

    def gw(self, number: int, on: date) -> str:
        """The id for a Gleditsch-Ward number."""
        state = self._gw(number, on)
        return state.id if state else f"gw{number}"


class CrisisList(Noun, frozen=True, kw_only=True):
    """A list of crises: the data set and table that it is, its rank in matching, and how it is read."""

    name: str
    dataset: str
    table: str
    rank: int
    says: str
    read: Reader


@cache
def lists() -> tuple[CrisisList, ...]:
    """Every list that can be read, the most precise first: one file each in lists/."""
    return tuple(sorted(map(_list, (Path(__file__).parent / "lists").glob("[!_]*.py")), key=lambda one: one.rank))


def _list(path: Path) -> CrisisList:
    module = importlib.import_module(f"foedus.reliability.lists.{path.stem}")
    says = (module.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
    return CrisisList(
        name=path.stem, dataset=module.DATASET, table=module.TABLE, rank=module.RANK, says=says, read=module.read
    )


def lies_in(one: CrisisList, path: Path) -> bool:
    """Whether a folder holds the list's file, or a file is it, by its name."""
    patterns = dataset(one.dataset).table(one.table).files
    return any(path.match(p) if path.is_file() else next(path.glob(p), None) is not None for p in patterns)


def recorded(crises: Iterable[Crisis]) -> Iterator[Found]:
    """The crises of the record as a list: one entry a reading and state attacked by states or by others."""
    for crisis in crises:
        if crisis.from_:
            start = crisis.from_.first
            for reading in crisis.readings:
                for victim in reading.victims:
                    yield Found(
                        crisis=crisis.id,
                        list=RECORD,
                        name=crisis.name,
                        kind=crisis.kind,
                        victim=victim,
                        aggressors=reading.aggressors,
                        start=start,
                        end=max(start, crisis.until.last) if crisis.until else start,
                        told=False,
                    )


def matched(found: Sequence[Found]) -> list[Matched]:
    """The crosswalk: crises of later lists that share two opponents and, within 30 days, the time of an earlier one.

    The order of `found` is the order of the lists. A crisis that matches several earlier ones goes to the one that
    begins nearest to it. A crisis of the record may be several of another list; else two of one list are never the same.
    """
    crises: dict[str, list[Found]] = {}
    for one in found:
        crises.setdefault(one.crisis, []).append(one)
    heads: dict[str, list[str]] = {}
    at: dict[tuple[str, str], list[Found]] = {}
    for crisis, parts in crises.items():
        same = _same(parts, at)
        heads.setdefault(same or crisis, []).append(crisis)
        if same is None or crises[same][0].list == RECORD:
            _remember(same or crisis, parts, at)
    return [_matched([crises[name] for name in names]) for names in heads.values()]


def _remember(head: str, parts: list[Found], at: dict[tuple[str, str], list[Found]]) -> None:
    """Later crises are held against these; under the record's name where it has the crisis too."""
    import msgspec

    for part in parts:
        known = msgspec.structs.replace(part, crisis=head)
        for foe in part.aggressors:
            for pair in ((part.victim, foe), (foe, part.victim)):
                at.setdefault(pair, []).append(known)


def _matched(same: list[list[Found]]) -> Matched:
    head, *others = (parts[0] for parts in same)
    told = [part for parts in same for part in parts if part.list != RECORD]
    also = tuple((other.list, other.crisis) for other in others)
    return Matched(crisis=head.crisis, list=head.list, also=also, found=_joined(head.crisis, told))


def _same(parts: list[Found], at: dict[tuple[str, str], list[Found]]) -> str | None:
    near = [
        (abs((part.start - other.start).days), other.crisis)
        for part in parts
        for foe in part.aggressors
        for other in at.get((part.victim, foe), ())
        if other.list != part.list and part.start <= other.end + NEAR and other.start <= part.end + NEAR
    ]
    return min(near)[1] if near else None


def _joined(head: str, parts: list[Found]) -> tuple[Found, ...]:
    """One entry for each victim, with the sides of all lists; who, when and how as the first list has it."""
    import msgspec

    by_victim: dict[str, list[Found]] = {}
    for part in parts:
        by_victim.setdefault(part.victim, []).append(part)
    return tuple(
        msgspec.structs.replace(
            same[0],
            crisis=head,
            told=any(part.told for part in same),
            place=next((part.place for part in parts if part.place), ""),
            helpers=frozenset().union(*(part.helpers for part in same)),
            foes=frozenset().union(*(part.foes for part in same), *(part.aggressors for part in same)),
        )
        for same in by_victim.values()
    )

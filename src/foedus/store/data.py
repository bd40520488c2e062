"""What outside data sets add to the store: crises of their lists, the crosswalk, and every promise that came due."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from foedus.datasets import Dataset, dataset
from foedus.datasets.atop_wordings import with_atop
from foedus.nouns import Noun
from foedus.reliability.crises import Found, Matched, Names, lies_in, lists, matched, recorded
from foedus.reliability.due_events import DueEvent, due_events
from foedus.settings import Settings
from foedus.shelf import Shelf
from foedus.store.tables import Table, tables


class DataAsked(Noun, frozen=True, kw_only=True):
    """Whether ATOP, or a list of crises, was asked for `due_events`, and which years it covers.

    Of a list asked: its crises; the states in them that nobody is known to have attacked or threatened, and those that
    the record does not know: of both nothing is asked.
    """

    id: str
    title: str
    version: str
    asked: bool
    because: str
    first: int
    last: int
    crises: int | None = None
    no_aggressor: int | None = None
    no_record: int | None = None


class Crossed(Noun, frozen=True, kw_only=True):
    """One crisis of a list or of the record, and the crisis that it is the same as; null: no earlier list has it."""

    list: str
    crisis: str
    same_as: str | None


def data_tables(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, Table]]:
    """The tables `due_events`, `crosswalk` and `data_asked`; the first two are empty where foedus.toml names no list."""
    found = list(_found(shelf, settings))
    crises = matched([*recorded(shelf.crises), *found]) if found else []
    promised = with_atop(shelf, settings.datasets.get("atop"))
    yield from tables("due_events", DueEvent, due_events(crises, promised)).items()
    yield from tables("crosswalk", Crossed, _crossed(crises)).items()
    yield from tables("data_asked", DataAsked, _asked(settings, found)).items()


def _found(shelf: Shelf, settings: Settings) -> Iterator[Found]:
    """The crises of every list that foedus.toml names, the most precise list first."""
    import duckdb

    connection, names = duckdb.connect(), Names(shelf.states)
    for name in dict.fromkeys(one.dataset for one in lists()):
        if path := settings.datasets.get(name):
            there = [one for one in lists() if one.dataset == name and lies_in(one, path)]
            for one in there or [one for one in lists() if one.dataset == name][:1]:
                yield from one.read(connection, path, names)


def _crossed(crises: list[Matched]) -> Iterator[Crossed]:
    for crisis in crises:
        yield Crossed(list=crisis.list, crisis=crisis.crisis, same_as=None)
        for list, other in crisis.also:
            yield Crossed(list=list, crisis=other, same_as=crisis.crisis)


def _asked(settings: Settings, found: list[Found]) -> Iterator[DataAsked]:
    yield _told("atop", dataset("atop"), settings.datasets.get("atop"), True)
    for one in lists():
        path = settings.datasets.get(one.dataset)
        told = _told(one.name, dataset(one.dataset), path, path is not None and lies_in(one, path), one.table)
        own = [part for part in found if part.list == one.name]
        yield _counted(told, own) if own else told


def _counted(told: DataAsked, found: list[Found]) -> DataAsked:
    return msgspec.structs.replace(
        told,
        crises=len({part.crisis for part in found}),
        no_aggressor=sum(not part.aggressors for part in found),
        no_record=sum(part.nameless for part in found),
    )


def _told(id: str, sheet: Dataset, path: Path | None, there: bool, table: str = "") -> DataAsked:
    missing = f"foedus.toml names no [datasets] {sheet.name}" if path is None else f"its file is not in {path}"
    return DataAsked(
        id=id,
        title=(table and sheet.table(table).title) or sheet.title,
        version=(table and sheet.table(table).edition) or sheet.version,
        asked=path is not None and there,
        because=str(path) if path and there else missing,
        first=sheet.coverage.first,
        last=sheet.coverage.last,
    )

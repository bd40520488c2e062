"""What outside data sets add to the store: crises of their lists, the crosswalk, and every promise that came due."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.datasets import dataset
from foedus.datasets.atop_wordings import with_atop
from foedus.nouns import Noun
from foedus.reliability.crises import Found, Matched, Names, lists, matched
from foedus.reliability.due_events import DueEvent, due_events
from foedus.settings import Settings
from foedus.shelf import Shelf
from foedus.store.tables import Table, tables


class DataAsked(Noun, frozen=True, kw_only=True):
    """Whether a data set that `due_events` can use was asked, and which years it covers."""

    id: str
    title: str
    version: str
    asked: bool
    because: str
    first: int
    last: int


class Crossed(Noun, frozen=True, kw_only=True):
    """One crisis of a list and the crisis that it is the same as; `same_as` null: no earlier list has it."""

    list: str
    crisis: str
    same_as: str | None


def data_tables(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, Table]]:
    """The tables `due_events`, `crosswalk` and `data_asked`; the first two are empty where foedus.toml names no list."""
    crises = matched(list(_found(shelf, settings)))
    promised = with_atop(shelf, settings.datasets.get("atop"))
    yield from tables("due_events", DueEvent, due_events(crises, promised)).items()
    yield from tables("crosswalk", Crossed, _crossed(crises)).items()
    yield from tables("data_asked", DataAsked, _asked(settings)).items()


def _found(shelf: Shelf, settings: Settings) -> Iterator[Found]:
    """The crises of every list that foedus.toml names, the most precise list first."""
    import duckdb

    connection, names = duckdb.connect(), Names(shelf.states)
    for one in lists():
        if path := settings.datasets.get(one.dataset):
            yield from one.read(connection, path, names)


def _crossed(crises: list[Matched]) -> Iterator[Crossed]:
    for crisis in crises:
        yield Crossed(list=_list(crisis.crisis), crisis=crisis.crisis, same_as=None)
        for other in crisis.also:
            yield Crossed(list=_list(other), crisis=other, same_as=crisis.crisis)


def _list(crisis: str) -> str:
    return crisis.partition("_")[0]


def _asked(settings: Settings) -> Iterator[DataAsked]:
    for name in ("atop", *dict.fromkeys(one.dataset for one in lists())):
        sheet, path = dataset(name), settings.datasets.get(name)
        yield DataAsked(
            id=name,
            title=sheet.title,
            version=sheet.version,
            asked=path is not None,
            because=str(path) if path else f"foedus.toml names no [datasets] {name}",
            first=sheet.coverage.first,
            last=sheet.coverage.last,
        )

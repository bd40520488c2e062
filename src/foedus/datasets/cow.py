"""COW numbers and days into the record's states: the same number is another state in another century."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from foedus.nouns import State
from foedus.when import When, within


def states_by_number(states: Iterable[State]) -> Callable[[int, date], State | None]:
    """The state that a COW number means on a day; where no row covers the day, the one nearest in time."""
    rows: dict[int, list[State]] = {}
    for state in states:
        if state.cow is not None:
            rows.setdefault(state.cow, []).append(state)
    known: dict[tuple[int, date], State | None] = {}

    def find(number: int, on: date) -> State | None:
        if (number, on) not in known:
            known[number, on] = min(rows.get(number, ()), key=lambda row: _days_off(row, on), default=None)
        return known[number, on]

    return find


def ids_by_number(states: Iterable[State]) -> Callable[[int, date], str]:
    """The id that a COW number means on a day; a number that the record does not know keeps its number: `cow8152`."""
    find = states_by_number(states)

    def id_of(number: int, on: date) -> str:
        state = find(number, on)
        return state.id if state else f"cow{number}"

    return id_of


def _days_off(row: State, on: date) -> int:
    """How many days a row misses the day by; 0 where it covers it."""
    if within(When(on), row.from_, row.until) is not False:
        return 0
    if row.from_ and on < row.from_.first:
        return (row.from_.first - on).days
    return (on - row.until.first).days + 1 if row.until else 0

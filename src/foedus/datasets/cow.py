"""COW and Gleditsch-Ward numbers and days into the record's states: a number is another state in another century."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from foedus.nouns import State
from foedus.when import When, within


def states_by_number(
    states: Iterable[State], system: Literal["cow", "gw"] = "cow"
) -> Callable[[int, date], State | None]:
    """The state that a number means on a day; where no row covers the day, the one nearest in time."""
    rows: dict[int, list[State]] = {}
    for state in states:
        number = getattr(state, system)
        if number is not None:
            rows.setdefault(number, []).append(state)
    known: dict[tuple[int, date], State | None] = {}

    def find(number: int, on: date) -> State | None:
        if (number, on) not in known:
            known[number, on] = min(rows.get(number, ()), key=lambda row: _days_off(row, on), default=None)
        return known[number, on]

    return find


def ids_by_number(states: Iterable[State]) -> Callable[[int, date, date], tuple[tuple[str, date], ...]]:
    """The ids that a COW number means in a stretch of time, each with its first day in it (255 in 1860-1880: PRU, DEU).

    A number that the record does not know keeps its number: `cow8152`.
    """
    states = list(states)
    find = states_by_number(states)
    turns: dict[int, list[date]] = {}
    for state in states:
        if state.cow is not None and state.from_:
            turns.setdefault(state.cow, []).append(state.from_.first)

    def ids(number: int, first: date, last: date) -> tuple[tuple[str, date], ...]:
        days = [first, *sorted(day for day in turns.get(number, ()) if first < day <= last)]
        found: list[tuple[str, date]] = []
        for day in days:
            state = find(number, day)
            id = state.id if state else f"cow{number}"
            if not found or found[-1][0] != id:
                found.append((id, day))
        return tuple(found)

    return ids


def _days_off(row: State, on: date) -> int:
    """How many days a row misses the day by; 0 where it covers it."""
    if within(When(on), row.from_, row.until) is not False:
        return 0
    if row.from_ and on < row.from_.first:
        return (row.from_.first - on).days
    return (on - row.until.first).days + 1 if row.until else 0

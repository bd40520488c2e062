"""Interstate wars (Interstate War Data): who attacked whom when, who fought beside whom, when each came in and left."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.datasets.load import load
from foedus.nouns import Noun

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Attack(Noun, frozen=True, kw_only=True):
    """One attacker's fight in one year of a war (COW numbers): its target, its other adversaries, who stood beside it."""

    attacker: int
    target: int
    others: tuple[int, ...]
    beside: tuple[int, ...]
    joined: bool
    start: date
    end: date

    @property
    def adversaries(self) -> tuple[int, ...]:
        """All whom the attacker fought, the target first."""
        return tuple(dict.fromkeys(x for x in (self.target, *self.others) if x != self.attacker))


class War(Noun, frozen=True, kw_only=True, dict=True):
    """A war as a whole, under its number in the list."""

    id: int
    name: str
    attacks: tuple[Attack, ...]

    @cached_property
    def start(self) -> date:
        """The first day of the war."""
        return min(attack.start for attack in self.attacks)

    @cached_property
    def end(self) -> date:
        """The last day of the war."""
        return max(attack.end for attack in self.attacks)

    @cached_property
    def own(self) -> dict[int, date]:
        """The states that attacked, and when each first did."""
        found: dict[int, date] = {}
        for attack in self.attacks:
            found[attack.attacker] = min(found.get(attack.attacker, attack.start), attack.start)
        return found

    @cached_property
    def entry(self) -> dict[int, date]:
        """When each state was first at war: its own first attack or the first on it. An adversary that an attacker
        merely lists counts from there only where nothing else says when it came in."""
        found, listed = dict(self.own), dict[int, date]()
        for attack in self.attacks:
            found[attack.target] = min(found.get(attack.target, attack.start), attack.start)
        for attack in self.attacks:
            for state in attack.others:
                listed[state] = min(listed.get(state, attack.start), attack.start)
        return listed | found

    @cached_property
    def fights(self) -> dict[tuple[int, int], tuple[date, date]]:
        """Each pair that fought, both ways round, with the first and the last day that the list has."""
        found: dict[tuple[int, int], tuple[date, date]] = {}
        for attack in self.attacks:
            for foe in attack.adversaries:
                for pair in ((attack.attacker, foe), (foe, attack.attacker)):
                    first, last = found.get(pair, (attack.start, attack.end))
                    found[pair] = min(first, attack.start), max(last, attack.end)
        return found

    @cached_property
    def foes(self) -> dict[int, frozenset[int]]:
        """Whom each state fought: its own adversaries, and those of the states it fought beside."""
        own: dict[int, set[int]] = {state: set() for state in self.entry}
        beside: dict[int, set[int]] = {state: set() for state in self.entry}
        for state, foe in self.fights:
            own[state].add(foe)
        for attack in self.attacks:
            for ally in attack.beside:
                beside[attack.attacker].add(ally)
                beside.setdefault(ally, set()).add(attack.attacker)
        return {
            state: frozenset(foes.union(*(own.get(ally, set()) for ally in beside[state] if ally not in foes)) - {state})
            for state, foes in own.items()
        }

    @cached_property
    def attacked(self) -> dict[int, dict[int, date]]:
        """For each state that was attacked: by whom and when. Not by one that it had attacked itself; and a state that
        attacks in this war was attacked only where it is an attack's target, not one more adversary in its row."""
        found: dict[int, dict[int, date]] = {}
        for attack in self.attacks:
            for state in attack.adversaries:
                struck_first = any(
                    a.attacker == state and attack.attacker in a.adversaries and a.start <= attack.start
                    for a in self.attacks
                )
                if not struck_first and (state == attack.target or state not in self.own):
                    by = found.setdefault(state, {})
                    by[attack.attacker] = min(by.get(attack.attacker, attack.start), attack.start)
        return found


def read(path: Path | str, connection: DuckDBPyConnection | None = None) -> tuple[War, ...]:
    """The wars of a file or folder of Interstate War Data, by number. FoedusError for a file that is not it."""
    import duckdb

    connection = connection or duckdb.connect()
    load(connection, "wars", path, ["iwd"])
    rows = connection.execute("FROM iwd ORDER BY larger_war_id, line")
    names = [column[0] for column in rows.description or ()]
    return tuple(wars(dict(zip(names, row, strict=True)) for row in rows.fetchall()))


def wars(rows: Iterable[dict[str, Any]]) -> list[War]:
    """Rows of the list, one an attacker and a year, into wars."""
    found: dict[int, tuple[str, list[Attack]]] = {}
    for row in rows:
        found.setdefault(row["larger_war_id"], (row["larger_war_name"], []))[1].append(_attack(row))
    return [War(id=number, name=name, attacks=tuple(attacks)) for number, (name, attacks) in found.items()]


def _attack(row: dict[str, Any]) -> Attack:
    start = _date(row["year"], row["month_entry"], row["day_entry"], last=False)
    end = _date(row["year"], row["month_exit"], row["day_exit"], last=True)
    return Attack(
        attacker=row["init_ccode"],
        target=row["target_ccode"],
        others=_numbered(row, "adv"),
        beside=tuple(state for state in _numbered(row, "ally") if state != row["init_ccode"]),
        joined=bool(row["joiner"]),
        start=start,
        end=max(start, end),
    )


def _numbered(row: dict[str, Any], stem: str) -> tuple[int, ...]:
    return tuple(value for name, value in row.items() if name.startswith(stem) and name.endswith("ccode") and value)


def _date(year: int, month: int | None, day: int | None, *, last: bool) -> date:
    """A coded day; where the day or month is not coded, the first or the last that it can be."""
    month = month if month and month > 0 else (12 if last else 1)
    days = calendar.monthrange(year, month)[1]
    return date(year, month, min(day, days) if day and day > 0 else (days if last else 1))

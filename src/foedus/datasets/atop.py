"""ATOP: who promised what to whom, from which day to which, and under which conditions (codebook of 9 August 2022)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.datasets.dataset import dataset
from foedus.datasets.load import load
from foedus.nouns import Noun, ObligationKind
from foedus.when import When

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

KINDS: dict[str, ObligationKind] = {
    "defense": "defence",
    "offense": "offence",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}
"""ATOP's column for each kind of obligation (p. 22-23)."""

STEMS: dict[ObligationKind, str] = {
    "defence": "def",
    "offence": "off",
    "neutrality": "neu",
    "consultation": "con",
    "nonaggression": "",
}
"""How the columns of a kind's conditions begin: `defcoadv`, `neuconpr` (p. 24-25); nonaggression has none."""

ENDINGS = {
    "adversary": "coadv",
    "place": "coloc",
    "war": "cocon",
    "number": "conum",
    "demands": "codem",
    "unprovoked": "conpr",
    "attacked": "coatt",
    "request": "coreq",
}
"""What a condition turns on, and how its column ends."""


class Pledge(Noun, frozen=True, kw_only=True):
    """What one member promised in one phase of an alliance. States are COW numbers; `exit` is its last day.

    `conditions` are the columns coded 1. `threat` is SPECTHRT (None: not known), `threats` the states it names.
    `ended`, `mode` and `cause` are TERM, TERMMODE, TERMCAUS (p. 20-22); None where not known.
    """

    alliance: int
    phase: int
    state: int
    entry: When
    exit: When | None
    kinds: tuple[ObligationKind, ...]
    conditions: frozenset[str]
    bilateral: bool
    wartime: bool
    secret: int | None
    asymmetric: bool
    varies: bool
    threat: int | None
    threats: tuple[int, ...]
    ended: int | None
    mode: int | None
    cause: int | None
    intervention: int | None
    from_text: bool

    def on(self, kind: ObligationKind, turns_on: str) -> bool:
        """Whether the promise of that kind depends on a condition of that sort (a key of ENDINGS)."""
        return STEMS[kind] + ENDINGS[turns_on] in self.conditions


def read(path: Path | str, connection: DuckDBPyConnection | None = None) -> tuple[Pledge, ...]:
    """The member file of ATOP in a folder, by alliance, phase and state. FoedusError for a file that is not it."""
    import duckdb

    connection = connection or duckdb.connect()
    load(connection, "atop", path, ["atop_members"])
    rows = connection.execute("FROM atop_members ORDER BY atopid, phase, member, yrent, moent, line")
    names = [column[0] for column in rows.description or ()]
    return tuple(_pledge(dict(zip(names, row, strict=True))) for row in rows.fetchall())


def _pledge(row: dict[str, Any]) -> Pledge:
    return Pledge(
        alliance=row["atopid"],
        phase=row["phase"],
        state=row["member"],
        entry=_day(row["yrent"], row["moent"], row["dayent"]),
        exit=_day(row["yrexit"], row["moexit"], row["dayexit"]) if row["yrexit"] else None,
        kinds=tuple(kind for column, kind in KINDS.items() if row[column]),
        conditions=frozenset(name for name in _CONDITIONS if row[name]),
        bilateral=bool(row["bilat"]),
        wartime=bool(row["wartime"]),
        secret=row["pubsecr"],
        asymmetric=bool(row["asymm"]),
        varies=bool(row["obvary"]),
        threat=row["specthrt"],
        threats=tuple(row[name] for name in ("statthr1", "statthr2") if row[name]),
        ended=row["term"],
        mode=row["termmode"],
        cause=row["termcaus"],
        intervention=row["interv"],
        from_text=row["source"] == 1,
    )


_CONDITIONS = tuple(
    name
    for name in dataset("atop").table("atop_members").columns
    if name == "olimob" or (name[:3] in STEMS.values() and name[3:] in ENDINGS.values())
)


def _day(year: int, month: int | None, day: int | None) -> When:
    """A date as precise as it is coded: a day or a month that is missing or 0 is not known."""
    parts = [f"{year:04}"] + ([f"{month:02}"] if month else []) + ([f"{day:02}"] if month and day else [])
    return When("-".join(parts))


def said(column: str) -> tuple[str, str]:
    """A coded column in words, and where the codebook says so ("ATOP 5.1 codebook, p. 24, DEFCOADV")."""
    sheet = dataset("atop")
    meaning, _, page = sheet.table("atop_members").columns[column].meaning.rpartition(" (p. ")
    return meaning.removeprefix(
        "1: "
    ), f"{sheet.name.upper()} {sheet.version} codebook, p. {page.rstrip(')')}, {column.upper()}"


def code(column: str, value: int | None) -> str:
    """What one value of a coded column stands for, in the words of the sheet; empty for none and for not known."""
    meaning, _ = said(column)
    words = dict(re.findall(r"(\d) ([^,;]+)", meaning.partition(": ")[2] or meaning))
    return words.get(str(value), "") if value else ""


def by_alliance(pledges: Iterable[Pledge]) -> dict[int, list[Pledge]]:
    """The pledges of each alliance, in the order given."""
    found: dict[int, list[Pledge]] = {}
    for pledge in pledges:
        found.setdefault(pledge.alliance, []).append(pledge)
    return found

"""What a panel is made of: a frame of state-years or dyad-years, and verbs that each add columns to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from foedus.datasets import Coverage

Unit = Literal["state_year", "dyad_year"]
System = Literal["cow", "gw"]
NUMBER: dict[System, str] = {"cow": "ccode", "gw": "gwcode"}
"""The column that holds a state's number in each system. The same number may mean two states: 970 is Nauru in COW."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a panel's plan."""


class Frame(Part, frozen=True, kw_only=True):
    """The rows: states (or pairs of them) that were members of the system on a day of the year.

    `states` is the folder with the state list. `among` keeps these states only, `of` the pairs with at least one of
    them. `directed` has each pair twice. `last_year` None is set by the sources.
    """

    unit: Unit
    states: str
    system: System = "cow"
    directed: bool = True
    first_year: int = 1816
    last_year: int | None = None
    among: tuple[int, ...] = ()
    of: tuple[int, ...] = ()
    like_peacesciencer: bool = False

    @property
    def dyadic(self) -> bool:
        return self.unit == "dyad_year"

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that name a row."""
        number = NUMBER[self.system]
        return (f"{number}1", f"{number}2", "year") if self.dyadic else (number, "year")

    def kept(self, number: str = "ccode") -> str:
        """The SQL condition on a relation's pairs, in that number, that may find a row: in an undirected frame those with
        the lower number first. Where the relation is in the other system's numbers the order says nothing."""
        return f"{number}1 < {number}2" if not self.directed and number == NUMBER[self.system] else "true"

    @property
    def sides(self) -> tuple[str, ...]:
        """What is put behind the columns of one state: 1 and 2 in dyad-years, nothing in state-years."""
        return ("1", "2") if self.dyadic else ("",)


class Column(Part, frozen=True, kw_only=True):
    """A column that a verb adds. `sql` is over `p` (the panel so far) and the verb's joins.

    `fill` stands, inside the coverage, where the source has no row; without it that is null. Outside the coverage
    every column is null.
    """

    name: str
    sql: str
    type: str
    meaning: str
    fill: int | None = None
    covered: bool = True

    @property
    def event(self) -> bool:
        """Whether it says yes or no in each row: its meaning then begins with what 1 stands for."""
        return "1: " in self.meaning[:30] and self.type in ("TINYINT", "SMALLINT")


class Join(Part, frozen=True, kw_only=True):
    """A relation (a table) joined to the panel: `on` pairs the panel's columns with the relation's, unique in them."""

    relation: str
    alias: str
    on: tuple[tuple[str, str], ...]


class Added(Part, frozen=True, kw_only=True):
    """What a verb adds to a frame, as SQL.

    `setup` makes its relations from the loaded tables; `checks` are SQL for what must not be there, with the words for
    it. `dropped` is a relation of source rows left out, with `rule` and `what`. `evidence` is SQL with the panel's keys
    (or, when `monadic`, `state` and `year`), `says`, `source` (a loaded table) and `line`. `windows` is true where a
    column looks at other rows of the panel; `event` is the yes-or-no column that it counts from.
    """

    columns: tuple[Column, ...]
    setup: tuple[str, ...] = ()
    joins: tuple[Join, ...] = ()
    needs: tuple[str, ...] = ()
    checks: tuple[tuple[str, str], ...] = ()
    dropped: str = ""
    evidence: str = ""
    monadic: bool = False
    windows: bool = False
    event: str = ""


def wanted(part: Added) -> tuple[str, ...]:
    """The columns that must be in the panel before what is added."""
    return (*part.needs, *(column for join in part.joins for column, _ in join.on))


class Verb(Part, frozen=True, kw_only=True):
    """A verb with what the user gave it: reads `tables` of a data set at `path`, and adds columns to any frame.

    `dataset` is empty for a verb that computes from the panel's own columns or from the record.
    """

    name: str
    build: Callable[[Frame], Added]
    dataset: str = ""
    path: str = ""
    tables: tuple[str, ...] = ()
    coverage: Coverage | None = None
    note: str = ""

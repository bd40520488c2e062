"""A panel: a frame and the verbs added to it. Nothing is read before it is asked for; then it is one SQL query."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from foedus.datasets import Coverage, dataset, load
from foedus.nouns import FoedusError
from foedus.panel import add
from foedus.panel import frame as rows
from foedus.panel.verb import NUMBER, Added, Column, Frame, Part, System, Unit, Verb, wanted

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

    from foedus.panel.built import Built, Written
    from foedus.panel.why import Why


def dyad_years(states: Path | str, *, directed: bool = True, **how: Any) -> Panel:
    """Pairs of states by year. `states` is the folder with the state list; see `panel` for the rest."""
    return panel("dyad_year", states, directed=directed, **how)


def state_years(states: Path | str, **how: Any) -> Panel:
    """States by year. `states` is the folder with the state list; see `panel` for the rest."""
    return panel("state_year", states, **how)


def panel(
    unit: Unit,
    states: Path | str,
    *,
    system: System = "cow",
    directed: bool = True,
    years: tuple[int, int] | None = None,
    last_year: int | None = None,
    among: Iterable[int] = (),
    of: Iterable[int] = (),
    like_peacesciencer: bool = False,
) -> Panel:
    """An empty panel of Correlates of War (`cow`) or Gleditsch-Ward (`gw`) states.

    `years` are the first and last year; without a last year it is the last that all sources cover. `among` keeps pairs
    of these states, `of` pairs with one of them. `like_peacesciencer` keeps that program's output where ours differs
    on purpose (docs/panels.md lists it).
    """
    if system not in NUMBER:
        raise FoedusError(f"no state system {system!r}: {' or '.join(NUMBER)}")
    first, last = years or (1816, last_year)
    if years and last_year not in (None, last):
        raise FoedusError(f"the years end in {last} and the last year is {last_year}: give one of the two")
    if last is not None and last < first:
        raise FoedusError(f"the last year ({last}) is before the first ({first})")
    frame = Frame(
        unit=unit,
        states=str(states),
        system=system,
        directed=directed,
        first_year=first,
        last_year=last,
        among=tuple(among),
        of=tuple(of),
        like_peacesciencer=like_peacesciencer,
    )
    return Panel(frame=frame)


class Panel(Part, frozen=True, kw_only=True):
    """A plan for a table. `add` gives a longer plan; `relation`, `pandas`, `write` ... carry it out."""

    frame: Frame
    verbs: tuple[Verb, ...] = ()
    conditions: tuple[str, ...] = ()

    def where(self, condition: str) -> Panel:
        """This panel with those rows only for which an SQL condition on its columns holds: `where("relevant = 1")`."""
        return msgspec.structs.replace(self, conditions=(*self.conditions, condition))

    def add(self, *verbs: Verb) -> Panel:
        """This panel with the columns of more verbs, in the order given."""
        return msgspec.structs.replace(self, verbs=(*self.verbs, *verbs))

    @property
    def last_year(self) -> int:
        """The last year: as given, else the last that the state list and every source cover."""
        if self.frame.last_year is not None:
            return self.frame.last_year
        states = dataset("states").covers(rows.TABLES[self.frame.system])
        return min(c.last for c in (states, *(v.coverage for v in self.verbs)) if c)

    def added(self) -> tuple[Added, ...]:
        """What each verb adds to this frame."""
        return tuple(verb.build(self.frame) for verb in self.verbs)

    def queries(self) -> list[str]:
        """The query after each verb, the first without any; they stand on the relations that `build` makes."""
        queries = ["FROM frame"]
        there = [Column(name=key, sql=key, type="SMALLINT", meaning="") for key in self.frame.keys]
        for verb, part in zip(self.verbs, self.added(), strict=True):
            _check(self.frame, verb, part, there)
            queries.append(_extended(queries[-1], part, verb.coverage))
            there += part.columns
        return queries

    def sql(self) -> str:
        """The one query that is the table, in the order of its keys."""
        query = self.queries()[-1]
        if self.conditions:
            query = f"FROM ({query}) WHERE " + " AND ".join(f"({condition})" for condition in self.conditions)
        return f"{query} ORDER BY {', '.join(self.frame.keys)}" if any(part.windows for part in self.added()) else query

    def build(self) -> Built:
        """Read what the verbs need into a database in memory and lay out the query.

        Raise FoedusError for states that the list does not know, and where no state was a member in the years.
        """
        built = self.laid_out()
        _peopled(built)
        return built

    def laid_out(self) -> Built:
        """The same, whether or not it has a row."""
        from foedus.panel.built import Built

        query, connection = self.sql(), _database()
        loaded = list(load(connection, "states", self.frame.states, [rows.TABLES[self.frame.system]]))
        for verb in self.verbs:  # each table once, however many verbs read it
            asked = [name for name in verb.tables if name not in {one.table for one in loaded}]
            loaded += load(connection, verb.dataset, verb.path or self.frame.states, asked) if asked else ()
        for statement in rows.setup(self.frame, self.last_year):
            connection.execute(statement)
        for verb, part in zip(self.verbs, self.added(), strict=True):
            _examine(connection, verb, part)
            for statement in part.setup:
                connection.execute(statement)
        _try(connection, query, self.conditions)
        return Built(plan=self, connection=connection, loaded=tuple(loaded), sql=query)

    def relation(self) -> DuckDBPyRelation:
        """The table as a DuckDB relation."""
        return self.build().relation()

    def arrow(self) -> pyarrow.Table:
        """The table in Arrow."""
        return self.build().arrow()

    def pandas(self) -> pandas.DataFrame:
        """The table in pandas; unknown values are missing."""
        return self.build().pandas()

    def polars(self) -> polars.DataFrame:
        """The table in polars, where that is installed."""
        return self.build().polars()

    def write(self, path: Path | str) -> Written:
        """Write the table (.parquet, .csv, .dta) and its codebook beside it."""
        return self.build().write(path)

    def why(self, *key: int) -> Why:
        """Where each value of one row comes from: `why(365, 2, 1949)`."""
        from foedus.panel.why import why

        return why(self, key)


def _check(frame: Frame, verb: Verb, part: Added, there: list[Column]) -> None:
    if add.pairs_only(verb.name) and not frame.dyadic:
        raise FoedusError(f"{verb.name} is about pairs of states: add it to dyad-years")
    names = {column.name for column in there}
    missing = sorted(set(wanted(part)) - names)
    if missing:
        raise FoedusError(f"{verb.name} needs the column {', '.join(missing)}: {_makers(missing, there)}")
    if part.event and not next(column.event for column in there if column.name == part.event):
        raise FoedusError(f"{verb.name} counts from an event, and {part.event} is none (0 or 1); {_events(there)}")
    twice = [column.name for column in part.columns if column.name in names]
    if twice:
        raise FoedusError(f"{verb.name}: the panel has the column {', '.join(twice)} already")


def _makers(missing: list[str], there: list[Column]) -> str:
    """Which verbs add the columns, as their descriptions have it; else what the panel holds instead."""
    stems = {name.rstrip("12") for name in missing} | set(missing)
    found = [name for name in add.names() if any(f"`{stem}`" in (add.verb(name).__doc__ or "") for stem in stems)]
    return f"add first what makes it ({', '.join(found)})" if found else f"no verb makes it; {_events(there)}"


def _events(there: list[Column]) -> str:
    return f"yes-or-no columns here: {', '.join(column.name for column in there if column.event) or 'none'}"


def _database() -> DuckDBPyConnection:
    """A database in memory whose joins keep the order of the frame.

    With more threads, or with the frame on the build side of a join, DuckDB 2.0 loses it; the CPU time is the same.
    """
    import duckdb

    connection = duckdb.connect(config={"threads": 1})
    connection.execute("SET disabled_optimizers = 'build_side_probe_side'")
    return connection


def _peopled(built: Built) -> None:
    """Stop where a state that was asked for is not in the list, or where the frame has no row."""
    frame, number = built.plan.frame, NUMBER[built.plan.frame.system]
    listed = built.connection.execute(f"SELECT DISTINCT {number} FROM {rows.TABLES[frame.system]}").fetchall()
    unknown = sorted({*frame.among, *frame.of} - {one for (one,) in listed})
    if unknown:
        raise FoedusError(
            f"{frame.states}: no state {', '.join(map(str, unknown))} in the {frame.system} list ({number})"
        )
    if not built.connection.execute("FROM frame LIMIT 1").fetchall():
        span = f"{frame.first_year} to {built.plan.last_year}"
        raise FoedusError(f"no row: none of the {'pairs' if frame.dyadic else 'states'} was in the system from {span}")


def _try(connection: DuckDBPyConnection, query: str, conditions: tuple[str, ...]) -> None:
    """Stop before anything is written where a condition cannot be read or names no column."""
    import duckdb

    try:
        connection.execute(f"EXPLAIN {query}").fetchall()
    except (duckdb.BinderException, duckdb.ParserException) as error:
        wrong = f"{' and '.join(conditions)}: no condition on columns of the panel"
        raise FoedusError(f"{wrong} ({str(error).splitlines()[0]})") from None


def _examine(connection: DuckDBPyConnection, verb: Verb, part: Added) -> None:
    """Stop where tables that were read do not go together."""
    for query, words in part.checks:
        found = connection.execute(f"{query} ORDER BY ALL LIMIT 5").fetchall()
        if found:
            shown = "; ".join(", ".join(map(str, row)) for row in found)
            raise FoedusError(f"{verb.path}: {words}: {shown}")


def _extended(query: str, part: Added, coverage: Coverage | None) -> str:
    """The query with a verb's columns: null outside the coverage, `fill` inside where the source has no row."""
    columns = ",\n    ".join(f"{_value(column, coverage)} AS {column.name}" for column in part.columns)
    joins = "".join(
        f"\nLEFT JOIN {join.relation} {join.alias} ON "
        + " AND ".join(f"p.{ours} = {join.alias}.{theirs}" for ours, theirs in join.on)
        for join in part.joins
    )
    return f"SELECT p.*,\n    {columns}\nFROM ({query}) p{joins}"


def _value(column: Column, coverage: Coverage | None) -> str:
    filled = column.sql if column.fill is None else f"coalesce({column.sql}, {column.fill})"
    if coverage and column.covered:
        filled = f"CASE WHEN p.year BETWEEN {coverage.first} AND {coverage.last} THEN {filled} END"
    return f"({filled})::{column.type}"

"""The other codes of a state by date: ISO 3166, and the number that the other system gives it."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from foedus.nouns import State
from foedus.panel.states import of_states
from foedus.panel.verb import NUMBER, Added, Column, Frame, System, Verb
from foedus.shelf import Shelf


def codes(*, shelf: Shelf | None = None) -> Verb:
    """`iso3`, and `gwcode` (in a COW panel) or `ccode` (in a Gleditsch-Ward panel), as they were in the year.

    In the year of a succession the one at the year's end. Source: the record's states.csv.
    """
    held = cache(lambda: shelf or shipped())
    return Verb(name="codes", build=lambda frame: _added(frame, held()), note="record: states.csv")


def shipped() -> Shelf:
    """The record of the workspace, read now."""
    from foedus import settings, shelf

    return shelf.read(settings.find().records)


def _added(frame: Frame, shelf: Shelf) -> Added:
    other: System = "gw" if frame.system == "cow" else "cow"
    number, theirs = NUMBER[frame.system], NUMBER[other]
    names = {"cow": "Correlates of War", "gw": "Gleditsch-Ward"}
    columns = (
        Column(name="iso3", sql="iso3", type="VARCHAR", meaning="ISO 3166 code, withdrawn codes for the dead"),
        Column(name=theirs, sql=theirs, type="SMALLINT", meaning=f"{names[other]} number"),
    )
    years = f"""
        CREATE OR REPLACE TEMP TABLE code_years AS
        SELECT {number}, year::SMALLINT AS year, iso3, {theirs}
        FROM (SELECT *, unnest(range(year(since), year(until) + 1)) AS year FROM codes WHERE {number} IS NOT NULL)
        QUALIFY row_number() OVER (PARTITION BY {number}, year ORDER BY until DESC, since DESC) = 1"""
    evidence = f"""
        SELECT {number} AS state, year, 'states.csv' AS source, NULL AS line,
            format('{{}} is {{}}, {other} {{}}', {number}, iso3, coalesce({theirs}::VARCHAR, 'not known')) AS says
        FROM code_years"""
    return of_states(frame, "code_years", columns, setup=(table(shelf), years), system=frame.system, evidence=evidence)


def table(shelf: Shelf) -> str:
    """SQL that makes `codes`: each of the record's names of a state with its numbers, first and last day."""
    rows = ", ".join(f"('{s.id}', {s.cow or 'NULL'}, {s.gw or 'NULL'}, {_first(s)}, {_last(s)})" for s in shelf.states)
    return (
        "CREATE OR REPLACE TEMP TABLE codes AS SELECT iso3, ccode::SMALLINT AS ccode, gwcode::SMALLINT AS gwcode, "
        f"since::DATE AS since, until::DATE AS until FROM (VALUES {rows}) v(iso3, ccode, gwcode, since, until)"
    )


def _first(state: State) -> str:
    return f"'{state.from_.first if state.from_ else FIRST}'"


def _last(state: State) -> str:
    """The record's `until` is the first day that the name no longer holds."""
    return f"'{state.until.first - timedelta(days=1) if state.until else LAST}'"


FIRST, LAST = "1815-01-01", "2100-12-31"
"""Where the record gives no first or last day: before and after every panel."""

"""Armed conflicts (UCDP/PRIO 23.1) with states on either side."""

from __future__ import annotations

from pathlib import Path

from foedus.datasets import dataset
from foedus.panel.states import of_states
from foedus.panel.verb import Added, Column, Frame, Join, Verb


def conflicts(ucdp: Path | str, *, supporters: bool = False) -> Verb:
    """`ucdpongoing`, `ucdponset` (0 or 1), `maxintensity` (1 or 2), `conflict_ids`: states of side A and of side B alike.

    In dyad-years the two fought on opposite sides. An onset is the year in which an episode reached 25 battle deaths.
    With `supporters`, states that sent troops to a side count too. By Gleditsch-Ward number: a COW panel needs `codes`
    first. Source: UCDP/PRIO.
    """
    return Verb(
        name="conflicts",
        build=lambda frame: _added(frame, supporters),
        dataset="ucdp",
        path=str(ucdp),
        tables=("ucdp_conflicts",),
        coverage=dataset("ucdp").coverage,
    )


def _added(frame: Frame, supporters: bool) -> Added:
    sides = _sides(supporters)
    if not frame.dyadic:
        setup = (sides, _STATES)
        return of_states(frame, "ucdp_years", _columns(""), setup=setup, system="gw", evidence=_EVIDENCE)
    on = (("gwcode1", "gwcode1"), ("gwcode2", "gwcode2"), ("year", "year"))
    join = Join(relation="ucdp_dyads", alias="u", on=on)
    return Added(columns=_columns("u."), setup=(sides, _PAIRS, _dyads(frame)), joins=(join,), evidence=_EVIDENCE_DYADS)


def _columns(alias: str) -> tuple[Column, ...]:
    about = (
        ("ucdpongoing", "TINYINT", "1: an armed conflict, 25 battle deaths or more in the year", 0),
        ("ucdponset", "TINYINT", "1: an episode of armed conflict began", 0),
        ("maxintensity", "TINYINT", "highest intensity: 1 armed conflict, 2 war (1000 battle deaths)", None),
        ("conflict_ids", "VARCHAR", "numbers of the conflicts", None),
    )
    return tuple(Column(name=n, sql=f"{alias}{n}", type=t, meaning=m, fill=f) for n, t, m, f in about)


def _sides(supporters: bool) -> str:
    """`ucdp_sides`: each state in each conflict-year, with its side."""
    columns = ("gwno_a", "gwno_b", *(("gwno_a_2nd", "gwno_b_2nd") if supporters else ()))
    parts = " UNION ".join(
        f"SELECT conflict_id, year, intensity_level, start_date2, location, line, '{column[5]}' AS side, "
        f"unnest(string_split({column}, ','))::SMALLINT AS gwcode FROM ucdp_conflicts WHERE {column} IS NOT NULL"
        for column in columns
    )
    return f"CREATE OR REPLACE TEMP TABLE ucdp_sides AS {parts}"


_SUMS = """1::TINYINT AS ucdpongoing, max((year(start_date2) = year)::TINYINT) AS ucdponset,
        max(intensity_level) AS maxintensity,
        string_agg(DISTINCT conflict_id::VARCHAR, '; ' ORDER BY conflict_id::VARCHAR) AS conflict_ids"""

_STATES = f"CREATE OR REPLACE TEMP TABLE ucdp_years AS SELECT gwcode, year, {_SUMS} FROM ucdp_sides GROUP BY gwcode, year"

_PAIRS = """
    CREATE OR REPLACE TEMP VIEW ucdp_pairs AS
    SELECT x.* EXCLUDE (gwcode, side), x.gwcode AS gwcode1, y.gwcode AS gwcode2
    FROM ucdp_sides x JOIN ucdp_sides y ON x.conflict_id = y.conflict_id AND x.year = y.year AND x.side <> y.side"""


def _dyads(frame: Frame) -> str:
    return f"""
        CREATE OR REPLACE TEMP TABLE ucdp_dyads AS
        SELECT gwcode1, gwcode2, year, {_SUMS} FROM ucdp_pairs WHERE {frame.kept("gwcode")}
        GROUP BY gwcode1, gwcode2, year"""


_SAYS = "format('conflict {} in {}: intensity {}', conflict_id, location, intensity_level) AS says"
_EVIDENCE = f"SELECT gwcode AS state, year, 'ucdp_conflicts' AS source, line, {_SAYS} FROM ucdp_sides"
_EVIDENCE_DYADS = f"SELECT gwcode1, gwcode2, year, 'ucdp_conflicts' AS source, line, {_SAYS} FROM ucdp_pairs"

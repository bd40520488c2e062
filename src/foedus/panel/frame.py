"""The rows of a panel as SQL: which states were members of the system in which year.

A state counts for each year in which it was a member on some day, a pair of states for each year in which both were
members on the same day (two that only share the year are no pair). Members on the list's last day are taken to go on.
"""

from __future__ import annotations

from foedus.panel.verb import NUMBER, Frame

TABLES = {"cow": "cow_states", "gw": "gw_states"}
_SPELL = {
    "cow": "ccode, statenme AS name, make_date(styear, stmonth, stday) AS since, "
    "make_date(endyear, endmonth, endday) AS until, line FROM cow_states",
    "gw": "gwcode, statename AS name, startdate AS since, enddate AS until, line FROM gw_states",
}


def setup(frame: Frame, last_year: int) -> tuple[str, ...]:
    """Make `spells`, `state_years` and `frame`, in the order of their keys, from the loaded state list."""
    number = NUMBER[frame.system]
    among = f" WHERE {number} IN ({_numbers(frame.among)})" if frame.among else ""
    spells = f"""
        CREATE OR REPLACE TEMP TABLE spells AS
        SELECT * FROM (
            SELECT * REPLACE (CASE WHEN until = max(until) OVER () THEN DATE '{last_year}-12-31' ELSE until END AS until)
            FROM (SELECT {_SPELL[frame.system]})){among}"""
    state_years = f"""
        CREATE OR REPLACE TEMP TABLE state_years AS
        SELECT DISTINCT {number}, year::SMALLINT AS year
        FROM (SELECT {number}, unnest(range(year(since), year(until) + 1)) AS year FROM spells)
        WHERE year BETWEEN {frame.first_year} AND {last_year} ORDER BY ALL"""
    return spells, state_years, *(_dyads(frame) if frame.dyadic else _states(frame))


def _states(frame: Frame) -> tuple[str, ...]:
    of = f" WHERE {frame.keys[0]} IN ({_numbers(frame.of)})" if frame.of else ""
    return (f"CREATE OR REPLACE TEMP TABLE frame AS SELECT * FROM state_years{of} ORDER BY ALL",)


def _dyads(frame: Frame) -> tuple[str, ...]:
    """Pairs of state-years, less the few that share the year but no day."""
    number, order = NUMBER[frame.system], "<>" if frame.directed else "<"
    listed = _numbers(frame.of)
    of = f" AND (x.{number} IN ({listed}) OR y.{number} IN ({listed}))" if frame.of else ""
    apart = f"""
        CREATE OR REPLACE TEMP TABLE never_together AS
        WITH pairs AS (SELECT x.{number} AS a, y.{number} AS b, x.until AS x_until, y.since AS y_since,
            x.since AS x_since, y.until AS y_until FROM spells x JOIN spells y ON x.{number} <> y.{number}),
        missed AS (SELECT a, b, year(x_until) AS year FROM pairs
            WHERE year(x_until) = year(y_since) AND x_until < y_since),
        met AS (SELECT a, b, unnest(range(year(greatest(x_since, y_since)), year(least(x_until, y_until)) + 1)) AS year
            FROM pairs SEMI JOIN missed USING (a, b) WHERE x_since <= y_until AND y_since <= x_until)
        SELECT a AS {number}1, b AS {number}2, year::SMALLINT AS year
        FROM (FROM missed UNION ALL SELECT b, a, year FROM missed) ANTI JOIN met USING (a, b, year)"""
    pairs = f"""
        CREATE OR REPLACE TEMP TABLE frame AS
        SELECT * FROM (SELECT x.{number} AS {number}1, y.{number} AS {number}2, x.year FROM state_years x
            JOIN state_years y ON x.year = y.year AND x.{number} {order} y.{number}{of})
        ANTI JOIN never_together USING ({", ".join(frame.keys)}) ORDER BY ALL"""
    return apart, pairs


def _numbers(states: tuple[int, ...]) -> str:
    return ", ".join(str(int(state)) for state in states)

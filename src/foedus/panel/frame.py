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
            SELECT * EXCLUDE (until), until AS listed_until,
                CASE WHEN until = max(until) OVER () THEN DATE '{last_year}-12-31' ELSE until END AS until
            FROM (SELECT {_SPELL[frame.system]})){among}"""
    state_years = f"""
        CREATE OR REPLACE TEMP TABLE state_years AS
        SELECT DISTINCT {number}, year::SMALLINT AS year
        FROM (SELECT {number}, unnest(range(year(since), year(until) + 1)) AS year FROM spells)
        WHERE year BETWEEN {frame.first_year} AND {last_year} ORDER BY ALL"""
    return spells, state_years, *(_dyads(frame, last_year) if frame.dyadic else _states(frame))


def _states(frame: Frame) -> tuple[str, ...]:
    of = f" WHERE {frame.keys[0]} IN ({_numbers(frame.of)})" if frame.of else ""
    return (f"CREATE OR REPLACE TEMP TABLE frame AS SELECT * FROM state_years{of} ORDER BY ALL",)


def _dyads(frame: Frame, last_year: int) -> tuple[str, ...]:
    """Each pair's common spells as ranges of years, in order; then the years. Ranges of a pair never share a year."""
    number, order = NUMBER[frame.system], "<>" if frame.directed else "<"
    listed = _numbers(frame.of)
    of = f" AND (x.{number} IN ({listed}) OR y.{number} IN ({listed}))" if frame.of else ""
    together = f"""
        CREATE OR REPLACE TEMP TABLE together AS
        WITH met AS (
            SELECT x.{number} AS a, y.{number} AS b, year(greatest(x.since, y.since)) AS first,
                year(least(x.until, y.until)) AS last
            FROM spells x JOIN spells y
                ON x.{number} {order} y.{number} AND x.since <= y.until AND y.since <= x.until{of})
        SELECT a, b, greatest(first, {frame.first_year}, 1 + max(last) OVER earlier) AS first,
            least(last, {last_year}) AS last
        FROM met WINDOW earlier AS (PARTITION BY a, b ORDER BY first ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
        ORDER BY a, b, first"""
    pairs = f"""
        CREATE OR REPLACE TEMP TABLE frame AS
        SELECT a AS {number}1, b AS {number}2, unnest(range(first, last + 1))::SMALLINT AS year FROM together"""
    return together, pairs


def _numbers(states: tuple[int, ...]) -> str:
    return ", ".join(str(int(state)) for state in states)

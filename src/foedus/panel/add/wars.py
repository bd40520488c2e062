"""Wars between states (COW 4.0): in state-years the wars a state fought, in dyad-years those on opposite sides."""

from __future__ import annotations

from pathlib import Path

from foedus.datasets import dataset
from foedus.panel.states import of_states
from foedus.panel.verb import Added, Column, Frame, Join, Verb


def wars(wars: Path | str) -> Verb:
    """`cowinterongoing`, `cowinteronset` (0 or 1) and `cowinterwars`, the numbers of the wars.

    A war counts in each year of which a day saw both at war (state-years: the state). Source: COW Inter-State Wars.
    """
    return Verb(
        name="wars",
        build=_added,
        dataset="wars",
        path=str(wars),
        tables=("cow_interstate",),
        coverage=dataset("wars").covers("cow_interstate"),
    )


def _added(frame: Frame) -> Added:
    if not frame.dyadic:
        columns = tuple(_column(name, "", kind, words) for name, kind, words in _COLUMNS)
        return of_states(frame, "war_years", columns, setup=(_SPELLS, _STATES), evidence=_EVIDENCE_STATES)
    columns = tuple(_column(name, "w.", kind, words) for name, kind, words in _COLUMNS)
    join = Join(relation="war_dyads", alias="w", on=(("ccode1", "ccode1"), ("ccode2", "ccode2"), ("year", "year")))
    return Added(columns=columns, setup=(_SPELLS, _PAIRS, _dyads(frame)), joins=(join,), evidence=_EVIDENCE)


_COLUMNS = (
    ("cowinterongoing", "TINYINT", "1: at war"),
    ("cowinteronset", "TINYINT", "1: a war began in the year"),
    ("cowinterwars", "VARCHAR", "numbers of the wars"),
)


def _column(name: str, alias: str, kind: str, words: str) -> Column:
    return Column(name=name, sql=f"{alias}{name}", type=kind, meaning=words, fill=0 if kind == "TINYINT" else None)


_DATE = "make_date({y}, coalesce({m}, {month}), coalesce({d}, 1))"


def _spell(which: int) -> str:
    """SQL for the first or second stay of a state in a war; an unknown day or month makes it as long as it may be."""
    since = _DATE.format(y=f"startyear{which}", m=f"startmonth{which}", d=f"startday{which}", month=1)
    last = _DATE.format(y=f"endyear{which}", m=f"endmonth{which}", d="NULL", month=12)
    until = f"if(endday{which} IS NULL, last_day({last}), make_date(endyear{which}, endmonth{which}, endday{which}))"
    return (
        f"SELECT warnum, warname, ccode, side, line, {since} AS since, {until} AS until "
        f"FROM cow_interstate WHERE startyear{which} IS NOT NULL AND endyear{which} IS NOT NULL"
    )


_SPELLS = f"CREATE OR REPLACE TEMP TABLE war_spells AS {_spell(1)} UNION ALL {_spell(2)}"

_PAIRS = """
    CREATE OR REPLACE TEMP VIEW war_pairs AS
    SELECT x.warnum, x.warname, x.ccode AS ccode1, y.ccode AS ccode2, x.line, greatest(x.since, y.since) AS since,
        unnest(range(year(greatest(x.since, y.since)), year(least(x.until, y.until)) + 1))::SMALLINT AS year
    FROM war_spells x JOIN war_spells y
        ON x.warnum = y.warnum AND x.side <> y.side AND x.since <= y.until AND y.since <= x.until"""

_SUMS = """1::TINYINT AS cowinterongoing, max((year = began)::TINYINT) AS cowinteronset,
        string_agg(DISTINCT warnum::VARCHAR, '; ' ORDER BY warnum::VARCHAR) AS cowinterwars"""


def _dyads(frame: Frame) -> str:
    return f"""
        CREATE OR REPLACE TEMP TABLE war_dyads AS
        SELECT ccode1, ccode2, year, {_SUMS}
        FROM (SELECT *, min(year(since)) OVER (PARTITION BY warnum, ccode1, ccode2) AS began FROM war_pairs)
        WHERE {frame.kept()} GROUP BY ccode1, ccode2, year"""


_STATES = f"""
    CREATE OR REPLACE TEMP TABLE war_years AS
    SELECT ccode, year, {_SUMS}
    FROM (SELECT *, min(year(since)) OVER (PARTITION BY warnum, ccode) AS began,
        unnest(range(year(since), year(until) + 1))::SMALLINT AS year FROM war_spells)
    GROUP BY ccode, year"""

_EVIDENCE = """
    SELECT ccode1, ccode2, year, 'cow_interstate' AS source, line,
        format('war {}, {}: on opposite sides from {}', warnum, warname, since) AS says
    FROM war_pairs"""

_EVIDENCE_STATES = """
    SELECT ccode AS state, unnest(range(year(since), year(until) + 1)) AS year, 'cow_interstate' AS source, line,
        format('war {}, {}: from {} to {}', warnum, warname, since, until) AS says
    FROM war_spells"""

"""Wars within states (COW 4.1), for control of the state or over local issues."""

from __future__ import annotations

from pathlib import Path

from foedus.datasets import dataset
from foedus.panel.states import of_states
from foedus.panel.verb import Added, Column, Frame, Verb


def civil_wars(civil_wars: Path | str) -> Verb:
    """`cowintraongoing`, `cowintraonset` (0 or 1): the state fought in a war within a state, on either side.

    Both the state at home and those that stepped in. Unit: state-year. Source: COW Intra-State Wars, types 4 and 5.
    """
    return Verb(
        name="civil_wars",
        build=_added,
        dataset="wars",
        path=str(civil_wars),
        tables=("cow_intrastate",),
        coverage=dataset("wars").covers("cow_intrastate"),
    )


def _added(frame: Frame) -> Added:
    words = {"cowintraongoing": "1: fought in a civil war", "cowintraonset": "1: entered a civil war"}
    columns = tuple(Column(name=n, sql=n, type="TINYINT", meaning=m, fill=0) for n, m in words.items())
    return of_states(
        frame, "civil_war_years", columns, setup=(_SPELLS, _YEARS, _LEFT), dropped="civil_wars_left", evidence=_EVIDENCE
    )


def _spells(state: str, which: int) -> str:
    return (
        f"SELECT warnum, warname, {state} AS ccode, startyear{which} AS first, line, "
        f"if(endyear{which} = -7, 2007, endyear{which}) AS last FROM cow_intrastate "
        f"WHERE wartype IN (4, 5) AND {state} IS NOT NULL AND startyear{which} > 0 AND endyear{which} IS NOT NULL"
    )


_SPELLS = "CREATE OR REPLACE TEMP TABLE civil_war_spells AS " + " UNION ALL ".join(
    _spells(state, which) for state in ("ccodea", "ccodeb") for which in (1, 2)
)

_YEARS = """
    CREATE OR REPLACE TEMP TABLE civil_war_years AS
    SELECT ccode, year, 1::TINYINT AS cowintraongoing, max((year = began)::TINYINT) AS cowintraonset
    FROM (SELECT ccode, min(first) OVER (PARTITION BY warnum, ccode) AS began,
        unnest(range(first, last + 1))::SMALLINT AS year FROM civil_war_spells)
    GROUP BY ccode, year"""

_LEFT = """
    CREATE OR REPLACE TEMP VIEW civil_wars_left AS
    SELECT coalesce(ccodea, ccodeb) AS ccode, format('war {}, {}', warnum, warname) AS what, line,
        CASE WHEN wartype NOT IN (4, 5) THEN 'another type of war' ELSE 'no year in which it began' END AS rule
    FROM cow_intrastate WHERE wartype NOT IN (4, 5) OR startyear1 IS NULL OR endyear1 IS NULL"""

_EVIDENCE = """
    SELECT ccode AS state, unnest(range(first, last + 1)) AS year, 'cow_intrastate' AS source, line,
        format('war {}, {}: {}-{}', warnum, warname, first, last) AS says
    FROM civil_war_spells"""

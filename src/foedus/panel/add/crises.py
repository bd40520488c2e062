"""International crises (ICB 13): who was in one, and who triggered it."""

from __future__ import annotations

from pathlib import Path

from foedus.datasets import dataset
from foedus.panel.states import of_states
from foedus.panel.verb import Added, Column, Frame, Join, Verb


def crises(icb: Path | str) -> Verb:
    """State-years: `icb_ongoing`, `icb_onset` (0 or 1), `icb_crises` (number); dyad-years: `icb_both`, `icb_triggered`.

    A crisis counts from the year of its trigger to that of its end, for each crisis actor. `icb_both`: both are actors
    in one crisis (on whichever side); `icb_triggered`: state 2 triggered a crisis of state 1 in the year. Its numbers of
    united Germany (260) and Yemen (678) are Gleditsch and Ward's: a COW panel needs `codes` first. Source: ICB.
    """
    return Verb(
        name="crises",
        build=_added,
        dataset="icb",
        path=str(icb),
        tables=("icb_actors",),
        coverage=dataset("icb").coverage,
    )


def _added(frame: Frame) -> Added:
    if not frame.dyadic:
        words = {
            "icb_ongoing": "1: a crisis actor",
            "icb_onset": "1: a crisis began for it",
            "icb_crises": "number of crises in which it is an actor",
        }
        columns = tuple(Column(name=n, sql=n, type="TINYINT", meaning=m, fill=0) for n, m in words.items())
        return of_states(
            frame,
            "icb_states",
            columns,
            system="gw",
            setup=(_YEARS, _LEFT, _STATES),
            dropped="icb_left",
            evidence=_EVIDENCE,
        )
    pair = (("gwcode1", "gwcode1"), ("gwcode2", "gwcode2"), ("year", "year"))
    both = Column(name="icb_both", sql="c.both_in", type="TINYINT", meaning="1: both are actors in one crisis", fill=0)
    joins = [Join(relation="icb_dyads", alias="c", on=pair)]
    triggered = [("icb_triggered", "c", "1: state 2 triggered a crisis of state 1 in the year")]
    if not frame.directed:
        turned = (("gwcode1", "gwcode2"), ("gwcode2", "gwcode1"), ("year", "year"))
        joins.append(Join(relation="icb_dyads", alias="d", on=turned))
        triggered = [
            ("icb_triggered1", "c", "1: state 2 triggered a crisis of state 1 in the year"),
            ("icb_triggered2", "d", "1: state 1 triggered a crisis of state 2 in the year"),
        ]
    columns = tuple(Column(name=n, sql=f"{a}.triggered", type="TINYINT", meaning=m, fill=0) for n, a, m in triggered)
    return Added(
        columns=(both, *columns),
        setup=(_YEARS, _LEFT, _DYADS),
        joins=tuple(joins),
        dropped="icb_left",
        evidence=_EVIDENCE_DYADS,
    )


_YEARS = """
    CREATE OR REPLACE TEMP TABLE icb_years AS
    SELECT crisno, crisname, cracid AS gwcode, trigent, yrtrig, line,
        unnest(range(yrtrig, coalesce(yrterm, yrtrig) + 1))::SMALLINT AS year
    FROM icb_actors WHERE yrtrig IS NOT NULL"""

_LEFT = """
    CREATE OR REPLACE TEMP VIEW icb_left AS
    SELECT cracid AS gwcode, format('crisis {}, {}', crisno, crisname) AS what, line, 'no year of the trigger' AS rule
    FROM icb_actors WHERE yrtrig IS NULL"""

_STATES = """
    CREATE OR REPLACE TEMP TABLE icb_states AS
    SELECT gwcode, year, 1::TINYINT AS icb_ongoing, max((year = yrtrig)::TINYINT) AS icb_onset,
        count(DISTINCT crisno) AS icb_crises
    FROM icb_years GROUP BY gwcode, year"""

_DYADS = """
    CREATE OR REPLACE TEMP TABLE icb_dyads AS
    SELECT gwcode1, gwcode2, year, max(both_in) AS both_in, max(triggered) AS triggered FROM (
        SELECT x.gwcode AS gwcode1, y.gwcode AS gwcode2, x.year, 1::TINYINT AS both_in, 0::TINYINT AS triggered
        FROM icb_years x JOIN icb_years y ON x.crisno = y.crisno AND x.year = y.year AND x.gwcode <> y.gwcode
        UNION ALL
        SELECT gwcode, trigent, year, 0, 1 FROM icb_years WHERE year = yrtrig AND trigent < 990)
    GROUP BY gwcode1, gwcode2, year"""

_SAYS = """'icb_actors' AS source, x.line,
        format('crisis {}, {}: state {}, triggered in {} by {}', x.crisno, x.crisname, x.gwcode, x.yrtrig, x.trigent)
        AS says"""

_EVIDENCE = f"SELECT x.gwcode AS state, x.year, {_SAYS} FROM icb_years x"
_EVIDENCE_DYADS = f"""
    SELECT x.gwcode AS gwcode1, y.gwcode AS gwcode2, x.year, {_SAYS}
    FROM icb_years x JOIN icb_years y ON x.crisno = y.crisno AND x.year = y.year AND x.gwcode <> y.gwcode
    UNION SELECT x.gwcode, x.trigent, x.year, {_SAYS} FROM icb_years x"""

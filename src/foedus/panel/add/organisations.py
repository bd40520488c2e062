"""Memberships in intergovernmental organisations (COW IGO 3), and those that two states share."""

from __future__ import annotations

from pathlib import Path

from foedus.datasets import dataset
from foedus.panel.states import of_states
from foedus.panel.verb import Added, Column, Frame, Join, Verb

_STANDINGS = {
    "igo_full": ("v = 1", "organisations of which it is a full member"),
    "igo_associate": ("v = 2", "organisations of which it is an associate member"),
    "igo_observer": ("v = 3", "organisations in which it is an observer"),
    "igo_any": ("v IN (1, 2, 3)", "organisations to which it belongs in any way"),
}


def organisations(igo: Path | str) -> Verb:
    """In dyad-years `igo_shared`, of how many organisations both are full members; in state-years numbers by standing.

    Memberships that the source codes as missing are not counted, so the number is a lower bound. Source: COW IGO.
    """
    return Verb(
        name="organisations",
        build=_added,
        dataset="igo",
        path=str(igo),
        tables=("igo_state_years",),
        coverage=dataset("igo").coverage,
    )


def _added(frame: Frame) -> Added:
    if not frame.dyadic:
        columns = tuple(Column(name=n, sql=n, type="SMALLINT", meaning=m) for n, (_, m) in _STANDINGS.items())
        return of_states(frame, "igo_counts", columns, setup=(_COUNTS,), evidence=_EVIDENCE)
    column = Column(
        name="igo_shared",
        sql="bit_count(s1.members & s2.members)",
        type="SMALLINT",
        meaning="organisations of which both are full members",
    )
    joins = tuple(
        Join(relation="igo_members", alias=f"s{side}", on=((f"ccode{side}", "ccode"), ("year", "year"))) for side in "12"
    )
    return Added(columns=(column,), setup=(_MEMBERS,), joins=joins, evidence=_EVIDENCE, monadic=True)


_MEMBERS = """
    CREATE OR REPLACE TEMP TABLE igo_members AS
    SELECT ccode, year, array_to_string([if(v = 1, '1', '0') FOR v IN standings], '')::BIT AS members
    FROM (SELECT ccode, year, [*COLUMNS(* EXCLUDE (ccode, year, state, line))] AS standings FROM igo_state_years)"""
"""One bit an organisation: what two states share is then a bitwise and, not a join of half a million memberships."""

_COUNTS = f"""
    CREATE OR REPLACE TEMP TABLE igo_counts AS
    SELECT ccode, year,
        {", ".join(f"len([v FOR v IN standings IF {test}]) AS {name}" for name, (test, _) in _STANDINGS.items())}
    FROM (SELECT ccode, year, [*COLUMNS(* EXCLUDE (ccode, year, state, line))] AS standings FROM igo_state_years)"""

_EVIDENCE = """
    SELECT ccode AS state, year, 'igo_state_years' AS source, line,
        format('{}: the memberships of {}', ccode, state) AS says
    FROM igo_state_years"""

"""Major powers, as the Correlates of War project lists them."""

from __future__ import annotations

from foedus.datasets import dataset
from foedus.panel.states import of_states
from foedus.panel.verb import Added, Column, Frame, Verb


def majors() -> Verb:
    """`cowmaj`: 1 for a state that was a major power on some day of the year. Source: COW, beside the state list."""
    return Verb(
        name="majors",
        build=_added,
        dataset="states",
        tables=("cow_majors",),
        coverage=dataset("states").covers("cow_majors"),
    )


def _added(frame: Frame) -> Added:
    column = Column(name="cowmaj", sql="major", type="TINYINT", meaning="1: a major power", fill=0)
    return of_states(frame, "major_years", (column,), setup=(_YEARS,), evidence=_EVIDENCE)


_YEARS = """
    CREATE OR REPLACE TEMP TABLE major_years AS
    SELECT DISTINCT ccode, unnest(range(styear, endyear + 1))::SMALLINT AS year, 1::TINYINT AS major FROM cow_majors"""

_EVIDENCE = """
    SELECT ccode AS state, unnest(range(styear, endyear + 1)) AS year, 'cow_majors' AS source, line,
        format('{}: major power {}-{}', ccode, styear, endyear) AS says
    FROM cow_majors"""

"""The distance between capitals, over the surface of a sphere."""

from __future__ import annotations

from pathlib import Path

from foedus.datasets import dataset
from foedus.panel.verb import Added, Column, Frame, Join, Verb

EARTH_RADIUS = 6378.137
"""Kilometres, at the equator: the radius that geosphere (R) and so peacesciencer take."""

PAIRS_ONLY = True


def capital_distance(capitals: Path | str) -> Verb:
    """`capdist`: kilometres between the capitals, each the first that its state had in the year. Unit: dyad-year."""
    return Verb(
        name="capital_distance",
        build=_added,
        dataset="capitals",
        path=str(capitals),
        tables=("capitals",),
        coverage=dataset("capitals").coverage,
    )


def _added(frame: Frame) -> Added:
    square = "(pow(s1.x - s2.x, 2) + pow(s1.y - s2.y, 2) + pow(s1.z - s2.z, 2))"
    column = Column(
        name="capdist",
        sql=f"{2 * EARTH_RADIUS} * atan2(sqrt({square}), sqrt(greatest(0, 4 - {square})))",
        type="FLOAT",
        meaning="kilometres between the two capitals",
    )
    joins = (_join("1"), _join("2"))
    return Added(columns=(column,), setup=(_YEARS,), joins=joins, evidence=_EVIDENCE, monadic=True)


def _join(side: str) -> Join:
    return Join(relation="capital_years", alias=f"s{side}", on=((f"ccode{side}", "ccode"), ("year", "year")))


_YEARS = """
    CREATE OR REPLACE TEMP TABLE capital_years AS
    SELECT ccode, year::SMALLINT AS year, cos(radians(lat)) * cos(radians(lng)) AS x,
        cos(radians(lat)) * sin(radians(lng)) AS y, sin(radians(lat)) AS z
    FROM (SELECT *, unnest(range(year(stdate), year(enddate) + 1)) AS year FROM capitals)
    QUALIFY row_number() OVER (PARTITION BY ccode, year ORDER BY stdate) = 1"""
"""Points on a sphere of radius 1: the straight line between two of them gives the arc without loss for near ones."""

_EVIDENCE = """
    SELECT ccode AS state, unnest(range(year(stdate), year(enddate) + 1)) AS year, 'capitals' AS source, line,
        format('{}: {} from {} to {} ({:.2f}, {:.2f})', ccode, capital, stdate, enddate, lat, lng) AS says
    FROM capitals"""

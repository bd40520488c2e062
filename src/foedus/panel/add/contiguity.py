"""Direct contiguity of states (COW 3.2): by land, or over how much water."""

from __future__ import annotations

from pathlib import Path

from foedus.datasets import dataset
from foedus.panel.verb import Added, Column, Frame, Join, Verb

PAIRS_ONLY = True


def contiguity(contiguity: Path | str) -> Verb:
    """`conttype`: 1 by land or river, 2 up to 12 miles of water, 3 up to 24, 4 up to 150, 5 up to 400, 0 none of these.

    The closest of the year counts. Unit: dyad-year.
    """
    return Verb(
        name="contiguity",
        build=_added,
        dataset="contiguity",
        path=str(contiguity),
        tables=("contiguity_spells",),
        coverage=dataset("contiguity").coverage,
    )


def _added(frame: Frame) -> Added:
    meaning = dataset("contiguity").table("contiguity_spells").columns["conttype"].meaning
    column = Column(name="conttype", sql="c.conttype", type="TINYINT", meaning=meaning, fill=0)
    join = Join(relation="contiguous", alias="c", on=(("ccode1", "ccode1"), ("ccode2", "ccode2"), ("year", "year")))
    return Added(columns=(column,), setup=(_years(frame),), joins=(join,), evidence=_EVIDENCE)


def _years(frame: Frame) -> str:
    return f"""
        CREATE OR REPLACE TEMP TABLE contiguous AS
        SELECT ccode1, ccode2, year::SMALLINT AS year, min(conttype) AS conttype
        FROM (SELECT *, unnest(range(year(stdate), year(enddate) + 1)) AS year FROM contiguity_spells
            WHERE conttype > 0 AND {frame.kept()})
        GROUP BY ALL"""


_EVIDENCE = """
    SELECT ccode1, ccode2, unnest(range(year(stdate), year(enddate) + 1)) AS year, 'contiguity_spells' AS source, line,
        format('contiguity {} from {} to {}', conttype, strftime(stdate, '%Y-%m'), strftime(enddate, '%Y-%m')) AS says
    FROM contiguity_spells"""

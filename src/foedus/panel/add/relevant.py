"""Politically relevant pairs: neighbours, and pairs with a major power."""

from __future__ import annotations

from foedus.panel.verb import Added, Column, Frame, Verb

PAIRS_ONLY = True


def relevant() -> Verb:
    """`relevant`: 1 where the two are contiguous in any way or one is a major power.

    Computed from the columns of `contiguity` and `majors`, which come first.
    """
    return Verb(name="relevant", build=_added, note="contiguity, majors")


def _added(frame: Frame) -> Added:
    column = Column(
        name="relevant",
        sql="(p.conttype > 0 OR p.cowmaj1 = 1 OR p.cowmaj2 = 1)",
        type="TINYINT",
        meaning="1: contiguous by land or up to 400 miles of water, or one is a major power",
    )
    return Added(columns=(column,), needs=("conttype", "cowmaj1", "cowmaj2"))

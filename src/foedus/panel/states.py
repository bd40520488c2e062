"""Verbs about single states: their columns once in state-years, twice (behind them 1 and 2) in dyad-years."""

from __future__ import annotations

from foedus.panel.verb import NUMBER, Added, Column, Frame, Join, System


def of_states(
    frame: Frame,
    relation: str,
    columns: tuple[Column, ...],
    *,
    setup: tuple[str, ...] = (),
    system: System = "cow",
    dropped: str = "",
    evidence: str = "",
) -> Added:
    """Add the columns of a state-year relation, keyed by the number of `system` and `year`, to each state of a row.

    Each column's `sql` is its name in the relation.
    """
    number = NUMBER[system]
    joins = tuple(
        Join(relation=relation, alias=f"s{side}", on=((f"{number}{side}", number), ("year", "year")))
        for side in frame.sides
    )
    whose = {"": "", "1": " (state 1)", "2": " (state 2)"}
    added = tuple(
        Column(
            name=f"{column.name}{side}",
            sql=f"s{side}.{column.sql}",
            type=column.type,
            meaning=f"{column.meaning}{whose[side]}",
            fill=column.fill,
        )
        for side in frame.sides
        for column in columns
    )
    return Added(columns=added, setup=setup, joins=joins, dropped=dropped, evidence=evidence, monadic=True)

"""How long it has been since an event, and in which spell of peace a row lies."""

from __future__ import annotations

from foedus.panel.verb import Added, Column, Frame, Verb


def peace_years(event: str = "cowmidongoing") -> Verb:
    """`<event>_peace_years`: years since the last year with the event, 0 in the year after it and in the first year.

    `<event>_spell` numbers the spells that the events end, from 1. Both are null where the event is not known. Counted
    in calendar years for each state or pair, over gaps in its membership. Computed from the panel's own column.
    """
    return Verb(name="peace_years", build=lambda frame: _added(frame, event), note=f"computed from {event}")


def _added(frame: Frame, event: str) -> Added:
    who = ", ".join(f"p.{key}" for key in frame.keys[:-1])
    before = f"OVER (PARTITION BY {who} ORDER BY p.year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"
    last = f"max(CASE WHEN p.{event} = 1 THEN p.year END) {before}"
    first = f"min(p.year) OVER (PARTITION BY {who})"
    known = f"CASE WHEN p.{event} IS NOT NULL THEN"
    return Added(
        columns=(
            Column(
                name=f"{event}_peace_years",
                sql=f"{known} p.year - coalesce({last} + 1, {first}) END",
                type="SMALLINT",
                meaning=f"years since the last {event}, or since the first year",
            ),
            Column(
                name=f"{event}_spell",
                sql=f"{known} 1 + count(CASE WHEN p.{event} = 1 THEN 1 END) {before} END",
                type="SMALLINT",
                meaning=f"number of the spell: 1 and one more after each year of {event}",
            ),
        ),
        needs=(event,),
        windows=True,
        event=event,
    )

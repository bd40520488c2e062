"""The names of the states, as the state list gives them."""

from __future__ import annotations

from foedus.panel.states import of_states
from foedus.panel.verb import NUMBER, Added, Column, Frame, Verb


def state_names() -> Verb:
    """`name` of each state. Source: the state list that the panel stands on."""
    return Verb(name="state_names", build=_added, note="the state list")


def _added(frame: Frame) -> Added:
    number = NUMBER[frame.system]
    named = f"""
        CREATE OR REPLACE TEMP TABLE named AS
        SELECT DISTINCT ON ({number}, year) {number}, unnest(range(year(since), year(until) + 1))::SMALLINT AS year, name
        FROM spells ORDER BY {number}, year, since DESC"""
    column = Column(name="name", sql="name", type="VARCHAR", meaning="name of the state")
    return of_states(frame, "named", (column,), setup=(named,), system=frame.system)

"""How democratic a state is: extended Unified Democracy Scores, Polity, V-Dem's polyarchy."""

from __future__ import annotations

from pathlib import Path

from foedus.datasets import dataset
from foedus.panel.states import of_states
from foedus.panel.verb import Added, Column, Frame, Verb

SCORES = ("euds", "aeuds", "polity2", "v2x_polyarchy")


def democracy(democracy: Path | str) -> Verb:
    """`euds`, `aeuds` (no unit), `polity2` (-10 to 10), `v2x_polyarchy` (0 to 1) of each state; null where not coded."""
    return Verb(
        name="democracy",
        build=_added,
        dataset="democracy",
        path=str(democracy),
        tables=("democracy_scores",),
        coverage=dataset("democracy").covers("democracy_scores"),
    )


def _added(frame: Frame) -> Added:
    sheet = dataset("democracy").table("democracy_scores").columns
    columns = tuple(Column(name=name, sql=name, type=sheet[name].type, meaning=sheet[name].meaning) for name in SCORES)
    return of_states(frame, "democracy_scores", columns, evidence=_EVIDENCE)


_EVIDENCE = """
    SELECT ccode AS state, year, 'democracy_scores' AS source, line,
        format('{}: euds {}, aeuds {}, polity2 {}, polyarchy {}', ccode, coalesce(round(euds, 3)::VARCHAR, '?'),
            coalesce(round(aeuds, 3)::VARCHAR, '?'), coalesce(polity2::VARCHAR, '?'),
            coalesce(v2x_polyarchy::VARCHAR, '?')) AS says
    FROM democracy_scores"""

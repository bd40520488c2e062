"""National material capabilities (COW NMC 7.0) and their composite index."""

from __future__ import annotations

from pathlib import Path

from foedus.datasets import dataset
from foedus.panel.states import of_states
from foedus.panel.verb import Added, Column, Frame, Verb

MEASURES = ("milex", "milper", "irst", "pec", "tpop", "upop", "cinc")


def capabilities(nmc: Path | str) -> Verb:
    """Military spending and personnel, iron and steel, energy, population, and `cinc`, the share of the world's total.

    Unit: state-year; units of measure are those of the codebook. Source: COW NMC.
    """
    return Verb(
        name="capabilities",
        build=_added,
        dataset="capabilities",
        path=str(nmc),
        tables=("nmc",),
        coverage=dataset("capabilities").coverage,
    )


def _added(frame: Frame) -> Added:
    sheet = dataset("capabilities").table("nmc").columns
    columns = tuple(Column(name=name, sql=name, type=sheet[name].type, meaning=sheet[name].meaning) for name in MEASURES)
    return of_states(frame, "nmc", columns, evidence=_EVIDENCE)


_EVIDENCE = """
    SELECT ccode AS state, year, 'nmc' AS source, line, format('{}: cinc {}', ccode, round(cinc, 5)) AS says FROM nmc"""

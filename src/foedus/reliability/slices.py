"""By what the rates are cut: period, obligation, number of members, and where data are given, power and regime."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from foedus.datasets.load import load
from foedus.reliability.bounds import Slicer
from foedus.reliability.pairs import Pair, called_on
from foedus.reliability.rules import Verdict

DEMOCRACY_FROM = 6
"""Polity2 from which a state counts as a democracy (Marshall, Gurr and Jaggers)."""


def period(pair: Pair, verdict: Verdict) -> Iterable[str]:
    """Before or after 1945, by the war's first day: the cut of Berkemeier and Fuhrmann."""
    return ("1816-1944" if pair.war.start.year < 1945 else "1945-2007",)


def obligation(pair: Pair, verdict: Verdict) -> Iterable[str]:
    """Each kind that the alliance promises: the verdict is on all its promises, and it can count under several."""
    return sorted({kind for pledge in pair.pledges for kind in pledge.kinds})


def members(pair: Pair, verdict: Verdict) -> Iterable[str]:
    """Two members or more."""
    return ("bilateral" if pair.bilateral else "multilateral",)


PLAIN: dict[str, Slicer] = {"period": period, "alliance promises": obligation, "members": members}


def by_power(majors: Iterable[tuple[int, int, int]]) -> Slicer:
    """Whether a major power was called on; rows are state, first year, last year."""
    spans = list(majors)

    def power(pair: Pair, verdict: Verdict) -> Iterable[str]:
        year = pair.war.start.year
        called = _called(pair, verdict)
        major = any(state in called and first <= year <= last for state, first, last in spans)
        return ("a major power was called on" if major else "no major power was called on",)

    return power


def by_regime(scores: dict[tuple[int, int], int | None]) -> Slicer:
    """Whether those called on were democracies in the war's first year, by Polity2 of (state, year)."""

    def regime(pair: Pair, verdict: Verdict) -> Iterable[str]:
        found = [scores.get((state, pair.war.start.year)) for state in _called(pair, verdict)]
        if None in found:
            return ("not all scored",)
        democratic = [score >= DEMOCRACY_FROM for score in found if score is not None]
        return ("all democracies" if all(democratic) else "some democracies" if any(democratic) else "no democracy",)

    return regime


def _called(pair: Pair, verdict: Verdict) -> set[int]:
    return {verdict.who} if verdict.who is not None else {call.debtor for call in called_on(pair)}


def all_slices(majors: Path | str | None, democracy: Path | str | None) -> tuple[dict[str, Slicer], tuple[str, ...]]:
    """The plain slices, those that the files given allow, and what could not be asked for want of a file."""
    import duckdb

    connection, slices, not_asked = duckdb.connect(), dict(PLAIN), []
    if majors:
        load(connection, "states", majors, ["cow_majors"])
        rows = connection.execute("SELECT ccode, styear, endyear FROM cow_majors ORDER BY ALL").fetchall()
        slices["power"] = by_power(rows)
    else:
        not_asked.append("power: give --majors, COW's list of major powers")
    if democracy:
        load(connection, "democracy", democracy, ["democracy_scores"])
        scores = connection.execute("SELECT ccode, year, polity2 FROM democracy_scores").fetchall()
        slices["regime"] = by_regime({(state, year): score for state, year, score in scores})
    else:
        not_asked.append("regime: give --democracy, a list of democracy scores by state and year")
    return slices, tuple(not_asked)

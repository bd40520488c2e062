"""Militarized interstate disputes (COW MID 5.0) by dyad-year, one dispute a row by named rules in a stated order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from foedus.datasets import dataset
from foedus.nouns import FoedusError
from foedus.panel.verb import Added, Column, Frame, Join, Verb

RULES = {
    "onset": "disponset DESC",
    "fatality": "if(fatality = -9, 0.5, fatality) DESC",
    "hostility": "hostlev DESC",
    "mindur": "mindur DESC",
    "maxdur": "maxdur DESC",
    "reciprocated": "recip DESC",
    "start_month": "stmon ASC",
    "number": "dispnum ASC",
}
"""Of two disputes of a pair in a year the one kept: it began in the year; more deaths (an unknown number is more than
none, less than some); more hostile; longer at least, at most; answered by force; earlier in the year; lower number."""

_OF_STATE = ("sidea", "fatality", "fatalpre", "hiact", "hostlev", "orig")
_OF_DISPUTE = {
    "fatality": "deaths in the dispute, level: 0 none to 6 over 999",
    "hostlev": "highest hostility: 2 threat, 3 display, 4 use of force, 5 war",
    "mindur": "shortest duration that the dates allow, days",
    "maxdur": "longest duration that the dates allow, days",
    "recip": "1: both sides took militarized action",
    "stmon": "month in which the dispute began",
}
_UNKNOWN = {"fatality", "fatality1", "fatality2", "fatalpre1", "fatalpre2"}
_WIDE = {"dispnum", "mindur", "maxdur", "fatalpre1", "fatalpre2"}

PAIRS_ONLY = True


def disputes(mid: Path | str, *, rules: Iterable[str] = tuple(RULES)) -> Verb:
    """The dispute of the pair in the year: `cowmidonset`, `cowmidongoing` (0 or 1) and what is coded of it.

    A pair with several disputes in a year keeps one: `rules` in their order decide, and what they drop is listed with
    the rule that dropped it. Codes for unknown (-9) become null unless the panel is like peacesciencer. Unit:
    dyad-year. Source: directed dispute-dyad-years and MIDA.
    """
    order = tuple(rules)
    wrong = [rule for rule in order if rule not in RULES]
    if wrong:
        raise FoedusError(f"no whittling rule {', '.join(wrong)}; known: {', '.join(RULES)}")
    return Verb(
        name="disputes",
        build=lambda frame: _added(frame, order),
        dataset="mid",
        path=str(mid),
        tables=("mid_directed", "mid_disputes"),
        coverage=dataset("mid").covers("mid_directed"),
    )


def _added(frame: Frame, order: tuple[str, ...]) -> Added:
    join = Join(relation="mid_kept", alias="d", on=(("ccode1", "ccode1"), ("ccode2", "ccode2"), ("year", "year")))
    return Added(
        columns=tuple(_columns(frame)),
        setup=_setup(frame, order),
        joins=(join,),
        checks=_CHECKS,
        dropped="mid_dropped",
        evidence=_EVIDENCE,
    )


def _columns(frame: Frame) -> Iterable[Column]:
    yield Column(name="dispnum", sql="d.dispnum", type="SMALLINT", meaning="number of the dispute")
    for name, words in (("ongoing", "a dispute of the pair was going on"), ("onset", "a dispute of the pair began")):
        yield Column(name=f"cowmid{name}", sql=f"d.disp{name}", type="TINYINT", meaning=f"1: {words}", fill=0)
    sheet = dataset("mid").table("mid_directed")
    for name in _OF_STATE:
        for side in "12":
            yield _column(f"{name}{side}", sheet.columns[f"{name}{side}"].meaning, frame)
    for name, meaning in _OF_DISPUTE.items():
        yield _column(name, meaning, frame)


def _column(name: str, meaning: str, frame: Frame) -> Column:
    kind = "SMALLINT" if name in _WIDE else "TINYINT"
    if name in _UNKNOWN and not frame.like_peacesciencer:
        return Column(name=name, sql=f"nullif(d.{name}, -9)", type=kind, meaning=meaning.replace("; -9 unknown", ""))
    return Column(name=name, sql=f"d.{name}", type=kind, meaning=meaning)


def _setup(frame: Frame, order: tuple[str, ...]) -> tuple[str, ...]:
    """`mid_ranked` has every dispute-dyad-year with its rank; rank 1 is kept, the rest dropped, each by a rule."""
    criteria = [RULES[rule].rsplit(" ", 1) for rule in order]
    marks = ", ".join(f"{value} AS by_{rule}" for rule, (value, _) in zip(order, criteria, strict=True))
    by = ", ".join(f"by_{rule} {way}" for rule, (_, way) in zip(order, criteria, strict=True))
    lost = " ".join(f"WHEN by_{rule} <> first(by_{rule}) OVER best THEN '{rule}'" for rule in order)
    ranked = f"""
        CREATE OR REPLACE TEMP TABLE mid_ranked AS
        WITH marked AS (SELECT d.*, a.* EXCLUDE (dispnum, line), {marks}
            FROM mid_directed d LEFT JOIN mid_disputes a USING (dispnum)
            WHERE {frame.kept()})
        SELECT * EXCLUDE ({", ".join(f"by_{rule}" for rule in order)}), row_number() OVER best AS rank,
            first(dispnum) OVER best AS kept, CASE {lost} ELSE 'order in the file' END AS rule
        FROM marked WINDOW best AS (PARTITION BY ccode1, ccode2, year ORDER BY {by}, line)"""
    dropped = """
        CREATE OR REPLACE TEMP VIEW mid_dropped AS
        SELECT ccode1, ccode2, year, rule, format('dispute {} (dispute {} kept)', dispnum, kept) AS what, dispnum, kept
        FROM mid_ranked WHERE rank > 1"""
    return ranked, "CREATE OR REPLACE TEMP TABLE mid_kept AS FROM mid_ranked WHERE rank = 1", dropped


_CHECKS = (
    ("SELECT DISTINCT dispnum FROM mid_directed ANTI JOIN mid_disputes USING (dispnum)", "disputes that MIDA lacks"),
    (
        "SELECT x.dispnum, x.ccode1, x.ccode2, x.year FROM mid_directed x ANTI JOIN mid_directed y ON "
        "x.dispnum = y.dispnum AND x.year = y.year AND x.ccode1 = y.ccode2 AND x.ccode2 = y.ccode1",
        "rows (dispute, states, year) whose other direction is missing",
    ),
)

_EVIDENCE = """
    SELECT ccode1, ccode2, year, 'mid_directed' AS source, line,
        format('dispute {}{}{}', dispnum, if(disponset = 1, ', begun in this year', ', going on'),
            if(rank = 1, '', format('; not shown: {} prefers dispute {}', rule, kept))) AS says
    FROM mid_ranked"""

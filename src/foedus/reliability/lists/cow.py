"""COW Inter-State Wars 4.0: a state in a war on the side that did not begin it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.datasets.load import load
from foedus.reliability.crises import Found, Names

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TABLE = "cow_interstate"
DATASET, RANK = "wars", 2
REGIONS = {1: "Western Hemisphere", 2: "Europe", 4: "Africa", 6: "Middle East", 7: "Asia", 9: "Oceania"}
"""WhereFought, as COW's codebooks of wars 4.0 list it; other codes stand for several regions."""

SQL = """
SELECT warnum, any_value(warname), coalesce(any_value(wherefought), 0), list(struct_pack(
    state := ccode, side := side, began := initiator = 1,
    start := make_date(startyear1, coalesce(startmonth1, 1), coalesce(startday1, 1)),
    finish := make_date(coalesce(endyear2, endyear1, startyear1), 12, 31)
) ORDER BY line)
FROM cow_interstate GROUP BY warnum ORDER BY warnum
"""


def read(connection: DuckDBPyConnection, path: Path, names: Names) -> list[Found]:
    """One entry a war and state on the side that did not begin it."""
    load(connection, "wars", path, ["cow_interstate"])
    rows = connection.execute(SQL).fetchall()
    return [found for row in rows for found in _war(row, names)]


def _war(row: tuple[Any, ...], names: Names) -> Iterable[Found]:
    number, name, where, states = row
    began = {state["side"] for state in states if state["began"]}
    if len(began) != 1:
        return
    start, end = min(s["start"] for s in states), max(s["finish"] for s in states)
    aggressors = [s for s in states if s["side"] in began and s["began"]]
    others = {
        side: {names.cow(s["state"], start) for s in states if (s["side"] in began) is side} for side in (True, False)
    }
    for victim in (s for s in states if s["side"] not in began and _first(s, start)):
        id = names.cow(victim["state"], start)
        yield Found(
            crisis=f"cow_{number}",
            list="cow",
            name=name,
            kind="interstate_attack",
            victim=id,
            aggressors=tuple(sorted({names.cow(s["state"], start) for s in aggressors})),
            start=victim["start"],
            end=end,
            helpers=frozenset(others[False] - {id}),
            foes=frozenset(others[True]),
            place=REGIONS.get(where, "several regions") if where else "",
        )


def _first(state: dict[str, Any], start: date) -> bool:
    """Whether it was there in the war's first month: one that came in later was not what the war began with."""
    return bool((state["start"] - start).days <= 31)

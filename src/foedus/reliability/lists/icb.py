"""International Crisis Behavior 13: a state in a crisis that another state set off."""

from __future__ import annotations

import calendar
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.datasets.load import load
from foedus.nouns import CrisisKind
from foedus.reliability.crises import Found, Names

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TABLE = "icb_actors"
DATASET, RANK = "icb", 4
NO_STATE = 990
VIOLENCE_AGAINST_IT = 9
FIGHTING = 8
POWERS = {"us": 2, "su": 365, "gb": 200, "fr": 220}
PART_OF_MONTH = {66: 5, 77: 15, 88: 25, 99: 15}
"""ICB's days for early, middle, late and some day of a month."""


def read(connection: DuckDBPyConnection, path: Path, names: Names) -> list[Found]:
    """One entry a state in crisis; without an aggressor where no one other state set it off."""
    load(connection, "icb", path, ["icb_actors"])
    rows = connection.execute("FROM icb_actors WHERE yrtrig IS NOT NULL ORDER BY crisno, cracno")
    columns = [column[0] for column in rows.description or ()]
    actors = [dict(zip(columns, row, strict=True)) for row in rows.fetchall()]
    return [_found(actor, names) for actor in actors]


def _found(actor: dict[str, Any], names: Names) -> Found:
    start = _day(actor["yrtrig"], actor["motrig"], actor["datrig"])
    end = _day(actor["yrterm"], actor["moterm"], actor["daterm"]) if actor["yrterm"] else start
    active = {stem: state for stem, state in POWERS.items() if actor[f"{stem}inv"] == FIGHTING}
    return Found(
        crisis=f"icb_{actor['crisno']}",
        list="icb",
        name=actor["crisname"].title(),
        kind=_kind(actor["triggr"]),
        victim=names.gw(actor["cracid"], start),
        aggressors=()
        if actor["trigent"] is None or actor["trigent"] >= NO_STATE
        else (names.gw(actor["trigent"], start),),
        start=start,
        end=max(start, end),
        helpers=frozenset(names.gw(state, start) for stem, state in active.items() if actor[f"{stem}favr"] == 1),
        told=False,
    )


def _kind(trigger: int | None) -> CrisisKind:
    """Violence against the state is a clash whose scale is not told; what else threatens it is a threat."""
    return "border_clash" if trigger == VIOLENCE_AGAINST_IT else "threat"


def _day(year: int, month: int | None, day: int | None) -> date:
    month = month if month and 1 <= month <= 12 else 1
    day = PART_OF_MONTH.get(day, day) if day else 1
    return date(year, month, min(day or 1, calendar.monthrange(year, month)[1]))

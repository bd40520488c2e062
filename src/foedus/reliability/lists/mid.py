"""Militarized Interstate Disputes 5.0: a state on side B from the first day, against those who acted first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedus.datasets.load import load
from foedus.nouns import CrisisKind
from foedus.reliability.crises import Found, Names

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TABLE = "mid_participants"
DATASET, RANK = "mid", 3
IN_ARMS = 3
"""From this hostility on (a display of force) a state took part in arms."""

SQL = """
SELECT d.dispnum, d.hostlev, d.fatality,
    make_date(d.styear, d.stmon, CASE WHEN d.stday > 0 THEN d.stday ELSE 1 END),
    last_day(make_date(d.endyear, d.endmon, 1)),
    list(struct_pack(
        state := p.ccode, first_side := p.sidea = 1, there := p.orig = 1, hostlev := p.hostlev
    ) ORDER BY p.line)
FROM mid_disputes d JOIN mid_participants p USING (dispnum)
GROUP BY ALL ORDER BY d.dispnum
"""


def read(connection: DuckDBPyConnection, path: Path, names: Names) -> list[Found]:
    """One entry a dispute and state on side B from its first day."""
    load(connection, "mid", path, ["mid_disputes", "mid_participants"])
    rows = connection.execute(SQL).fetchall()
    return [found for row in rows for found in _dispute(row, names)]


def _dispute(row: tuple[Any, ...], names: Names) -> Iterable[Found]:
    number, hostility, deaths, start, end, states = row
    armed = {
        side: {names.cow(s["state"], start) for s in states if s["first_side"] is side and (s["hostlev"] or 0) >= IN_ARMS}
        for side in (True, False)
    }
    aggressors = tuple(sorted({names.cow(s["state"], start) for s in states if s["first_side"] and s["there"]}))
    for victim in sorted({names.cow(s["state"], start) for s in states if not s["first_side"] and s["there"]}):
        if victim not in aggressors:
            yield Found(
                crisis=f"mid_{number}",
                list="mid",
                name=f"MID {number}",
                kind=kind(hostility, deaths),
                victim=victim,
                aggressors=aggressors,
                start=start,
                end=end,
                helpers=frozenset(armed[False] - {victim}),
                foes=frozenset(armed[True]),
            )


def kind(hostility: int, deaths: int) -> CrisisKind:
    """War is an attack; force with deaths a clash, whose scale is not told; force without, an incident; else a threat."""
    if hostility >= 5:
        return "interstate_attack"
    if hostility == 4:
        return "border_clash" if deaths > 0 else "incident"
    return "threat"

"""UCDP/PRIO 23.1: a conflict between states, read both ways, for UCDP does not say who began it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.datasets.load import load
from foedus.reliability.crises import Found, Names

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TABLE = "ucdp_conflicts"
DATASET, RANK = "ucdp", 5

SQL = """
SELECT conflict_id, any_value(location), start_date2, coalesce(max(ep_end_date), make_date(max(year), 12, 31)),
    string_agg(gwno_a, ','), string_agg(gwno_a_2nd, ','), string_agg(gwno_b, ','), string_agg(gwno_b_2nd, ',')
FROM ucdp_conflicts WHERE type_of_conflict = 2
GROUP BY conflict_id, start_date2 ORDER BY start_date2, conflict_id
"""


def read(connection: DuckDBPyConnection, path: Path, names: Names) -> list[Found]:
    """Two entries a spell and pair of states: each as the one attacked."""
    load(connection, "ucdp", path, ["ucdp_conflicts"])
    rows = connection.execute(SQL).fetchall()
    return [found for row in rows for found in _spell(row[:4], [_states(cell, row[2], names) for cell in row[4:]])]


def _spell(about: tuple[int, str, date, date], sides: list[tuple[str, ...]]) -> Iterable[Found]:
    number, place, start, end = about
    a, with_a, b, with_b = sides
    for victims, helpers, aggressors, foes in ((a, with_a, b, with_b), (b, with_b, a, with_a)):
        for victim in victims:
            yield Found(
                crisis=f"ucdp_{number}_{start.isoformat().replace('-', '_')}",
                list="ucdp",
                name=place,
                place=place,
                kind="border_clash",
                victim=victim,
                aggressors=aggressors,
                start=start,
                end=end,
                helpers=frozenset({*victims, *helpers} - {victim}),
                foes=frozenset({*aggressors, *foes}),
            )


def _states(cell: str | None, on: date, names: Names) -> tuple[str, ...]:
    """The states of a cell such as `900,  200,  2`."""
    numbers = {int(part) for part in (cell or "").split(",") if part.strip()}
    return tuple(sorted(names.gw(number, on) for number in numbers))

"""Events of a threat in UCDP GED for ascriptions of which the record says nothing: same state, a day either side."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from foedus.datasets import load
from foedus.nouns import State, Threat
from foedus.rhetoric.attribution import Attribution
from foedus.when import When, within

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_THEN = """
select id from ged_events
where country_id = $number and (list_contains($sides, side_a) or list_contains($sides, side_b))
  and try_cast(substr(date_start, 1, 10) as date)
    between cast($first as date) - interval 1 day and cast($last as date) + interval 1 day
order by id
"""


def with_events(
    attributions: Iterable[Attribution],
    happened: dict[str, When],
    threat: Threat,
    states: Iterable[State],
    path: Path | None,
) -> list[Attribution]:
    """The attributions; one with nothing found is supported where the GED file has an event of the threat there and then.

    `happened` maps each event on record to its day. Where the file has none, or there is no file, nothing changes: UCDP
    holds deaths only, and its silence is no denial.
    """
    import duckdb

    rows = list(attributions)
    if path is None:
        return rows
    known = list(states)
    with duckdb.connect() as con:
        load(con, "ged", path)
        return [_supported(con, a, happened[a.event], threat, known) if a.event in happened else a for a in rows]


def _supported(con: DuckDBPyConnection, a: Attribution, on: When, threat: Threat, states: list[State]) -> Attribution:
    number = next((s.gw for s in states if s.id == a.state and s.gw and within(on, s.from_, s.until)), None)
    given = {"number": number, "sides": list(threat.ucdp), "first": on.first, "last": on.last}
    found = con.execute(_THEN, given).fetchall()
    if not found or a.found != "nothing found":
        return a
    because = f"UCDP GED has {len(found)} events of {threat.name} in that state within a day of it"
    sources = (*a.sources, *(f"ucdp ged {id}" for (id,) in found[:5]))
    return msgspec.structs.replace(a, found="supported", because=because, sources=sources)

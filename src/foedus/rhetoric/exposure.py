"""Exposure: deaths by a threat within a stated distance of a state's point, in the twelve months before each month."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from foedus.datasets.load import load
from foedus.nouns import Threat
from foedus.rhetoric.corpus import Corpus

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_EVENTS = {
    "ged": "select date_start, side_a, side_b, latitude, longitude, best from ged_events",
    "acled": "select event_date, actor1, actor2, latitude, longitude, fatalities from acled_events",
}
_DEATHS = """
with events as (
  select try_cast(substr(day, 1, 10) as date) as day, latitude, longitude, deaths
  from ({events}) as e(day, a, b, latitude, longitude, deaths)
  where list_contains($sides, a) or list_contains($sides, b)
),
covered as (
  select min(try_cast(substr(day, 1, 10) as date)) as first, max(try_cast(substr(day, 1, 10) as date)) as last
  from ({events}) as e(day, a, b, latitude, longitude, deaths)
),
points as (select unnest($states) as state, unnest($lat) as lat, unnest($lon) as lon),
months as (
  select unnest(
    generate_series(date_trunc('month', cast($first as date)), cast($last as date), interval 1 month)
  ) as month
)
select p.state, strftime(m.month, '%Y-%m'), coalesce(sum(e.deaths), 0)
from points p
cross join months m
join covered c on m.month - interval 12 month >= c.first - interval 31 day and m.month <= c.last + interval 31 day
left join events e
  on e.day >= m.month - interval 12 month and e.day < m.month
  and 2 * 6371 * asin(sqrt(
    pow(sin(radians(e.latitude - p.lat) / 2), 2)
    + cos(radians(e.latitude)) * cos(radians(p.lat)) * pow(sin(radians(e.longitude - p.lon) / 2), 2)
  )) <= $km
group by all
"""


def exposure(con: DuckDBPyConnection, corpus: Corpus, folder: Path, threat: Threat) -> dict[tuple[str, str], float]:
    """Deaths by (state, month); months outside the file's coverage and states without a point are not there."""
    if corpus.deaths is None or not corpus.points:
        return {}
    load(con, corpus.deaths.dataset, folder / corpus.deaths.path)
    states = list(corpus.points)
    given = {
        "sides": list(threat.ucdp) if corpus.deaths.dataset == "ged" else [threat.name, *threat.aliases],
        "states": states,
        "lat": [corpus.points[state][0] for state in states],
        "lon": [corpus.points[state][1] for state in states],
        "first": corpus.from_.first,
        "last": corpus.until.last,
        "km": corpus.deaths.km,
    }
    rows = con.execute(_DEATHS.format(events=_EVENTS[corpus.deaths.dataset]), given).fetchall()
    return {(state, month): float(deaths) for state, month, deaths in rows}

"""Exposure: deaths by a threat within a stated distance of a state's point, in the twelve months before each month."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from foedus.datasets import dataset, load
from foedus.nouns import FoedusError, Noun, Threat
from foedus.rhetoric.corpus import Corpus, names

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_EVENTS = {
    "ged": """
create or replace temp table violence as
select try_cast(substr(date_start, 1, 10) as date) as day, latitude, longitude, best as deaths,
  list_contains($sides, side_a) or list_contains($sides, side_b) as ours
from ged_events
""",
    "acled": """
create or replace temp table violence as
select coalesce(try_cast(event_date as date), try_strptime(event_date, '%d %B %Y')) as day, latitude, longitude,
  fatalities as deaths,
  regexp_matches(coalesce(actor1, ''), $sides) or regexp_matches(coalesce(actor2, ''), $sides) as ours
from acled_events
""",
}
_DEATHS = """
with covered as (select min(day) as first, max(day) as last from violence),
points as (select unnest($states) as state, unnest($lat) as lat, unnest($lon) as lon),
months as (
  select unnest(
    generate_series(date_trunc('month', cast($first as date)), cast($last as date), interval 1 month)
  ) as month
)
select p.state, strftime(m.month, '%Y-%m'), coalesce(sum(e.deaths), 0)
from points p
cross join months m
join covered c
  on m.month - interval 12 month >= date_trunc('month', c.first) and m.month - interval 1 month <= c.last
left join violence e
  on e.ours and e.day >= m.month - interval 12 month and e.day < m.month
  and 2 * 6371 * asin(sqrt(
    pow(sin(radians(e.latitude - p.lat) / 2), 2)
    + cos(radians(e.latitude)) * cos(radians(p.lat)) * pow(sin(radians(e.longitude - p.lon) / 2), 2)
  )) <= $km
group by all
"""


class Exposure(Noun, frozen=True, kw_only=True):
    """Deaths by (state, month), what they count, and why there are none where there are none."""

    deaths: dict[tuple[str, str], float] = msgspec.field(default_factory=dict)
    counts: str = ""
    why_not: str = ""


def exposure(con: DuckDBPyConnection, corpus: Corpus, folder: Path, threat: Threat) -> Exposure:
    """The exposure of each state that has a point, in the months of the corpus that the deaths file covers.

    A month is covered where the file has events up to it and from twelve months before it. FoedusError for a file that
    is not what the corpus calls it.
    """
    deaths = corpus.deaths
    if deaths is None or not corpus.points:
        return Exposure(why_not="the corpus names no deaths file, or no points to measure from")
    sides = list(threat.ucdp) if deaths.dataset == "ged" else "^" + names(threat)
    load(con, deaths.dataset, folder / deaths.path)
    con.execute(_EVENTS[deaths.dataset], {"sides": sides})
    title = dataset(deaths.dataset).title
    if not con.execute("select bool_or(ours) from violence").fetchall()[0][0]:
        return Exposure(why_not=f"{title} as given has no event of {threat.name}, so it tells nothing of exposure to it")
    if not con.execute("select bool_or(day is not null) from violence").fetchall()[0][0]:
        raise FoedusError(f"{folder / deaths.path}: no event has a day that can be read (YYYY-MM-DD)")
    rows = con.execute(_DEATHS, _given(corpus, deaths.km)).fetchall()
    counts = f"deaths by {threat.name} within {deaths.km:g} km in the twelve months before ({title})"
    return Exposure(deaths={(state, month): float(n) for state, month, n in rows}, counts=counts)


def _given(corpus: Corpus, km: float) -> dict[str, object]:
    return {
        "states": list(corpus.points),
        "lat": [latitude for latitude, _ in corpus.points.values()],
        "lon": [longitude for _, longitude in corpus.points.values()],
        "first": corpus.from_.first,
        "last": corpus.until.last,
        "km": km,
    }

"""Copies: the same words of the same speaker, printed by several papers or twice, are one statement.

A statement is a copy if another of the same speaker, of the same day or up to seven days before, has four fifths of the
word triples of both in common (Jaccard). Suspects are found by MinHash (rensa); their pairs are then compared in full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

THRESHOLD = 0.8
DAYS = 7
_HASHES, _BANDS, _SEED = 64, 16, 42

_MARKS = ".,;:!?\"'“”‘’«»()[]–—…"
_WORDS = """
create or replace temp table told as
select id, speaker, day, string_split(translate(lower(content), $marks, ''), ' ') as w, hash(speaker, w) as same from said
"""
_COPIES = """
create or replace temp table copied as
select id from (select id, day - lag(day) over (partition by same order by day, id) as since from told)
where since <= $days
"""
_TRIPLES = """
create or replace temp table triples as
select id, speaker, day,
  [hash(speaker, w[i], w[i + 1], w[i + 2]) for i in range(1, greatest(len(w) - 1, 2))] as pieces
from told
where id not in (from copied)
order by id
"""
_NEAR = """
with suspects as (
  select id, speaker, day, list_distinct(pieces) as pieces from triples where id in (select unnest($ids))
),
pieces as (select id, speaker, day, len(pieces) as size, unnest(pieces) as piece from suspects),
pairs as (
  select b.id, a.size, b.size as own, count(*) as shared
  from pieces a
  join pieces b on a.piece = b.piece and a.speaker = b.speaker and b.day - a.day between 0 and $days
    and (a.day < b.day or a.id < b.id)
  group by a.id, b.id, a.size, b.size
)
select distinct id from pairs where shared >= $threshold * (size + own - shared)
"""


def drop_copies(con: DuckDBPyConnection) -> int:
    """Remove copies from the table `said` (see corpus.take_in); how many there were."""
    con.execute(_WORDS, {"marks": _MARKS})
    con.execute(_COPIES, {"days": DAYS})
    con.execute(_TRIPLES)
    near = _near(con, _suspects(con))
    query = "delete from said where id in (from copied) or id in (select unnest($near))"
    return int(con.execute(query, {"near": near}).fetchall()[0][0])


def _suspects(con: DuckDBPyConnection) -> list[int]:
    """The ids of statements that MinHash holds to resemble another of the same speaker."""
    import numpy as np
    from rensa import RMinHash, RMinHashLSH

    sized = con.execute("select id, len(pieces) as size from triples order by id").fetchnumpy()
    pieces = con.execute("select unnest(pieces) as piece from (select pieces from triples order by id)").fetchnumpy()
    offsets = np.concatenate([[0], np.cumsum(sized["size"])]).astype("uint64")
    digests = RMinHash.digest_matrix_from_flat_token_hashes(pieces["piece"], offsets, _HASHES, _SEED)
    near = RMinHashLSH(threshold=THRESHOLD, num_perm=_HASHES, num_bands=_BANDS)
    flags = np.array(near.query_duplicate_flags_matrix_one_shot(digests), bool)
    return [int(id) for id in sized["id"][flags]]


def _near(con: DuckDBPyConnection, suspects: list[int]) -> list[int]:
    rows = con.execute(_NEAR, {"ids": suspects, "days": DAYS, "threshold": THRESHOLD}).fetchall() if suspects else []
    return [id for (id,) in rows]

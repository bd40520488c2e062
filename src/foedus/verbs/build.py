"""Build the store from the files."""

from __future__ import annotations

from pathlib import Path

from foedus import store
from foedus.nouns import Noun
from foedus.settings import Settings
from foedus.verbs import opened


class BuildAnswer(Noun, frozen=True, kw_only=True):
    """Where the store is, and how many rows each table has."""

    path: Path
    rows: dict[str, int]


def build(*, settings: Settings | None = None) -> BuildAnswer:
    """Build the store anew, whether or not it is stale."""
    import duckdb

    path = store.build(settings or opened.settings())
    with duckdb.connect(str(path), read_only=True) as con:
        names = [name for (name,) in con.execute("select table_name from duckdb_tables() order by 1").fetchall()]
        counts = {name: con.execute(f'select count(*) from "{name}"').fetchall()[0][0] for name in names}
    return BuildAnswer(path=path, rows=counts)

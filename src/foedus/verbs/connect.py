"""The store as a DuckDB connection, read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus import store
from foedus.settings import Settings
from foedus.verbs import opened

if TYPE_CHECKING:
    import duckdb


def connect(*, settings: Settings | None = None) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the store, built anew first where something that goes in has changed."""
    return store.connect(settings or opened.settings())

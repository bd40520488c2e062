"""The store: the record, its ledger and the readings as one DuckDB file, built and never edited."""

from foedus.store.build import build, connect, current
from foedus.store.view import ViewFile, run_view, view, view_into, views

__all__ = ["ViewFile", "build", "connect", "current", "run_view", "view", "view_into", "views"]

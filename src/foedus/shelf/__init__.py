"""The shelf: read the record, hold it, check it."""

from foedus.shelf.files import allowed_words, explain, load, read
from foedus.shelf.held import CSV_TABLES, TABLES, Edition, Problem, Shelf
from foedus.shelf.rules import check
from foedus.shelf.spelling import did_you_mean, nearest

__all__ = [
    "CSV_TABLES",
    "TABLES",
    "Edition",
    "Problem",
    "Shelf",
    "allowed_words",
    "check",
    "did_you_mean",
    "explain",
    "load",
    "nearest",
    "read",
]

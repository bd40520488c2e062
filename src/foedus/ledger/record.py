"""The record's promises and happenings, and the ledger that they make."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.ledger.acts import Happenings
from foedus.ledger.entries import entries
from foedus.nouns import Entry
from foedus.obligation import Promises
from foedus.shelf import Shelf
from foedus.when import When


def promises_of(shelf: Shelf) -> Promises:
    """All wordings of the record with their treaties, parties and places."""
    return Promises(shelf.wordings, shelf.treaties, shelf.memberships, shelf.parties, shelf.places)


def happenings_of(shelf: Shelf) -> Happenings:
    """What the record holds of requests, answers, aid and deployments."""
    return Happenings(shelf.requests, shelf.responses, shelf.aid, shelf.operations, shelf.bodies)


def ledger_of(shelf: Shelf, as_of: When | None = None) -> Iterator[Entry]:
    """Every entry of the record's ledger as of a day (default: the edition date)."""
    return entries(shelf.crises, promises_of(shelf), happenings_of(shelf), as_of or shelf.edition.date)

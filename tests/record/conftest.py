"""The shipped record, read once for all tests about the world that it describes."""

from pathlib import Path

import pytest

import foedus
from foedus import shelf as shelf_room

RECORD = Path(foedus.__file__).parent / "record"


@pytest.fixture(scope="session")
def record():
    """The shelf of the shipped record."""
    return shelf_room.read([RECORD])


@pytest.fixture(scope="session")
def fact(record):
    """Any fact by its id."""
    by_id = {one.id: one for _, one in record.facts()}
    return by_id.__getitem__

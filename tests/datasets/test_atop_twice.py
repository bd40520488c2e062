"""A pact that the record words itself stands beside no row of ATOP for the same pact."""

import msgspec
import pytest
from tests.datasets.atop_file import A, B, C, pact, write

from foedus.datasets.atop import read
from foedus.datasets.atop_twice import twice
from foedus.datasets.atop_wordings import with_atop
from foedus.verbs import opened

SIGNED, STATES = "1992-05-15", (365, 371, 702, 703, 704, 705)
"""The Collective Security Treaty and its six signatories of that day, by COW number."""


def told(path, rows, **changes):
    shelf = opened.shelf()
    alliances = tuple(msgspec.structs.replace(a, **changes) if changes else a for a in shelf.alliances)
    return list(twice(msgspec.structs.replace(shelf, alliances=alliances), read(write(path, *rows))))


def test_atop_s_row_of_a_pact_that_the_record_words_is_found_by_founders_and_date(tmp_path):
    assert told(tmp_path, pact(*STATES, since=SIGNED, defense=1, bilat=0, atopid=1001), atop=()) == [("csto", 1001)]


def test_the_row_that_the_record_names_as_the_same_pact_counts_once(tmp_path):
    assert told(tmp_path, pact(*STATES, since=SIGNED, defense=1, bilat=0), atop=(1001,)) == []


def test_other_founders_or_another_time_make_another_pact(tmp_path):
    other = pact(A, B, C, since=SIGNED, defense=1, bilat=0, atopid=1001)
    later = pact(*STATES, since="1999-05-15", defense=1, bilat=0, atopid=1002)
    assert told(tmp_path, other + later) == []


@pytest.mark.shared
def test_no_alliance_of_the_record_stands_beside_atop_s_row_of_the_same_pact(shared):
    assert list(twice(opened.shelf(), read(shared / "data/atop"))) == []


@pytest.mark.shared
def test_without_its_number_each_worded_alliance_would_be_found(shared):
    shelf = opened.shelf()
    bare = msgspec.structs.replace(shelf, alliances=tuple(msgspec.structs.replace(a, atop=()) for a in shelf.alliances))
    found = set(twice(bare, read(shared / "data/atop")))
    assert found == {(a.id, number) for a in shelf.alliances for number in a.atop}
    assert found and with_atop(bare, shared / "data/atop").wordings != with_atop(shelf, shared / "data/atop").wordings

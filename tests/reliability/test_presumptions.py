"""What is taken to hold where the codes leave it open; without it, the answer is unknown."""

import pytest
from tests.datasets.atop_file import A, B, X, Y, pact
from tests.reliability.world import attack, found, verdict

from foedus.reliability.presumptions import region

JAPAN = 740


def due(tmp_path, rows, *war):
    pair = found(tmp_path, rows, war)[1, 1001]
    calls = [c for c in pair.calls if c.did != "fought against"]
    return {c.owed for c in calls}, verdict(tmp_path, rows, *war).due


def test_demands_and_unnamed_conditions_are_taken_to_be_met(tmp_path):
    assert due(tmp_path, pact(A, B, defense=1, olimob=1), attack(X, A)) == ({None}, True)


def test_a_place_is_taken_to_be_met_with_a_named_adversary(tmp_path):
    rows = pact(A, B, offense=1, offcoloc=1, offcoadv=1, specthrt=3, statthr1=X)
    assert due(tmp_path, rows, attack(A, X)) == ({None}, True)
    assert due(tmp_path, pact(A, B, offense=1, offcoloc=1), attack(A, X)) == ({None}, None)


def test_defence_of_a_place_is_taken_to_cover_ones_own_part_of_the_world(tmp_path):
    rows = pact(A, B, defense=1, defcoloc=1)
    assert due(tmp_path, rows, attack(X, A))[1] is True
    assert due(tmp_path, rows, attack(JAPAN, A))[1] is None


def test_help_is_taken_to_be_owed_against_two_and_neutrality_in_a_fight_with_one(tmp_path):
    two = (attack(X, A), attack(Y, A, beside=(X,)))
    assert due(tmp_path, pact(A, B, defense=1, defconum=1), attack(X, A))[1] is False
    assert due(tmp_path, pact(A, B, defense=1, defconum=1), *two)[1] is True
    assert due(tmp_path, pact(A, B, neutral=1, neuconum=1), attack(X, A))[1] is True
    assert due(tmp_path, pact(A, B, neutral=1, neuconum=1), *two)[1] is False


def test_an_unnamed_adversary_stays_unknown(tmp_path):
    assert due(tmp_path, pact(A, B, defense=1, defcoadv=1), attack(X, A)) == ({None}, None)


def test_another_alliance_as_the_threat_means_states_then_allied(tmp_path):
    rows = pact(A, B, defense=1, defcoadv=1, specthrt=6)
    rival = pact(X, Y, atopid=1002, defense=1, since="1899-01-01")
    assert due(tmp_path, rows + rival, attack(X, A))[1] is True
    assert due(tmp_path, rows + pact(X, Y, atopid=1002, defense=1, since="1901-01-01"), attack(X, A))[1] is False


@pytest.mark.parametrize(("state", "part"), [(2, 0), (200, 1), (399, 1), (560, 2), (651, 3), (710, 4), (900, 5)])
def test_parts_of_the_world_follow_cow_s_numbers(state, part):
    assert region(state) == part

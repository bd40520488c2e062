"""Rates and their intervals, the bounds that the unknown leaves, and the rules side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.datasets.atop_file import A, B, C, X, pact
from tests.reliability.world import attack, found, verdict

from foedus.nouns import FoedusError
from foedus.reliability.rates import rates, wilson
from foedus.reliability.rules import rule, rules
from foedus.reliability.slices import PLAIN, by_power, by_regime


def test_the_interval_of_half_of_146():
    low, high = wilson(73, 146)
    assert (round(low, 3), round(high, 3)) == (0.42, 0.58)
    assert wilson(0, 0) == (None, None)


@given(st.integers(1, 500), st.data())
def test_an_interval_holds_its_share(due, data):
    kept = data.draw(st.integers(0, due))
    low, high = wilson(kept, due)
    assert 0 <= low <= kept / due + 1e-12 and kept / due - 1e-12 <= high <= 1


def test_the_four_rules_are_there_and_each_says_what_it_is():
    assert list(rules()) == ["all-members", "ally-level", "any-ally", "atop-termination"]
    assert all(one.says.endswith(".") or one.says.endswith(").") for one in rules().values())


def test_a_rule_that_is_not_there_is_named_with_the_nearest():
    with pytest.raises(FoedusError, match="all-members"):
        rule("all-member")


def test_the_unit_of_ally_level_is_the_member(tmp_path):
    helped = attack(B, X, beside=(A,), on=(1905, 3, 1), joined=1)
    pair = found(tmp_path, pact(A, B, C, defense=1, bilat=0), [attack(X, A), helped])[1, 1001]
    assert {(v.who, v.kept) for v in rule("ally-level").judge(pair)} == {(B, True), (C, False)}


def test_atop_s_own_word_on_the_end_needs_no_list_of_who_fought(tmp_path):
    broken = pact(A, B, defense=1, until="1905-06-01", termmode=3, termcaus=7, term=2)
    assert verdict(tmp_path, broken, attack(X, A), name="atop-termination").kept is False
    assert verdict(tmp_path, pact(A, B, defense=1), attack(X, A), name="atop-termination").kept is True


def world(tmp_path):
    rows = pact(A, B, defense=1) + pact(A, C, defense=1, olimob=1, atopid=1002)
    rows += pact(A, C, offense=1, offcoloc=1, atopid=1003)
    return list(found(tmp_path, rows, [attack(X, A)]).values())


def test_each_rate_stands_between_what_is_decided_and_all_that_is_open(tmp_path):
    shown = {r.reading: r.due for r in rates(world(tmp_path), [rule("all-members")], {})}
    assert shown == {"presumed": 2, "decided by the codes alone": 1, "all unknown counted as due": 3}


def test_slices_and_small_numbers_are_marked(tmp_path):
    slices = PLAIN | {"power": by_power([(B, 1900, 1910)]), "regime": by_regime({(B, 1905): 8, (C, 1905): -3})}
    found = rates(world(tmp_path), [rule("all-members")], slices)
    shown = {(r.slice, r.value): r for r in found if r.reading == "presumed"}
    assert all(r.small for r in shown.values())
    assert shown["period", "1816-1944"].due == 2 and shown["members", "bilateral"].due == 2
    assert shown["power", "a major power was called on"].due == 1
    assert shown["regime", "all democracies"].due == shown["regime", "no democracy"].due == 1


def test_every_slice_has_both_bounds(tmp_path):
    shown = {r.reading: r.due for r in rates(world(tmp_path), [rule("all-members")], PLAIN) if r.value == "bilateral"}
    assert list(shown.values()) == [2, 1, 3]

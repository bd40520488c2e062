"""Rates and their intervals, the bounds that the unknown leaves, and the rules side by side."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.datasets.atop_file import A, B, C, D, X, pact
from tests.reliability.world import attack, found, verdict

from foedus.datasets.wars import wars as read_wars
from foedus.nouns import FoedusError
from foedus.reliability.bounds import least, most
from foedus.reliability.call import Call
from foedus.reliability.pairs import Pair
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


def test_bounds_take_each_open_promise_by_itself(tmp_path):
    (shown,) = rates(world(tmp_path), [rule("all-members")], {})
    assert (shown.kept, shown.due, shown.open) == (0, 2, 2)
    assert (shown.least, shown.most) == (0.0, 0.0)


def test_an_open_promise_that_was_kept_may_only_raise_the_rate_and_one_that_was_broken_only_lower_it(tmp_path):
    rows = pact(A, B, defense=1) + pact(A, C, defense=1, olimob=1, atopid=1002)
    rows += pact(A, D, defense=1, olimob=1, atopid=1003)
    helped = attack(C, X, beside=(A,), on=(1905, 3, 1), joined=1)
    shown = next(iter(rates(list(found(tmp_path, rows, [attack(X, A), helped]).values()), [rule("all-members")], {})))
    assert (shown.kept, shown.due, shown.open) == (1, 3, 2)
    assert (shown.least, shown.most) == (0.0, 0.5)


def test_where_nothing_need_have_come_due_the_bounds_are_of_what_may_have():
    assert (least([{True, None}]), most([{True, None}])) == (1.0, 1.0)
    assert (least([{False, None}]), most([{False, None}])) == (0.0, 0.0)
    assert least([]) is None and most([]) is None


@given(st.lists(st.sets(st.sampled_from([True, False, None]), min_size=1), max_size=8), st.data())
def test_whatever_is_true_of_the_open_units_the_rate_lies_within_its_bounds(units, data):
    drawn = [data.draw(st.sampled_from(sorted(unit, key=str))) for unit in units]
    due = [known for known in drawn if known is not None]
    if due:
        assert least(units) - 1e-9 <= sum(due) / len(due) <= most(units) + 1e-9


PLAIN_CALL = dict(war=1, alliance=1, wording="w", kind="defence", creditor=9, on=date(1905, 1, 10))
ONE_CALL = st.builds(
    lambda debtor, owed, guess, kept: Call(
        **PLAIN_CALL,
        debtor=debtor,
        owed=owed,
        presumed=guess if owed is None else owed,
        did="fought beside" if kept else "stayed out",
        kept=kept,
        reasons=(),
        presumptions=(),
    ),
    st.integers(1, 4),
    st.sampled_from([True, False, None]),
    st.sampled_from([True, False, None]),
    st.booleans(),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(ONE_CALL, max_size=5), max_size=4))
def test_every_rate_of_every_rule_and_slice_lies_within_its_bounds(wars):
    (war,) = read_wars([attack(X, A)])
    pairs = [Pair(war=war, alliance=n, pledges=(), calls=tuple(calls)) for n, calls in enumerate(wars)]
    slices = PLAIN | {
        "power": by_power([(1, 1900, 1910)]),
        "regime": by_regime({(1, 1905): 8, (2, 1905): -3, (3, 1905): 9}),
    }
    for rate in rates(pairs, rules().values(), slices):
        if rate.share is not None:
            assert rate.least - 1e-9 <= rate.share <= rate.most + 1e-9, rate


def test_slices_and_small_numbers_are_marked(tmp_path):
    slices = PLAIN | {"power": by_power([(B, 1900, 1910)]), "regime": by_regime({(B, 1905): 8, (C, 1905): -3})}
    found = rates(world(tmp_path), [rule("all-members")], slices)
    shown = {(r.slice, r.value): r for r in found}
    assert all(r.small for r in shown.values())
    assert shown["period", "1816-1944"].due == 2 and shown["members", "bilateral"].due == 2
    assert shown["power", "a major power was called on"].due == 1
    assert shown["regime", "all democracies"].due == shown["regime", "no democracy"].due == 1


def test_every_slice_has_its_own_bounds(tmp_path):
    shown = {(r.slice, r.value): r for r in rates(world(tmp_path), [rule("all-members")], PLAIN)}
    assert shown["alliance promises", "offence"].due == 0 and shown["alliance promises", "offence"].open == 1
    assert shown["alliance promises", "defence"].open == 1 and shown["members", "bilateral"].open == 2


def test_a_row_of_an_obligation_is_named_for_the_whole_alliance(tmp_path):
    rows = pact(A, B, defense=1, consul=1)
    (row,) = (
        r
        for r in rates(list(found(tmp_path, rows, [attack(X, A)]).values()), [rule("all-members")], PLAIN)
        if r.value == "consultation"
    )
    assert row.slice == "alliance promises" and (row.kept, row.due) == (0, 1)

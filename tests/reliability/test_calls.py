"""When a coded promise comes due in a war, and what keeps it."""

import pytest
from tests.datasets.atop_file import A, B, C, X, Y, member, pact
from tests.reliability.world import attack, found, verdict

HELPED = attack(B, X, beside=(A,), on=(1905, 3, 1), joined=1)


def said(one):
    return one.due, one.kept


def test_help_in_arms_to_the_attacked_ally_keeps_the_promise(tmp_path):
    assert said(verdict(tmp_path, pact(A, B, defense=1), attack(X, A), HELPED)) == (True, True)


def test_staying_out_breaks_it(tmp_path):
    assert said(verdict(tmp_path, pact(A, B, defense=1), attack(X, A))) == (True, False)


def test_help_more_than_a_year_late_breaks_it(tmp_path):
    late = attack(B, X, beside=(A,), on=(1906, 3, 1), joined=1)
    assert said(verdict(tmp_path, pact(A, B, defense=1), attack(X, A), attack(X, A, on=(1906, 1, 1)), late)) == (
        True,
        False,
    )


def test_defence_is_not_owed_to_an_ally_that_attacked(tmp_path):
    assert said(verdict(tmp_path, pact(A, B, defense=1), attack(A, X))) == (False, None)


def test_offence_is_owed_to_an_ally_that_attacked(tmp_path):
    assert said(verdict(tmp_path, pact(A, B, offense=1), attack(A, X))) == (True, False)


def test_neutrality_is_kept_by_staying_out(tmp_path):
    assert said(verdict(tmp_path, pact(A, B, neutral=1), attack(A, X))) == (True, True)


def test_neutrality_only_if_attacked_does_not_come_due_for_the_attacker(tmp_path):
    assert said(verdict(tmp_path, pact(A, B, neutral=1, neucoatt=1), attack(A, X))) == (False, None)


def test_nobody_asks_a_co_belligerent_to_stay_neutral(tmp_path):
    both = (attack(A, X, beside=(B,)), attack(B, X, beside=(A,)))
    assert said(verdict(tmp_path, pact(A, B, neutral=1), *both)) == (False, None)


@pytest.mark.parametrize("kind", ["nonagg", "neutral", "defense"])
def test_an_attack_on_an_ally_breaks_any_promise_of_peace_or_help(tmp_path, kind):
    assert said(verdict(tmp_path, pact(A, B, **{kind: 1}), attack(A, B))) == (True, False)


def test_nonaggression_does_not_come_due_between_members_that_do_not_fight(tmp_path):
    assert said(verdict(tmp_path, pact(A, B, nonagg=1), attack(X, A))) == (False, None)


def test_a_pact_that_ends_the_fight_is_not_broken_by_it(tmp_path):
    peace = pact(A, B, nonagg=1, since="1905-12-31")
    assert said(verdict(tmp_path, peace, attack(A, B))) == (False, None)


def test_a_fight_that_goes_on_breaks_a_nonaggression_pact_made_during_it(tmp_path):
    assert said(verdict(tmp_path, pact(A, B, nonagg=1, since="1905-06-01"), attack(A, B))) == (True, False)


def test_an_alliance_made_while_its_member_is_under_attack_comes_due(tmp_path):
    assert said(verdict(tmp_path, pact(A, B, defense=1, since="1905-06-01"), attack(X, A))) == (True, False)


def test_an_alliance_that_was_over_does_not_come_due(tmp_path):
    rows = pact(A, B, defense=1, until="1905-01-05")
    one = verdict(tmp_path, rows, attack(X, A))
    assert said(one) == (False, None)


def test_consultation_leaves_no_trace_in_a_list_of_wars(tmp_path):
    one = verdict(tmp_path, pact(A, B, consul=1), attack(X, A))
    assert said(one) == (False, None) and "consultation" in one.reason


def test_a_promise_made_for_the_war_on_is_due_whoever_began_it(tmp_path):
    rows = pact(A, B, defense=1, defcocon=1, since="1905-06-01", wartime=1)
    assert said(verdict(tmp_path, rows, attack(A, X))) == (True, False)
    before = pact(A, B, defense=1, defcocon=1, since="1904-06-01")
    assert said(verdict(tmp_path, before, attack(X, A))) == (False, None)


def test_a_promise_not_to_be_provoked_is_not_owed_to_a_state_that_attacked_in_the_war(tmp_path):
    rows = pact(A, B, defense=1, defconpr=1)
    attacked_too = (attack(A, Y), attack(X, A, on=(1905, 5, 1), joined=1))
    assert said(verdict(tmp_path, rows, *attacked_too)) == (False, None)
    assert said(verdict(tmp_path, pact(A, B, defense=1), *attacked_too)) == (True, False)


def test_every_member_called_on_must_help(tmp_path):
    rows = pact(A, B, C, defense=1, bilat=0)
    assert said(verdict(tmp_path, rows, attack(X, A), HELPED)) == (True, False)
    assert said(verdict(tmp_path, rows, attack(X, A), HELPED, name="any-ally")) == (True, True)


def test_a_member_is_called_on_once_it_has_joined_the_alliance(tmp_path):
    rows = [*pact(A, B, defense=1, bilat=0), member(C, since="1905-08-01", defense=1, bilat=0)]
    call = next(c for c in found(tmp_path, rows, [attack(X, A)])[1, 1001].calls if c.debtor == C and c.creditor == A)
    assert str(call.on) == "1905-08-01"


def test_a_state_that_left_and_came_back_is_not_bound_in_between(tmp_path):
    rows = [member(A, nonagg=1), member(B, nonagg=1, until="1903-01-01"), member(B, nonagg=1, since="1910-01-01")]
    war = [attack(A, B), attack(A, X, on=(1911, 1, 1))]
    assert not [call for call in found(tmp_path, rows, war)[1, 1001].calls if call.presumed]


def test_pairs_are_alliances_in_force_in_a_year_of_the_war_with_a_member_that_fought(tmp_path):
    rows = pact(A, B, defense=1, since="1905-12-31") + pact(A, B, atopid=1002, until="1904-12-31")
    rows += pact(B, C, atopid=1003, defense=1)
    assert set(found(tmp_path, rows, [attack(X, A)])) == {(1, 1001)}

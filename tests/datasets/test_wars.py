"""Wars from the list: who attacked whom, who is a foe, who was attacked, when each came in."""

from datetime import date

import pytest

from foedus.datasets.wars import read, wars

A, B, C, X, Y = 1, 2, 3, 8, 9


def row(attacker, target, others=(), beside=(), start=(1900, 1, 10), end=(12, 31), joined=0, war=1):
    year, month, day = start
    found = {"larger_war_id": war, "larger_war_name": "War", "year": year, "init_ccode": attacker, "target_ccode": target}
    found |= {"month_entry": month, "day_entry": day, "month_exit": end[0], "day_exit": end[1], "joiner": joined}
    found |= {f"adv{n}ccode": state for n, state in enumerate(others, 2)}
    return found | {f"ally{n}ccode": state for n, state in enumerate(beside, 1)}


def war(*rows):
    (one,) = wars(rows)
    return one


def test_the_target_is_attacked_and_the_attacker_is_not():
    one = war(row(X, A))
    assert one.attacked == {A: {X: date(1900, 1, 10)}}
    assert one.own == {X: date(1900, 1, 10)}


def test_a_state_that_joins_by_its_own_attack_is_not_attacked_by_its_victim():
    one = war(row(X, A), row(B, X, beside=(A,), start=(1900, 3, 1), joined=1), row(X, A, others=(B,), start=(1901, 1, 1)))
    assert B not in one.attacked
    assert one.attacked[X] == {B: date(1900, 3, 1)}


def test_foes_are_ones_own_and_those_of_whom_one_fights_beside():
    one = war(row(X, A), row(Y, A, beside=(X,)), row(X, B))
    assert one.foes[Y] == {A, B}


def test_a_state_comes_in_by_its_own_first_attack_or_the_first_on_it():
    one = war(row(X, A), row(X, A, others=(B,), start=(1901, 1, 1)), row(B, X, start=(1901, 4, 1)))
    assert one.entry == {X: date(1900, 1, 10), A: date(1900, 1, 10), B: date(1901, 4, 1)}


def test_a_fight_lasts_from_its_first_to_its_last_day_in_the_list():
    one = war(row(X, A), row(X, A, start=(1901, 1, 1), end=(5, 6)))
    assert one.fights[A, X] == one.fights[X, A] == (date(1900, 1, 10), date(1901, 5, 6))


def test_days_that_are_not_coded_are_read_as_widely_as_they_can_be():
    one = war(row(X, A, start=(1900, None, None), end=(None, None)))
    assert (one.start, one.end) == (date(1900, 1, 1), date(1900, 12, 31))


@pytest.mark.shared
def test_the_released_list_has_88_wars(shared):
    assert [w.id for w in read(shared / "data/wars/interstate-war-rev.csv")] == list(range(1, 89))

"""ATOP's codes as wordings: the same engine, the same three answers as for hand-written treaties."""

from datetime import date

import pytest
from tests.datasets.atop_file import A, B, C, X, Y, member, pact, write

from foedus.datasets import atop
from foedus.datasets.atop_wordings import compiled, day_after
from foedus.obligation import Case, Promises, due
from foedus.when import When


def by_number(number, first, last):
    return ((str(number), first),)


def asked(tmp_path, rows, victim, aggressor, on="1905-01-01", **more):
    coded = compiled(atop.read(write(tmp_path, *rows)), by_number)
    promises = Promises(coded.wordings, coded.treaties, parties=coded.parties)
    return due(Case(victims=(str(victim),), aggressors=(str(aggressor),), on=When(on), **more), promises, outsiders_of="")


def owed(answer):
    return {(d.kind, int(d.debtor), int(d.creditor), d.owed) for d in (*answer.duties, *answer.not_owed) if d.debtor}


def test_a_promise_of_defence_is_owed_to_the_attacked_partner_and_not_back(tmp_path):
    assert owed(asked(tmp_path, pact(A, B, defense=1), A, X)) == {("defence", B, A, True)}


def test_an_asymmetric_promise_has_one_debtor(tmp_path):
    rows = [member(A, defense=1, asymm=1), member(B, asymm=1)]
    assert owed(asked(tmp_path, rows, B, X)) == {("defence", A, B, True)}
    assert owed(asked(tmp_path, rows, A, X)) == set()


def test_a_named_adversary_decides(tmp_path):
    rows = pact(A, B, defense=1, defcoadv=1, specthrt=1, statthr1=X)
    assert owed(asked(tmp_path, rows, A, X)) == {("defence", B, A, True)}
    assert owed(asked(tmp_path, rows, A, Y)) == {("defence", B, A, False)}


@pytest.mark.parametrize("condition", ["defcoadv", "defcoloc", "defconum", "defcodem", "olimob", "defcocon"])
def test_a_condition_of_which_only_the_sort_is_coded_is_unknown(tmp_path, condition):
    answer = asked(tmp_path, pact(A, B, defense=1, **{condition: 1}), A, X)
    assert owed(answer) == {("defence", B, A, None)}
    (open_reason,) = [r for r in answer.duties[0].reasons if r.holds is None]
    assert condition.upper() in open_reason.source


def test_a_promise_against_groups_inside_is_not_owed_against_a_state(tmp_path):
    rows = pact(A, B, defense=1, defcoadv=1, specthrt=5)
    assert owed(asked(tmp_path, rows, A, X)) == {("defence", B, A, False)}


def test_neutrality_only_if_attacked_is_not_owed_to_the_attacker(tmp_path):
    rows = pact(A, B, neutral=1, neucoatt=1)
    assert owed(asked(tmp_path, rows, A, X)) == {("neutrality", B, A, True)}
    assert owed(asked(tmp_path, rows, X, A)) == {("neutrality", B, A, False)}


def test_plain_neutrality_is_owed_to_the_attacker_too(tmp_path):
    assert owed(asked(tmp_path, pact(A, B, neutral=1), X, A)) == {("neutrality", B, A, True)}


def test_a_party_is_one_on_its_last_day_and_not_after(tmp_path):
    rows = pact(A, B, defense=1, until="1904-12-31")
    assert owed(asked(tmp_path, rows, A, X, on="1904-12-31")) == {("defence", B, A, True)}
    assert owed(asked(tmp_path, rows, A, X, on="1905-01-01")) == set()


def test_after_the_last_year_of_the_data_nothing_is_known_of_an_alliance_then_in_effect(tmp_path):
    answer = asked(tmp_path, pact(A, B, defense=1), A, X, on="2020-01-01")
    assert owed(answer) == {("defence", B, A, None)}
    assert "ends in 2018" in next(r.because for r in answer.duties[0].reasons if r.holds is None)


def test_phases_are_dated_wordings(tmp_path):
    first = pact(A, B, until="1904-12-31", phase=1, maxphase=2, consul=1)
    second = pact(A, B, since="1904-12-31", phase=2, maxphase=2, defense=1)
    assert {k for k, *_ in owed(asked(tmp_path, [*first, *second], A, X, on="1903-01-01"))} == {"consultation"}
    assert {k for k, *_ in owed(asked(tmp_path, [*first, *second], A, X, on="1906-01-01"))} == {"defence"}


def test_to_whom_a_promise_that_differs_by_partner_is_owed_is_not_known(tmp_path):
    rows = [member(s, defense=1, nonagg=1, asymm=1, obvary=1, bilat=0) for s in (A, B)]
    rows.append(member(C, consul=1, asymm=1, bilat=0))
    answer = asked(tmp_path, rows, A, X)
    assert ("defence", B, A, None) in owed(answer)
    assert {("defence", A, C, None), ("defence", B, C, None)} <= owed(asked(tmp_path, rows, C, X))
    assert ("nonaggression", A, B, None) in {
        (d.kind, int(d.debtor), int(d.creditor), d.owed) for d in asked(tmp_path, rows, B, A).restraints
    }
    (reason,) = [r for d in answer.duties if d.debtor == str(B) for r in d.reasons if r.condition == "untold"]
    assert "ATOP does not say to whom" in reason.because and reason.source.endswith("OBVARY")


def test_a_state_that_took_another_id_has_a_party_row_for_each(tmp_path):
    def name(number, first, last):
        return (("OLD", first), ("NEW", date(1902, 1, 1))) if number == A else ((str(number), first),)

    coded = compiled(atop.read(write(tmp_path, *pact(A, B, defense=1))), name)
    rows = [(p.state, p.from_, p.until) for p in coded.parties if p.state in ("OLD", "NEW")]
    assert rows == [("OLD", "1900-01-01", "1902-01-01"), ("NEW", "1902-01-01", None)]


def test_a_treaty_says_what_is_coded_of_it_as_a_whole_and_a_party_how_it_ended(tmp_path):
    rows = pact(A, B, until="1904-05-06", pubsecr=2, wartime=1, term=2, termmode=3, termcaus=6)
    coded = compiled(atop.read(write(tmp_path, *rows)), by_number)
    assert coded.treaties[0].note == "bilateral; wholly secret; made in wartime; violated"
    assert coded.parties[0].note == "last day 1904-05-06: broken early, members fought each other"


def test_a_vague_last_day_stays_as_vague_as_it_is():
    assert day_after(When("1904-02-29")) == "1904-03-01"
    assert day_after(When("1904-02")) == "1904-02"
    assert day_after(None) is None


@pytest.mark.shared
def test_all_of_atop_goes_through_the_engine(shared):
    coded = compiled(atop.read(shared / "data/atop"), by_number)
    assert len(coded.treaties) == 849 and len({w.treaty for w in coded.wordings}) == 849
    assert {w.kind for w in coded.wordings} == {"defence", "offence", "neutrality", "nonaggression", "consultation"}

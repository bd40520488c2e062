"""What crises asked of whom, by the shipped record: answers checked by hand against the treaties' texts."""

import pytest
from tests.datasets.atop_file import A, B, pact, write

from foedus.nouns import FoedusError
from foedus.verbs.due import due


def owed(answer, alliance, article):
    """The debtors of one article with whether they owe."""
    lines = [d for d in (*answer.duties, *answer.not_owed) if (d.alliance, d.article) == (alliance, article)]
    return {d.debtor: d.owed for d in lines if d.debtor}


def turning(answer, alliance, article, holds):
    """The conditions of an article that decide it (that fail, or are not known), with their basis."""
    lines = [d for d in (*answer.duties, *answer.not_owed) if (d.alliance, d.article) == (alliance, article)]
    return {(r.condition, r.basis) for d in lines for r in d.reasons if r.holds is holds}


ARMENIA_2022 = {"victim": "ARM", "aggressor": "AZE", "on": "2022-09-13", "where": "ARM"}


def test_armenia_attacked_in_2022_and_asking_is_owed_help_by_five():
    answer = due(**ARMENIA_2022, requested="2022-09-13")
    assert owed(answer, "csto", "4") == dict.fromkeys(("BLR", "KAZ", "KGZ", "RUS", "TJK"), True)
    (wording,) = {d.wording for d in answer.duties if d.article == "4"}
    assert wording == "cst_4_2010"


def test_the_day_on_which_the_amended_text_came_into_force_rests_on_the_protocols_source():
    answer = due(**ARMENIA_2022, requested="2022-09-13")
    reasons = [r for d in answer.duties if d.article == "4" for r in d.reasons if r.condition == "in_force"]
    assert {r.source for r in reasons} == {"cst_protocol_2010_kazakhstan"}


def test_armenia_not_asking_is_not_owed_help_under_the_amended_text():
    answer = due(**ARMENIA_2022, requested=False)
    assert set(owed(answer, "csto", "4").values()) == {False}
    assert turning(answer, "csto", "4", False) == {("request", "text")}


def test_whether_help_was_owed_is_unknown_where_nobody_knows_whether_armenia_asked():
    answer = due(**ARMENIA_2022)
    assert set(owed(answer, "csto", "4").values()) == {None}
    assert turning(answer, "csto", "4", None) == {("request", "text")}


def test_in_2008_six_owed_it_without_a_request_uzbekistan_among_them():
    answer = due("ARM", "AZE", "2008-09-01", "ARM", requested=False)
    assert owed(answer, "csto", "4") == dict.fromkeys(("BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"), True)
    assert {d.wording for d in answer.duties if d.article == "4"} == {"cst_4_1992"}


def test_in_karabakh_in_2020_nothing_was_owed_though_no_article_but_officials_say_so():
    answer = due("ARM", "AZE", "2020-10-01", "Nagorno-Karabakh", requested="2020-10-01")
    assert set(owed(answer, "csto", "4").values()) == {False}
    assert turning(answer, "csto", "4", False) == {("territory", "organ's statement")}


def test_a_member_attacked_by_a_member_is_owed_nothing_unasked_and_perhaps_something_asked():
    case = {"victim": "KGZ", "aggressor": "TJK", "on": "2022-09-16", "where": "KGZ"}
    unasked, asked = due(**case, requested=False), due(**case, requested="2022-09-16")
    assert owed(unasked, "csto", "4") == dict.fromkeys(("ARM", "BLR", "KAZ", "RUS"), False)
    assert ("request", "text") in turning(unasked, "csto", "4", False)
    assert owed(asked, "csto", "4") == dict.fromkeys(("ARM", "BLR", "KAZ", "RUS"), None)
    assert {condition for condition, _ in turning(asked, "csto", "4", None)} == {"attack_by_party"}
    for answer in (unasked, asked):
        pairs = {(d.debtor, d.creditor) for d in answer.restraints if (d.alliance, d.article) == ("csto", "1")}
        assert pairs == {("KGZ", "TJK"), ("TJK", "KGZ")}


def test_a_rival_account_of_a_recorded_crisis_is_named():
    answer = due("KGZ", "TJK", "2022-09-16", "KGZ")
    assert any("TJK attacked by KGZ" in rival for d in answer.duties for rival in d.contested_by)


def test_between_the_term_of_1999_and_the_protocol_of_2000_it_is_unknown():
    answer = due("KGZ", "AZE", "1999-08-06", "KGZ")
    assert set(owed(answer, "csto", "4").values()) == {None}
    assert {condition for condition, _ in turning(answer, "csto", "4", None)} == {"in_force"}


def test_the_north_atlantic_treaty_owes_armenia_nothing_and_says_so_once():
    answer = due(**ARMENIA_2022)
    (line,) = [d for d in answer.not_owed if d.alliance == "nato"]
    assert (line.debtor, line.creditor, line.owed) == (None, None, False)
    assert [(r.condition, r.holds) for r in line.reasons] == [("creditor_is_party", False)]


def test_the_falklands_lie_outside_the_area_of_the_north_atlantic_treaty():
    answer = due("GBR", "ARG", "1982-04-02", "FLK")
    assert len(owed(answer, "nato", "5")) == 14 and set(owed(answer, "nato", "5").values()) == {False}
    assert turning(answer, "nato", "5", False) == {("territory", "text")}


def test_in_2001_eighteen_allies_owed_the_united_states_help():
    answer = due("USA", "al_qaeda", "2001-09-11", "USA", "nonstate_attack")
    assert len(owed(answer, "nato", "5")) == 18 and set(owed(answer, "nato", "5").values()) == {True}


def test_the_right_of_self_defence_is_a_note_and_no_duty():
    answer = due(**ARMENIA_2022)
    assert any("Article 51" in note and "a right, no duty" in note for note in answer.lawful)
    assert not any(d.article == "51" for d in (*answer.duties, *answer.not_owed, *answer.restraints))
    assert any((d.debtor, d.article) == ("AZE", "2(4)") for d in answer.restraints)


def test_consent_and_mandates_are_notes_apart_from_what_is_owed():
    answer = due("KAZ", on="2022-01-05", where="KAZ", kind="internal_unrest", requested="2022-01-05")
    assert set(owed(answer, "csto", "4").values()) == {False}
    assert turning(answer, "csto", "4", False) == {("attacker", "text: none set")}
    assert any("has its consent" in note for note in answer.lawful)
    assert any("a mandate by csto" in note for note in answer.lawful)


def test_in_2015_the_union_owed_france_help_against_a_group_and_ireland_was_among_those_who_owed():
    answer = due("FRA", "islamic_state", "2015-11-13", "FRA", "nonstate_attack")
    assert len(owed(answer, "eu", "42(7)")) == 27 and owed(answer, "eu", "42(7)")["IRL"] is True
    assert turning(answer, "eu", "222", None) == {("request", "text")}


def test_that_a_terrorist_attack_is_an_armed_attack_is_told_as_disputed_but_not_where_the_text_names_it():
    answer = due("FRA", "islamic_state", "2015-11-13", "FRA", "nonstate_attack", "2015-11-13")
    noted = {(d.alliance, d.article): bool(d.contested_by) for d in answer.duties}
    assert noted["nato", "5"] and noted["eu", "42(7)"] and not noted["eu", "222"]


def test_a_contested_account_of_a_recorded_crisis_says_so_of_itself():
    answer = due("KAZ", on="2022-01-05", where="KAZ", kind="internal_unrest", attacker="group", requested="2022-01-05")
    assert any("is itself contested" in note for d in answer.duties for note in d.contested_by)


def test_an_overseas_department_in_south_america_lies_outside_the_north_atlantic_area():
    assert set(owed(due("FRA", "BRA", "2000-01-01", "French Guiana"), "nato", "5").values()) == {False}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"victim": "Armenja"}, r"did you mean Armenia \(ARM\)"),
        ({"victim": "ARN"}, "did you mean ARE, ARG, ARM"),
        ({"kind": "invasion"}, "no kind of crisis .* it is one of threat, incident, .* occupation, cyber"),
        ({"aggressor": "ARM"}, "cannot be both victim and aggressor"),
        ({"where": "Atlantis"}, "no place or state is called 'Atlantis'$"),
        ({"on": "1950-01-01"}, "ARM was no state on 1950-01-01"),
    ],
)
def test_what_is_not_known_is_named(given, said):
    with pytest.raises(FoedusError, match=said):
        due(**{**ARMENIA_2022, **given})


def test_outside_atop_s_years_its_silence_is_said_to_be_no_answer(tmp_path):
    folder = write(tmp_path, *pact(A, B, defense=1))
    before = due("GBR", "RUS", "1814-06-01", atop=folder)
    assert before.duties == () and "ATOP 5.1 covers 1815-2018" in before.lawful[-1]
    assert not any("covers" in note for note in due("GBR", "RUS", "1905-06-01", atop=folder).lawful)
    assert not any("covers" in note for note in due("GBR", "RUS", "1814-06-01").lawful)

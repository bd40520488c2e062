"""`foedus reliability wars`: pairs as a file, rates, and why a pair got its verdict."""

import csv

import pytest
from tests.datasets.atop_file import A, B, X, member, pact, write

from foedus.nouns import FoedusError
from foedus.verbs.reliability import _named, reliability_wars, reliability_why, write_pairs


def wars_file(path):
    names = ["larger_war_name", "larger_war_id", "init_war_id", "year", "init_ccode", "target_ccode", "month_entry"]
    names += ["day_entry", "month_exit", "day_exit", "joiner", "adv2ccode", "ally1ccode"]
    path.write_text(",".join(names) + f"\nWar,1,1,1905,{X},{A},1,10,12,31,0,NA,NA\n")
    return path


@pytest.fixture
def files(tmp_path):
    rows = pact(A, B, defense=1) + pact(A, B, atopid=1002, offense=1, offcoloc=1)
    return write(tmp_path / "atop", *rows), wars_file(tmp_path / "wars.csv")


def test_pairs_are_written_with_0_1_and_unknown(files, tmp_path):
    write_pairs(reliability_wars(*files), tmp_path / "pairs.csv")
    rows = list(csv.DictReader((tmp_path / "pairs.csv").open()))
    assert list(rows[0]) == ["war_id", "atop_id", "due", "kept", "reason"]
    assert [(r["atop_id"], r["due"], r["kept"]) for r in rows] == [("1001", "1", "0"), ("1002", "unknown", "unknown")]


def test_the_answer_names_its_rule_its_caveat_and_what_it_could_not_ask(files):
    answer = reliability_wars(*files)
    assert (answer.rule, answer.due, answer.kept, answer.unknown) == ("all-members", 1, 0, 1)
    assert "challenge" in answer.caveat and [line.split(":")[0] for line in answer.not_asked] == ["power", "regime"]
    assert {rate.rule for rate in answer.rates} == {"all-members", "any-ally", "ally-level", "atop-termination"}


def test_why_tells_each_code_with_its_page_and_each_condition(files):
    answer = reliability_why(*files, war=1, alliance=1002)
    assert ("OFFCOLOC", "ATOP 5.1 codebook, p. 24, OFFCOLOC") in {(c.variable, c.source) for c in answer.coded}
    (place,) = [c for c in answer.conditions if c.condition == "territory"]
    assert place.holds is None and place.presumed is None and place.debtors == ("France (220)",)
    (party,) = [c for c in answer.conditions if c.condition == "creditor_is_party"]
    assert party.because.startswith("United Kingdom (200) is a party since 1900-01-01")


def test_a_war_or_alliance_that_is_no_pair_is_named(files):
    with pytest.raises(FoedusError, match="no war 9"):
        reliability_why(*files, war=9, alliance=1001)
    with pytest.raises(FoedusError, match="no alliance 9"):
        reliability_why(*files, war=1, alliance=9)


def test_a_file_that_was_cut_short_is_said_before_any_rate(files):
    answer = reliability_wars(*files)
    assert "atop_members has 4 rows, as published 2,510" in answer.notes[0]
    assert "iwd has 1 rows, as published 586" in answer.notes[1]
    assert reliability_why(*files, war=1, alliance=1001).notes == answer.notes


def test_the_last_day_of_a_party_is_never_called_the_day_until_which_it_is_bound(tmp_path):
    rows = pact(A, B, defense=1, until="1905-03-31", termcaus=7)
    folder, wars = write(tmp_path / "atop", *rows), wars_file(tmp_path / "wars.csv")
    told = [c.because for c in reliability_why(folder, wars, war=1, alliance=1001).conditions]
    assert any("until 1905-04-01" in because for because in told)
    assert any("last day 1905-03-31" in because for because in told)
    assert not any("until 1905-03-31" in because for because in told)


def test_wrong_files_are_named(files, tmp_path):
    atop, wars = files
    with pytest.raises(FoedusError, match="atop5_1m"):
        reliability_wars(tmp_path, wars)
    with pytest.raises(FoedusError, match="larger_war_id"):
        reliability_wars(atop, atop / "atop5_1m.csv")


@pytest.mark.shared
def test_the_rule_agrees_with_the_coders(shared, tmp_path):
    answer = reliability_wars(shared / "data/atop", shared / "data/wars/interstate-war-rev.csv")
    assert answer.notes == ()
    ours = {(row.war_id, row.atop_id): row for row in answer.pairs}
    with (shared / "gold/wars/bf2018_dev.csv").open() as file:
        gold = [(int(g["war_id"]), int(g["atop_id"]), g["due"] == "1", g["kept"] == "1") for g in csv.DictReader(file)]
    made = [(ours[war, alliance], due, kept) for war, alliance, due, kept in gold if (war, alliance) in ours]
    both = [(bool(row.kept), kept) for row, due, kept in made if due and row.due]
    assert len(made) >= 0.97 * len(gold)
    assert sum(bool(row.due) is due for row, due, _ in made) >= 0.96 * len(gold)
    assert sum(a is b for a, b in both) >= 0.93 * len(both)


def test_a_member_that_fought_for_nobody_is_not_called_on(tmp_path):
    rows = [member(A, defense=1), member(B, consul=1)]
    answer = reliability_wars(write(tmp_path / "atop", *rows), wars_file(tmp_path / "wars.csv"))
    assert [(row.due, row.kept) for row in answer.pairs] == [(False, None)]


def test_a_list_that_cannot_be_written_is_named(files, tmp_path):
    with pytest.raises(FoedusError, match="cannot be written"):
        write_pairs(reliability_wars(*files), tmp_path / "nowhere" / "pairs.csv")


def test_a_count_of_states_in_a_reason_is_no_state():
    def shown(number):
        return {200: "United Kingdom", 3: "nobody", 7: "nobody"}.get(number, str(number))

    told = "defence to 200: 211, 220 and 3 more stayed out; 200 ended it 1915-05-03, TERMMODE 3, TERMCAUS 7"
    named = "defence to United Kingdom: 211, 220 and 3 more stayed out; "
    assert _named(told, shown) == named + "United Kingdom ended it 1915-05-03, TERMMODE 3, TERMCAUS 7"
    assert _named("only against 3 or more states; 7 named here", shown) == "only against 3 or more states; 7 named here"
    assert _named("3 and 200 fought each other", shown) == "nobody and United Kingdom fought each other"

"""A record is plain files; what is wrong in one is said with its place and what to do."""

import pytest
from tests.shelf.world import EVIDENCE, LEAGUE, STATES, write

from foedus.nouns import FoedusError
from foedus.shelf import load, read


def problem(folder, **files):
    return [str(p) for p in load([write(folder, **files)])[1]]


def test_every_fact_stands_on_the_shelf_with_its_file(tmp_path):
    shelf = read([write(tmp_path / "record")])
    assert [m.state for m in shelf.memberships] == ["AAA", "BBB"]
    assert shelf.where["league_aaa"] == "record/league.toml: memberships[0]"
    assert shelf.edition.date == "2020-01-01"


def test_a_fact_is_confirmed_when_a_supporting_source_was_seen(tmp_path):
    unseen = EVIDENCE.replace("league_aaa,gazette,p. 1,,,,2020-01-01", "league_aaa,gazette,p. 1,,,,")
    assert read([write(tmp_path / "a")]).confirmed("league_aaa")
    assert not read([write(tmp_path / "b", evidence__csv=unseen)]).confirmed("league_aaa")


def test_a_later_record_replaces_a_fact_as_a_whole(tmp_path):
    own = write(tmp_path / "own", league__toml='[[memberships]]\nid = "league_aaa"\nof = "league"\nstate = "BBB"\n')
    shelf = read([write(tmp_path / "shipped"), own])
    replaced = next(m for m in shelf.memberships if m.id == "league_aaa")
    assert (replaced.state, replaced.from_) == ("BBB", None)


def test_a_later_record_can_withdraw_a_fact(tmp_path):
    own = write(tmp_path / "own", league__toml='[[memberships]]\nid = "league_aaa"\nwithdrawn = true\n')
    assert [m.id for m in read([write(tmp_path / "shipped"), own]).memberships] == ["league_bbb"]


def test_top_level_values_are_the_defaults_of_a_file(tmp_path):
    short = 'of = "league"\n[[memberships]]\nid = "x"\nstate = "AAA"\n[[bodies]]\nid = "y"\nname = "Council"\n'
    shelf = read([write(tmp_path, more__toml=short)])
    assert {m.of for m in shelf.memberships} == {"league"} and shelf.bodies[0].of == "league"


def test_a_broken_toml_file_is_named_with_the_line(tmp_path):
    assert any(
        "league.toml: not readable as TOML" in p and "line 2" in p for p in problem(tmp_path, league__toml="\n= 1")
    )


def test_an_unknown_field_names_the_near_one(tmp_path):
    said = problem(tmp_path, league__toml=LEAGUE.replace('state = "AAA"', 'stat = "AAA"'))
    assert any("memberships[0] (league_aaa)" in p and "did you mean state" in p for p in said)


def test_a_wrong_word_names_the_allowed_ones(tmp_path):
    said = problem(tmp_path, league__toml=LEAGUE.replace('state = "AAA"', 'state = "AAA"\nstatus = "membr"'))
    assert any("allowed: member, observer" in p for p in said)


def test_a_wrong_date_is_said_with_its_fact(tmp_path):
    said = problem(tmp_path, league__toml=LEAGUE.replace("1950-05-01", "1950-13-01"))
    assert any("league_aaa" in p and "1950-13-01" in p for p in said)


def test_an_unknown_table_names_the_near_one(tmp_path):
    said = problem(tmp_path, league__toml=LEAGUE.replace("[[alliances]]", "[[alliance]]"))
    assert any("no noun is called 'alliance'; did you mean alliances" in p for p in said)


def test_an_id_that_stands_twice_is_named_with_both_places(tmp_path):
    assert any("stands already in" in p for p in problem(tmp_path, more__toml=LEAGUE))


def test_a_csv_line_with_too_few_cells_is_named_with_its_number(tmp_path):
    assert any("states.csv:4: the line has not 10 cells" in p for p in problem(tmp_path, states__csv=STATES + "CCC\n"))


def test_reading_stops_at_a_broken_record_and_counts_the_rest(tmp_path):
    with pytest.raises(FoedusError, match=r"league\.toml"):
        read([write(tmp_path, league__toml="= 1")])

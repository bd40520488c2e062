"""`foedus panel`, as a user types it, on a small world."""

import json

import duckdb
import pytest
from click.testing import CliRunner

from foedus.cli import program
from foedus.nouns import FoedusError


def foedus(*words):
    return CliRunner().invoke(program, ["panel", *map(str, words)], catch_exceptions=True)


def test_dyad_years_are_written_with_what_the_joins_did(states, atop, mid, tmp_path):
    out = tmp_path / "f.parquet"
    done = foedus(
        "dyad-years", "--directed", "--states", states, "--atop", atop, "--mid", mid, "--last-year", 2020, "-o", out
    )
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [str(out), str(tmp_path / "f.codebook.md")]
    assert "disputes (mid_kept, 1816-2014)" in done.stderr and "by onset" in done.stderr
    assert duckdb.read_parquet(str(out)).columns[:5] == ["ccode1", "ccode2", "year", "atop_alliance", "atop_defense"]


def test_columns_come_in_the_order_in_which_they_are_asked_for(states, atop, mid, tmp_path):
    out = tmp_path / "f.parquet"
    foedus("dyad-years", "--states", states, "--mid", mid, "--peace-years", "cowmidonset", "--atop", atop, "-o", out)
    columns = duckdb.read_parquet(str(out)).columns
    assert columns.index("dispnum") < columns.index("cowmidonset_peace_years") < columns.index("atop_alliance")


def test_peace_is_counted_from_each_event_that_is_named(states, mid, tmp_path):
    out = tmp_path / "f.parquet"
    more = ["--peace-years", "cowmidonset", "--peace-years", "cowmidongoing"]
    done = foedus("dyad-years", "--states", states, "--mid", mid, *more, "-o", out)
    assert done.exit_code == 0, done.output
    columns = duckdb.read_parquet(str(out)).columns
    assert columns.index("cowmidonset_peace_years") < columns.index("cowmidongoing_peace_years")


def test_what_needs_a_column_of_another_comes_after_it_in_whichever_order_they_are_named(states, mid, tmp_path):
    out = tmp_path / "f.parquet"
    done = foedus("dyad-years", "--states", states, "--peace-years", "cowmidonset", "--mid", mid, "-o", out)
    assert done.exit_code == 0, done.output
    assert duckdb.read_parquet(str(out)).columns[-1] == "cowmidonset_spell"


def test_single_states_are_not_offered_what_is_about_pairs():
    alone, pairs = (foedus(unit, "--help").output for unit in ("state-years", "dyad-years"))
    for option in ("--mid ", "--contiguity ", "--capitals ", "--relevant ", "--duties "):
        assert option in pairs and option not in alone, option
    assert "--atop " in alone


def test_without_a_last_year_it_is_the_last_that_all_sources_cover_and_is_told(states, mid, tmp_path):
    done = foedus("dyad-years", "--states", states, "--mid", mid, "-o", tmp_path / "f.csv")
    assert "last year 2014" in done.stderr


def test_a_file_that_is_not_the_publisher_s_is_noted(states, tmp_path):
    done = foedus("state-years", "--states", states, "-o", tmp_path / "f.csv")
    assert "has 4 rows, as published 243" in done.stderr


def test_why_answers_as_a_table_and_as_json(states, atop):
    table = foedus("why", 10, 40, 1861, "--states", states, "--atop", atop)
    assert "10 owes 40 defence" in table.output and "atop5_1m.csv" in table.output
    answer = json.loads(foedus("why", 10, 40, 1861, "--states", states, "--atop", atop, "--json").output)
    assert answer["there"] and answer["reasons"][1]["origins"][0]["line"] == 2


def test_foedus_toml_says_where_the_data_sets_lie(states, atop, tmp_path, monkeypatch):
    (tmp_path / "foedus.toml").write_text('[datasets]\nstates = "states"\natop = "atop"\n')
    monkeypatch.chdir(tmp_path)
    assert "10 owes 40 defence" in foedus("why", 10, 40, 1861).output
    assert foedus("dyad-years", "--atop", "-o", "f.csv").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["dyad-years", "-o", "f.csv"], "which states"),
        (["dyad-years", "--states", "nowhere", "-o", "f.csv"], "no such folder"),
        (["dyad-years", "--states", "states", "--mid", "-o", "f.csv"], "where is mid"),
        (["dyad-years", "--states", "states", "--ucdp", "states", "-o", "f.csv"], "codes"),
        (["state-years", "--states", "states", "--mid", "mid", "-o", "f.csv"], "about pairs"),
        (["dyad-years", "--states", "states", "--peace-years", "-o", "f.csv"], "needs the column cowmidongoing"),
        (["dyad-years", "--states", "states", "--mid", "mid", "--peace-years", "foo", "-o", "f.csv"], "no verb makes it"),
        (["dyad-years", "--states", "states", "--peace-years", "-o", "f.csv"], "what makes it (disputes)"),
        (["dyad-years", "--states", "states", "--mid", "mid", "--peace-years", "dispnum", "-o", "f.csv"], "0 or 1"),
        (["dyad-years", "--states", "states", "--years", "1900", "-o", "f.csv"], "first and last year"),
        (["dyad-years", "--states", "states", "--among", "USA", "-o", "f.csv"], "state numbers"),
        (["dyad-years", "--states", "states", "--among", "999,10", "-o", "f.csv"], "no state 999 in the cow list"),
        (["dyad-years", "--states", "states", "--of", "999", "-o", "f.csv"], "no state 999"),
        (["dyad-years", "--states", "states", "--years", "1700-1750", "-o", "f.csv"], "from 1700 to 1750"),
        (["dyad-years", "--states", "states", "--where", "1=0", "-o", "f.csv"], "no row of the panel meets 1=0"),
        (["why", "10", "--states", "states"], "two states and a year"),
    ],
)
def test_what_was_typed_wrong_is_said(states, mid, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    done = foedus(*words)
    assert done.exit_code and (
        said in done.output or (isinstance(done.exception, FoedusError) and said in str(done.exception))
    )
    assert not (tmp_path / "f.csv").exists()

"""`foedus reliability` and `foedus replicate` as a user runs them."""

import json

from click.testing import CliRunner
from tests.datasets.atop_file import A, B, pact, write
from tests.verbs.test_reliability import wars_file
from tests.verbs.test_replicate import stata

from foedus.cli import program


def run(*words):
    return CliRunner().invoke(program, [str(word) for word in words], catch_exceptions=False)


def files(tmp_path):
    return "--atop", write(tmp_path / "atop", *pact(A, B, defense=1)), "--wars", wars_file(tmp_path / "wars.csv")


def test_pairs_go_to_a_file_and_rates_to_the_screen(tmp_path):
    answer = run("reliability", "wars", *files(tmp_path), "--pairs", tmp_path / "pairs.csv")
    assert answer.exit_code == 0 and "0/1" in answer.stdout and "challenge" in answer.stdout
    assert (tmp_path / "pairs.csv").read_text().startswith("war_id,atop_id,due,kept,reason\n1,1001,1,0,")


def test_what_only_a_presumption_makes_due_is_open_in_the_bounds(tmp_path):
    rows = pact(A, B, defense=1, olimob=1)
    write(tmp_path / "atop", *rows)
    words = ("--atop", tmp_path / "atop", "--wars", wars_file(tmp_path / "wars.csv"), "--json")
    rates = json.loads(run("reliability", "wars", *words).stdout)["rates"]
    whole = next(r for r in rates if r["rule"] == "all-members" and r["slice"] == "all")
    assert whole["open"] == 1


def test_a_rule_by_name(tmp_path):
    answer = json.loads(run("reliability", "wars", *files(tmp_path), "--rule", "ally-level", "--json").stdout)
    assert answer["rule"] == "ally-level" and answer["pairs"][0]["state"] == B


def test_why_shows_the_codebook_s_page(tmp_path):
    answer = run("reliability", "wars", *files(tmp_path), "--why", 1, 1001, "--format", "md")
    assert "ATOP 5.1 codebook, p. 22, DEFENSE" in answer.stdout


def test_kept_of_due_is_a_column(tmp_path):
    answer = run("replicate", "bf2018", "--data", stata(tmp_path / "bf.dta"), "--format", "csv")
    header, first, *_ = answer.stdout.splitlines()
    assert header == "what,rule,published,published %,kept/due,%,equal"
    assert first == '"all, 1816-2003",all-members,73/146,50.00,1/3,33.33,no'

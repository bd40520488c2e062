"""The program as a user meets it: answers, formats, exit codes, and messages that say what to do."""

import json
import subprocess
import sys
from functools import cache

import pytest

from foedus.cli import main
from foedus.verbs import opened


@pytest.fixture
def foedus(monkeypatch, capsys, tmp_path):
    """Run the program in a folder of its own; exit code, what it printed, what it said on stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(opened, "settings", cache(opened.settings.__wrapped__))

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["foedus", *map(str, words)])
        try:
            code = main()
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.mark.parametrize(
    ("on", "form", "count"),
    [
        ("1998-06-01", "treaty", 9),
        ("1999-12-31", "treaty", 6),
        ("2007-01-01", "organisation", 7),
        ("2015-09-15", "organisation", 6),
    ],
)
def test_the_csto_has_its_members_to_the_day(foedus, on, form, count):
    code, out, _ = foedus("alliance", "csto", "--on", on, "--json")
    answer = json.loads(out)
    assert (code, answer["form"]) == (0, form)
    assert sum(m["status"] == "member" for m in answer["members"]) == count


def test_an_alliance_is_found_by_any_of_its_names(foedus):
    ids = {
        json.loads(foedus("alliance", name, "--on", "1980", "--json")[1])["id"] for name in ("Warsaw Pact", "warsaw_pact")
    }
    assert ids == {"warsaw_pact"}


def test_without_a_date_the_answer_says_for_which_day_it_is(foedus):
    assert json.loads(foedus("alliance", "nato", "--json")[1])["on"] == "2026-11-23"


def test_five_of_the_csto_are_in_the_eaeu_and_tajikistan_is_only_mooted(foedus):
    answer = json.loads(foedus("overlap", "csto", "eaeu", "--on", "2015-09-15", "--json")[1])
    assert (len(answer["both"]), answer["only_a"]) == (5, ["TJK"])
    assert [s["in_b"] for s in answer["standings"] if s["state"] == "TJK"] == ["mooted"]


def test_six_members_of_the_eu_were_not_in_nato(foedus):
    answer = json.loads(foedus("overlap", "eu", "nato", "--on", "2015-09-15", "--json")[1])
    assert len(answer["both"]) == 22 and answer["only_a"] == ["AUT", "CYP", "FIN", "IRL", "MLT", "SWE"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("alliance", "cstoo"), "did you mean csto"),
        (("alliance", "csto", "--on", "1980"), "did not exist on 1980: it was founded 1992"),
        (("alliance", "csto", "--on", "soon"), "'soon' is no date"),
        (("aliance", "csto"), "did you mean alliance"),
        (("ask", "member"), "did you mean members"),
        (("ask", "members", "--aliance", "csto"), "it takes --alliance, --on"),
        (("read", "nowhere.txt"), "nowhere.txt"),
        (("accept", "f1"), "foedus init"),
        (("dossier",), "name one alliance"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do_and_exit_2(foedus, words, said):
    code, _, err = foedus(*words)
    assert code == 2 and said in err, err


def test_a_broken_workspace_record_names_file_and_line(foedus, tmp_path):
    foedus("init")
    (tmp_path / "record" / "mine.toml").write_text("[[memberships]]\nid = = 1\n")
    from foedus.verbs import opened

    opened.settings.cache_clear()
    opened.shelf.cache_clear()
    try:
        code, _, err = foedus("alliance", "csto")
        checked, out, _ = foedus("check")
    finally:
        opened.settings.cache_clear()
        opened.shelf.cache_clear()
    assert code == 2 and "mine.toml" in err and "line 2" in err
    assert checked == 1 and "mine.toml" in out


def test_the_shipped_record_is_whole(foedus):
    code, out, _ = foedus("check")
    assert code == 0 and "the record is whole" in out


@pytest.mark.parametrize(
    ("format", "first"), [("csv", "state,name"), ("md", "Collective Security"), ("json", '{"id":"csto"')]
)
def test_an_answer_comes_in_each_format(foedus, format, first):
    code, out, _ = foedus("alliance", "csto", "--format", format)
    assert code == 0 and out.startswith(first)


def test_help_loads_nothing_heavy():
    heavy = "import sys; sys.argv = ['foedus', '--help']\nfrom foedus.cli import main\n"
    heavy += "try: main()\nexcept SystemExit: pass\n"
    heavy += "print([m for m in ('spacy', 'duckdb', 'pandas', 'altair', 'numpy', 'pyarrow') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True).stdout
    assert out.rstrip().endswith("[]")

"""What must hold of a whole record; each rule finds what was broken on purpose, and nothing in a whole one."""

import pytest
from tests.shelf.world import EVIDENCE, LEAGUE, write

from foedus.shelf import check, load

WORDING = """
[[treaties]]
id = "pact"
of = "league"
name = "Pact"
[[wordings]]
id = "pact_1"
treaty = "pact"
article = "1"
kind = "defence"
periods = [{ from = "1950", until = "1955" }]
[[wordings]]
id = "pact_1_later"
treaty = "pact"
article = "1"
kind = "defence"
periods = [{ from = "FROM" }]
"""


def problems(folder, level="error", **files):
    shelf, form = load([write(folder, **files)])
    assert not form
    return [str(p) for p in check(shelf) if p.level == level]


def test_a_whole_record_has_no_errors(tmp_path):
    assert problems(tmp_path) == []


def test_a_fact_without_evidence_is_a_warning(tmp_path):
    assert problems(tmp_path, "warning") == [f"{tmp_path.name}/league.toml: memberships[1]: league_bbb: no evidence"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('state = "BBB"', 'state = "BBC"', "state = 'BBC' is in none of states; did you mean BBB"),
        ('until = "1960-01-01"', 'until = "1940-01-01"', "until 1940-01-01 lies before from 1950"),
        ('state = "BBB"', 'state = "AAA"', "AAA stands twice in league at one time"),
        ('licence = "public domain"', "", "source gazette: no licence"),
        ('licence = "public domain"', 'licence = "x"\nleast = 3', "2 facts cite it, expected 3 to any number"),
    ],
)
def test_a_broken_record_is_said_to_be(tmp_path, old, new, said):
    found = problems(tmp_path, league__toml=LEAGUE.replace(old, new))
    assert any(said in problem for problem in found), found


def test_evidence_needs_its_fact_and_its_source(tmp_path):
    found = problems(tmp_path, evidence__csv=EVIDENCE + "nothing,nobody,,,,,\n")
    assert any("no fact has the id 'nothing'" in p for p in found)
    assert any("no source has the id 'nobody'" in p for p in found)


@pytest.mark.parametrize(
    ("start", "said"),
    [("1954-01-01", "both in force"), ("1956", "between 1955 and 1956 no wording stands"), ("1955", None)],
)
def test_wordings_of_an_article_follow_one_another(tmp_path, start, said):
    found = [p for p in problems(tmp_path, pact__toml=WORDING.replace("FROM", start)) if "pact_1_later" in p]
    assert any(said in p for p in found) if said else found == []

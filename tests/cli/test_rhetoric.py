"""`foedus rhetoric` as a user meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from foedus.cli import program
from foedus.nouns import FoedusError

SAMPLE = Path(__file__).parents[2] / "docs" / "sample" / "rhetoric" / "corpus.toml"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def asked(*words):
    done = CliRunner().invoke(program, ["rhetoric", *words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return json.loads(done.output) if "--json" in words else done.output


def test_neither_event_that_central_asian_leaders_ascribed_to_the_islamic_state_is_supported():
    precision = asked("Islamic State", "--json")["attribution"]
    assert (precision["supported"], precision["contradicted"], precision["nothing_found"]) == (0, 0, 2)
    assert precision["high"] == pytest.approx(1 - 0.05**0.5)
    assert {a["offered"] for a in precision["attributions"]} == {"none"}
    assert all(a["sources"] for a in precision["attributions"])


def test_one_speaker_s_ascriptions_are_asked_for_by_name_or_state():
    for words in ("Rahmon", "TJK", "Tajikistan"):
        (one,) = asked("islamic_state", "--speaker", words, "--json")["attribution"]["attributions"]
        assert one["event"] == "dushanbe_attacks_2015"


def test_before_the_claims_were_made_there_are_none():
    assert asked("islamic_state", "--on", "2015-07-01", "--json")["attribution"]["share"] is None


def test_al_qaeda_s_attack_of_2001_was_ascribed_to_it_and_is_supported():
    assert asked("al-Qaeda", "--json")["attribution"]["supported"] == 1


def test_at_home_the_label_came_last():
    (use,) = asked("islamic_state", "--speaker", "TJK", "--json")["at_home"]
    assert (use["repressed"], use["labelled"], use["labelled_first"]) == (1, 1, 0)


def test_without_a_corpus_there_is_no_number_for_talk():
    assert "no corpus was given" in asked("islamic_state")


def test_in_the_sample_leader_a_who_talks_four_times_as_much_stands_out_alone():
    speakers = asked("islamic_state", "--corpus", str(SAMPLE), "--json")["excess"]["speakers"]
    assert [s["speaker"][-1] for s in speakers if s["low"] > 1 or s["high"] < 1] == ["A"]
    assert speakers[0]["low"] < 4 < speakers[0]["high"]


def test_every_row_of_the_sample_says_that_it_is_simulated():
    for name in ("statements.csv", "deaths.csv"):
        _, *rows = (SAMPLE.parent / name).read_text(encoding="utf8").splitlines()
        assert rows and all(row.endswith(",simulated") for row in rows)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["islamic_stat"], "no threat is called 'islamic_stat'; did you mean"),
        (["islamic_state", "--corpus", "none.toml"], "none.toml: No such file"),
        (["islamic_state", "--document", "none"], "no reading of none is kept"),
    ],
)
def test_what_cannot_be_answered_is_said(words, said):
    with pytest.raises(FoedusError, match=said):
        CliRunner().invoke(program, ["rhetoric", *words], catch_exceptions=False)

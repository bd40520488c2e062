"""The article of 2015: both labellings are allegations that the record knows, and neither is supported."""

import pytest

from foedus import desk
from foedus.reading.page import page
from foedus.settings import Settings
from foedus.verbs.read import read
from foedus.verbs.rhetoric import rhetoric
from foedus.when import When

pytestmark = [pytest.mark.shared, pytest.mark.model]


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    import os
    from pathlib import Path

    home = tmp_path_factory.mktemp("workspace")
    text = Path(os.environ["FOEDUS_SHARED"]) / "texts" / "csto-2015.txt"
    desk.keep(home, read(page(text, When("2015-09-18"))))
    return rhetoric("islamic_state", settings=Settings(workspace=home))


def test_both_labellings_are_read_and_led_to_their_incidents(answer):
    told = {a.event: a for a in answer.attribution.attributions}
    assert set(told) == {"dushanbe_attacks_2015", "bishkek_shootout_2015"}
    assert all(len(a.read_in) == 1 and a.offered == "none" and a.found == "nothing found" for a in told.values())


def test_none_of_two_is_supported(answer):
    p = answer.attribution
    assert (p.supported, p.contradicted, p.nothing_found) == (0, 0, 2)


def test_the_threat_statements_of_both_presidents_are_told(answer):
    said = {(s.speaker, s.speaks_for) for s in answer.statements if s.mode == "direct"}
    assert {("Emomali Rahmon", "TJK"), ("Vladimir Putin", "RUS")} <= said
    assert any(s.names == "in the words" and s.speaker == "Vladimir Putin" for s in answer.statements)


def test_that_any_opposition_acts_for_it_is_a_frame_that_the_author_tells_of(answer):
    assert [f.by for f in answer.frames if "opposition" in f.words] == [None]

"""An allegation is held against the incidents of the year before the text; nothing found is not a no."""

import pytest
from tests.shelf.world import LEAGUE, write

from foedus.corroboration import comparisons
from foedus.nouns import Allegation, Document, Named, ReadingResult
from foedus.shelf import read
from foedus.when import When

INCIDENTS = """
[[threats]]
id = "band"
name = "Red Band"
[[threats]]
id = "gang"
name = "Blue Gang"
[[incidents]]
id = "fire"
name = "Fire in Westport"
on = "1955-03-01"
state = "AAA"
[[incidents]]
id = "raid"
name = "Raid on Eastport"
on = "1955-04-01"
state = "AAA"
by = "men of Captain Harrow"
[[incidents]]
id = "bomb"
name = "Bomb at Northport"
on = "1955-05-01"
state = "BBB"
by = "Blue Gang"
threat = "gang"
[[ascriptions]]
id = "a1"
of = "AAA"
incident = "fire"
threat = "band"
speaker = "Ann"
on = "1955-03-02"
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return read([write(tmp_path_factory.mktemp("record"), league__toml=LEAGUE, incidents__toml=INCIDENTS)])


def answer(shelf, words, speaker="AAA", accused=None, threats=("band",), day="1955-06-01"):
    fields = {"id": "f", "kind": "allegation", "span": (0, 4), "quote": words, "rule": "r", "of": words}
    named = Named(name=accused) if accused else None
    finding = Allegation(**fields, speaker=Named(name="Ann", for_=speaker), accused=named, threats=threats)
    document = Document(id="d", date=When(day), text="text")
    return next(iter(comparisons(ReadingResult(document=document, findings=(finding,)), shelf)))


@pytest.mark.parametrize(
    ("said", "record", "facts"),
    [
        ({"words": "the bomb at Northport was the work of the Blue Gang", "threats": ("gang",)}, "supported", ("bomb",)),
        ({"words": "the Red Band set the bomb at Northport"}, "contradicted", ("bomb",)),
        ({"words": "the blaze was the Red Band's"}, "silent", ("fire",)),
        ({"words": "Harrow leads the Red Band's men", "accused": "Captain Harrow"}, "silent", ("raid",)),
        ({"words": "Harrow did it", "accused": "Captain Harrow", "threats": ()}, "supported", ("raid",)),
        ({"words": "Eastport was raided by Miller", "accused": "Miller", "threats": ()}, "contradicted", ("raid",)),
        ({"words": "the Red Band burnt it", "speaker": "BBB"}, "silent", ()),
        ({"words": "the Red Band set the bomb at Northport", "day": "1957-06-01"}, "silent", ()),
        ({"words": "the Red Band set the bomb at Northport", "day": "1955-04-01"}, "silent", ("fire",)),
    ],
)
def test_an_allegation_is_held_against_the_incidents_it_may_be_about(shelf, said, record, facts):
    got = answer(shelf, **said)
    assert (got.record, got.facts) == (record, facts)


def test_a_known_doer_without_the_link_that_was_alleged_is_told(shelf):
    got = answer(shelf, "Harrow leads the Red Band's men", accused="Captain Harrow")
    assert "men of Captain Harrow, and no link to band" in got.because

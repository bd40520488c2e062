"""Whether it was done: one deed, told in seventy ways."""

from pathlib import Path

import pytest

from foedus.nouns import Document
from foedus.reading import deeds
from foedus.reading.parsed import parse
from foedus.verbs.read import gazetteer

LINES = Path(__file__).with_name("polarity.txt").read_text(encoding="utf8").splitlines()
TOLD = [tuple(line.split(" | ")) for line in LINES if not line.startswith("#")]


def deeds_in(text):
    parsed = next(iter(parse([Document(id="x", text=text)], gazetteer())))
    return list(deeds.find(parsed))


@pytest.mark.parametrize(("polarity", "text"), TOLD, ids=[text for _, text in TOLD])
def test_a_deed_is_told_with_its_polarity(polarity, text):
    told = {(d.target.name, d.polarity) for d in deeds_in(text) if d.act == "AID" and d.actor.name == "Norway"}
    assert told == {("Finland", polarity)}


def test_what_was_refused_stands_once_and_not_as_help():
    told = [(d.act, d.polarity) for d in deeds_in("Italy declined to support the landing of France at Tunis.")]
    assert ("SUPPORT", "refused") in told
    assert ("REJECT", "asserted") not in told


def test_words_of_another_are_his():
    told = deeds_in("Mexico says that Guatemala sent guns to Honduras.")
    assert [(d.actor.name, d.attributed_to.name) for d in told] == [("Guatemala", "Mexico")]

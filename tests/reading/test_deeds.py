"""Who did what to whom, over sentences that lean on one another; and our own sentences as a whole."""

from pathlib import Path

import pytest

from foedus.nouns import Document
from foedus.reading import deeds
from foedus.reading.parsed import parse
from foedus.verbs.read import gazetteer
from foedus.when import When

UNDONE = {"negated", "refused", "failed"}


def told(text, on=None):
    document = Document(id="x", date=When(on) if on else None, text=text)
    found = [d for parsed in parse([document], gazetteer()) for d in deeds.find(parsed)]
    return {(d.actor.name, d.act, d.target.name if d.target else None, d.polarity) for d in found}


def test_a_list_of_actors_did_a_deed_each():
    found = told("Peru, Chile and Bolivia sent observers to Ecuador.")
    assert {actor for actor, act, target, _ in found if (act, target) == ("AID", "Ecuador")} == {
        "Peru",
        "Chile",
        "Bolivia",
    }


def test_talks_are_one_deed_of_two():
    assert told("Honduras and Nicaragua held talks on Monday.") == {("Honduras", "CONSULT", "Nicaragua", "asserted")}


def test_who_did_not_follow_is_told_of_the_same_deed():
    found = told("Denmark sent a frigate to Kuwait. Sweden did not.")
    assert ("Sweden", "AID", "Kuwait", "negated") in found


def test_who_stood_by_failed_the_one_under_attack():
    found = told("Spain stood by while Italy overran Albania.")
    assert ("Spain", "AID", "Albania", "failed") in found


def test_a_promise_that_was_not_kept_is_one_deed_that_failed():
    found = told("Romania promised Poland a division. It never arrived.")
    assert [(act, polarity) for actor, act, _, polarity in found if actor == "Romania"] == [("AID", "failed")]


def test_a_request_went_to_who_answered_it():
    found = told("Finland begged for rifles. Sweden turned the plea down.")
    assert ("Finland", "REQUEST", "Sweden", "asserted") in found


def test_a_charge_and_its_denial_are_one_deed_denied():
    found = told("Chad accused Libya of shelling a village. Tripoli called it a lie.")
    assert {polarity for actor, act, _, polarity in found if (actor, act) == ("Libya", "ASSAULT")} == {"denied"}


def test_an_army_and_a_capital_act_for_their_state():
    assert ("Russia", "ASSAULT", "Georgia", "asserted") in told("Russian tanks rolled into Georgia.", "2008-08-09")
    assert ("Egypt", "SANCTION", "Qatar", "asserted") in told("Cairo expelled a Qatari diplomat.", "2017-06-06")


def test_a_town_stands_for_its_state_and_is_the_place():
    document = Document(
        id="x", date=When("1937-05-01"), text="On 26 April 1937 German aircraft bombed Guernica in Spain."
    )
    deed = next(d for parsed in parse([document], gazetteer()) for d in deeds.find(parsed))
    assert (deed.actor.id, deed.target.id, deed.when.from_) == ("DEU", "ESP", When("1937-04-26"))


@pytest.mark.parametrize(
    "text",
    [
        "Our goalkeeper was bombarded for ninety minutes, wrote the referee.",
        "Frost invaded the vineyards of Georgia.",
        "Poland is losing its war on inflation.",
        "The word treaty comes from Latin by way of French, says the dictionary.",
    ],
)
def test_nothing_is_done_in_a_figure_of_speech(text):
    assert told(text) == set()


def our_own():
    """date | text | actor;act;target;polarity / ..."""
    for line in Path(__file__).with_name("deeds.txt").read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            day, text, answers = line.split("|")
            yield day, text, [tuple(a.split(";")) for a in answers.split("/") if a]


NEAR = {
    "AID": {"SUPPORT", "COOPERATE", "MOBILIZE", "ASSAULT"},
    "ASSAULT": {"MOBILIZE", "COERCE", "COOPERATE"},
    "AGREE": {"COOPERATE"},
}
"""Roots whose border is soft."""


def _answered(found, wanted):
    actor, act, target, polarity = wanted
    polarities = UNDONE if polarity in UNDONE else {polarity}
    acts = {act, *NEAR.get(act, ()), *(("REJECT",) if polarity == "refused" else ())}
    same = [(r, p) for a, r, t, p in found if a == actor and (not target or t == target)]
    return any(r in acts and (p in polarities or r == "REJECT") for r, p in same)


def test_of_our_own_sentences_three_deeds_in_four_are_found():
    asked = [(wanted, told(text, day)) for day, text, answers in our_own() for wanted in answers]
    missed = [wanted for wanted, found in asked if not _answered(found, wanted)]
    assert len(missed) <= len(asked) / 4, missed


def test_what_was_not_done_is_never_told_as_done():
    wrong = [
        (text, wanted)
        for day, text, answers in our_own()
        for wanted in answers
        if wanted[3] != "asserted" and (wanted[0], wanted[1], wanted[2] or None, "asserted") in told(text, day)
    ]
    assert wrong == []

"""What the fact finders tell of whole passages: worked out by hand, in texts of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.when import When

pytestmark = pytest.mark.model

HISTORY = (
    "The Balkan Pact, a league of Greece, Romania, Turkey and Yugoslavia signed at Athens in 1934, was no shield. "
    "Bulgaria refused to join it. In 1940 Greece asked Turkey for help; Turkey sent food and stayed out of the war."
)
WIRE = (
    "OSLO, May 3 - Norway's defence minister, Kari Lund, said on Tuesday that two Danish frigates would sail.\n\n"
    "Belgium accused Libya of shelling a convoy. It showed reporters no pictures. Tripoli denied that its guns had fired."
)
SUMMIT = (
    "The leaders of the GCC met in Muscat on Sunday. They adopted a joint declaration. There were no new sanctions, "
    "no new force and no new money. Few surprises came of it. The bloc is a paper tiger. Could it be otherwise?"
)


def by_kind(found, kind):
    return [f for f in found if f.kind == kind]


def test_a_list_of_members_is_one_membership_each(facts_of):
    members = [f for f in by_kind(facts_of(HISTORY), "membership") if f.status == "member"]
    assert [(f.subject.id, f.object.id) for f in members] == [(s, "balkan_pact") for s in ("GRC", "ROU", "TUR", "YUG")]


def test_a_refusal_to_join_is_no_membership(facts_of):
    (refusal,) = [f for f in by_kind(facts_of(HISTORY), "membership") if f.subject.id == "BGR"]
    assert (refusal.status, refusal.polarity) == ("joins", "refused")


def test_who_asked_whom_and_when(facts_of):
    (request,) = by_kind(facts_of(HISTORY), "request")
    assert (request.subject.id, request.object.id, request.value) == ("GRC", "TUR", "help")
    assert request.when.from_ == When("1940")


def test_help_sent_is_aid_with_its_giver(facts_of):
    (aid,) = by_kind(facts_of(HISTORY), "aid")
    assert (aid.subject.id, aid.value, aid.polarity) == ("TUR", "food", "asserted")


def test_an_allegation_says_that_no_evidence_was_offered_and_its_denial_stands_apart(facts_of):
    found = facts_of(WIRE, "2011-05-04")
    (charge,) = by_kind(found, "allegation")
    assert (charge.speaker.id, charge.accused.id, charge.evidence) == ("BEL", "LBY", "none_offered")
    (denial,) = by_kind(found, "denial")
    assert denial.speaker.id == "LBY" and "guns had fired" in denial.of


def test_an_office_has_person_title_and_state(facts_of):
    (office,) = by_kind(facts_of(WIRE, "2011-05-04"), "office")
    assert (office.subject.name, office.title, office.object.id) == ("Kari Lund", "defence minister", "NOR")


def test_a_meeting_that_brought_nothing_has_outcomes_of_nothing_and_its_declaration(facts_of):
    outcomes = by_kind(facts_of(SUMMIT), "summit_outcome")
    assert [(f.status, f.quote) for f in outcomes if f.status == "none"] == [
        ("none", "no new sanctions"),
        ("none", "no new force"),
        ("none", "no new money"),
    ]
    assert [f.subject.id for f in outcomes if f.status == "decided"] == ["gcc"]


def test_opinion_and_question_assert_nothing(facts_of):
    found = facts_of(SUMMIT)
    opinions = [f.quote for f in by_kind(found, "judgement")]
    assert opinions == ["Few surprises came of it", "The bloc is a paper tiger"]
    assert [f.quote for f in by_kind(found, "question")] == ["Could it be otherwise?"]
    assert not any("tiger" in f.quote for f in found if f.kind != "judgement")


def test_one_clause_about_two_states_gives_two_findings_with_ids_of_their_own(facts_of):
    found = by_kind(facts_of("Chile and Peru joined the OAS in 1948."), "membership")
    assert {f.subject.id for f in found} == {"CHL", "PER"}
    assert len({f.id for f in found}) == 2 and len({f.span for f in found}) == 1


def test_a_charge_is_no_fact(facts_of):
    found = facts_of("Iraq accused Kuwait of having signed a treaty with Israel and of sending it arms.")
    assert {f.kind for f in found} == {"allegation"}


HEAP = (
    "NATO Chile's the summit , . ; ( ) \" ' president Peru joined accused of member no new bases at in treaty signed "
    "and said that any critic is would asked for help 1992 military base five whom comprise will unlikely denied ? -"
)


@settings(max_examples=60, deadline=None)
@given(text=st.lists(st.sampled_from(HEAP.split()), max_size=40).map(" ".join))
def test_any_heap_of_words_is_read_and_each_finding_holds_its_own_words(facts_of, text):
    for finding in facts_of(text):
        assert finding.quote == text[slice(*finding.span)] and len(finding.quote) <= 400


def test_letters_that_grow_when_they_are_made_small_do_not_shift_a_finding(facts_of):
    found = by_kind(facts_of("İİİİİİİİİİ went by. A truce could be in the cards. Nobody slept."), "forecast")
    assert [f.quote for f in found] == ["A truce could be in the cards"]

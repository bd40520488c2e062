"""Whom words mean, in small texts of our own: names, descriptions, pronouns; none rather than a guess."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.names import Gazetteer
from foedus.nouns import Alliance, Document, Office, State, Threat
from foedus.reading.parsed import parse
from foedus.when import When

NAMES = Gazetteer.of(
    [
        State(id="TUR", name="Turkey", demonyms=("Turkish",), capitals=("Ankara",)),
        State(id="NOR", name="Norway", demonyms=("Norwegian",), capitals=("Oslo",)),
        State(id="EGY", name="Egypt", demonyms=("Egyptian",), capitals=("Cairo",)),
        State(id="FRA", name="France", demonyms=("French",), capitals=("Paris",)),
    ],
    [Alliance(id="nato", name="NATO", descriptions=("the alliance", "the pact"))],
    [Threat(id="islamic_state", name="Islamic State", descriptions=("the group",))],
    [Office(id="x", of="NOR", title="Prime Minister", person="Kari Nordmann", from_=When("2010"), until=When("2014"))],
)


@cache
def read(text, on="2012-05-01"):
    return next(iter(parse([Document(id="t", date=When(on), text=text)], NAMES)))


def meant(text, words, which=0):
    """Whom the words mean; the `which`-th time they stand in the text."""
    start = -1
    for _ in range(which + 1):
        start = text.index(words, start + 1)
    return read(text).resolve((start, start + len(words)))


def acted(text, words, target=False):
    start = text.index(words)
    return read(text).resolve.party((start, start + len(words)), target)


SPOKEN = [
    (
        "Omar Haddad, president of the NATO council, spoke first. He wanted peace, he said.",
        "he said",
        "Omar Haddad",
        "nato",
    ),
    ("Turkey's foreign minister, Ayla Demir, came to Oslo. She said little.", "She", "Ayla Demir", "TUR"),
    ("Kari Nordmann landed in Cairo. Mrs Nordmann smiled.", "Mrs Nordmann", "Kari Nordmann", "NOR"),
    ("The Norwegian defence ministry was calm. It denied everything.", "It", "Norwegian defence ministry", "NOR"),
    ("An Egyptian general arrived late. “We are ready,” he said.", "he said", "Egyptian general", "EGY"),
]


@pytest.mark.parametrize(("text", "words", "name", "for_"), SPOKEN)
def test_a_speaker_is_a_person_or_a_body_and_speaks_for_somebody(text, words, name, for_):
    speaker = meant(text, words)
    assert (speaker.name, speaker.for_) == (name, for_)


def test_a_former_envoy_speaks_for_nobody():
    envoy = meant("A former Turkish envoy shook her head.", "A former Turkish envoy")
    assert (envoy.name, envoy.for_) == ("former Turkish envoy", None)


def test_a_description_comes_back_to_what_goes_by_it():
    text = "Islamic State took the town. NATO met in Paris. The group held it, and the alliance did nothing."
    assert meant(text, "The group").id == "islamic_state"
    assert meant(text, "the alliance").id == "nato"


def test_a_short_name_that_the_text_gives_leads_to_the_full_one():
    text = "The Free Farmers Union (FFU) marched. Police met the FFU at the gate."
    assert meant(text, "FFU", 1).name == "Free Farmers Union"


def test_two_that_fit_equally_give_none():
    assert meant("Peter and Paul came. Nobody knows what he said.", "he said") is None


def test_it_that_stands_for_nobody_means_nobody():
    assert meant("Turkey waited. It is easy to wait.", "It") is None


def test_a_statement_is_its_owners():
    assert meant("Ayla Demir spoke early. By her account all went well.", "her account").name == "Ayla Demir"


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("The Turkish army crossed the river.", "The Turkish army", "TUR"),
        ("Ankara sent tanks.", "Ankara", "TUR"),
        ("Norwegian soldiers landed.", "Norwegian soldiers", "NOR"),
        ("Kari Nordmann refused.", "Kari Nordmann", "NOR"),
        ("NATO forces left.", "NATO forces", "nato"),
        ("Turkey waited. Its ambassador asked for help.", "Its ambassador", "TUR"),
    ],
)
def test_what_acts_for_a_state_is_the_state(text, words, id):
    assert acted(text, words).id == id


def test_not_all_that_is_turkish_is_turkey():
    assert acted("Turkish poets wept.", "Turkish poets") is None


def test_what_belongs_to_a_state_is_the_state_only_as_a_target():
    text = "Rockets fell on the Norwegian embassy and Norwegian villages."
    assert acted(text, "Norwegian villages", target=True).id == "NOR"
    assert acted(text, "Norwegian villages") is None


def test_a_leader_out_of_office_still_leads_to_the_state_once_served():
    parsed = read("Kari Nordmann had asked for help.", "2020-01-01")
    assert parsed.resolve((0, 13)).for_ is None
    assert parsed.resolve.party((0, 13)).id == "NOR"


PIECES = [
    "The ",
    "group",
    "its ",
    "He ",
    "said ",
    ". ",
    "“",
    "”",
    "NATO",
    "'s ",
    "Mr ",
    "Nordmann ",
    ", ",
    "- ",
    "(NT)",
    "\n\n",
    "who ",
    "é",
    "Oslo ",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_has_an_answer_for_any_words(text):
    parsed = next(iter(parse([Document(id="t", date=When("2012"), text=text)], NAMES)))
    for token in parsed.doc:
        named = parsed.resolve(parsed.span(token))
        assert named is None or named.name
        parsed.resolve.party(parsed.span(token), target=True)


@pytest.mark.model
def test_the_organisation_is_the_one_that_the_text_is_about():
    from foedus.reading.page import document
    from foedus.verbs.read import read

    text = (
        "NATO met in Madrid. NATO sent a mission. NATO has 30 members. Some of them belong to the EU as well. "
        "The organisation did nothing for Mali in 2012."
    )
    deeds = [f for f in read(document(text, "x")).findings if f.kind == "deed" and f.act == "AID"]
    assert [d.actor.id for d in deeds] == ["nato"]

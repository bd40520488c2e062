"""Whom names mean, in small texts of our own and on the day of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.names import Gazetteer, folded
from foedus.nouns import Actor, Alliance, Body, Office, Place, State, Threat
from foedus.when import When

STATES = (
    State(
        id="RUS",
        name="Soviet Union",
        from_=When("1922-12-30"),
        until=When("1991-12-26"),
        aliases=("USSR", "Russia"),
        demonyms=("Soviet", "Russian"),
        capitals=("Moscow",),
        metonyms=("Kremlin",),
    ),
    State(
        id="RUS",
        name="Russia",
        from_=When("1991-12-26"),
        demonyms=("Russian", "Russians", "Russo-"),
        capitals=("Moscow",),
        metonyms=("Kremlin",),
    ),
    State(id="USA", name="United States", aliases=("US", "U.S."), demonyms=("American",), capitals=("Washington",)),
    State(id="TUR", name="Turkey", aliases=("Türkiye",), demonyms=("Turkish", "Turks"), capitals=("Ankara",)),
    State(id="GEO", name="Georgia", from_=When("1991-04-09"), demonyms=("Georgian",), capitals=("Tbilisi",)),
    State(id="JOR", name="Jordan", from_=When("1946-05-25"), capitals=("Amman",)),
    State(id="CHN", name="China", capitals=("Beijing",)),
    State(id="CIV", name="Ivory Coast", aliases=("Côte d'Ivoire",)),
    State(id="DEU", name="West Germany", from_=When("1949"), until=When("1990-10-03"), capitals=("Bonn",)),
)
ALLIANCES = (
    Alliance(id="csto", name="Collective Security Treaty Organization", aliases=("CSTO",), founded=When("1992-05-15")),
    Alliance(id="seato", name="SEATO", founded=When("1954"), dissolved=When("1977"), descriptions=("the pact",)),
)
OFFICES = (
    Office(id="o1", of="RUS", title="President", person="Vladimir Putin", from_=When("1999-12-31"), aliases=("Putin",)),
    Office(
        id="o2",
        of="USA",
        title="President",
        person="Lyndon B. Johnson",
        from_=When("1963-11-22"),
        until=When("1969-01-20"),
    ),
    Office(id="o3", of="JOR", title="King", person="Abdullah II", from_=When("1999-02-07"), aliases=("King Abdullah",)),
    Office(id="o4", of="CHN", title="President", person="Xi Jinping", from_=When("2013-03-14")),
)
OTHERS = (
    Threat(id="islamic_state", name="Islamic State", aliases=("ISIS", "IS"), from_=When("2006")),
    Body(id="duma", of="RUS", name="State Duma", aliases=("Duma",)),
    Place(id="crimea", name="Crimea", de_jure="UKR", de_facto="RUS"),
    Actor(id="reuters", name="Reuters", kind="medium"),
)
NAMES = Gazetteer.of(STATES, ALLIANCES, OFFICES, OTHERS)


def found(text, on=None):
    return [(text[m.start : m.end], m.name, m.id) for m in NAMES.find(text, When(on) if on else None)]


def test_a_state_bears_the_name_of_its_day():
    assert found("Moscow and the Russians", "1968-08-21")[0] == ("Moscow", "Soviet Union", "RUS")
    assert found("Moscow and the Russians", "2015-09-20")[0] == ("Moscow", "Russia", "RUS")


def test_a_name_of_the_past_keeps_its_own_name_in_a_later_text():
    assert found("born in the Soviet Union", "2015") == [("Soviet Union", "Soviet Union", "RUS")]


def test_a_capital_acts_for_its_state_only_while_it_is_one():
    (bonn,) = NAMES.find("Bonn said no.", When("1985"))
    assert (bonn.for_, bonn.form, bonn.kind) == ("DEU", "capital", "state")
    (bonn,) = NAMES.find("She lives in Bonn.", When("2015"))
    assert (bonn.name, bonn.kind) == ("Bonn", "place")


def test_the_longest_name_wins_and_names_are_whole_words():
    assert found("the Collective Security Treaty Organization (CSTO)") == [
        ("Collective Security Treaty Organization", "CSTO", "csto"),
        ("CSTO", "CSTO", "csto"),
    ]
    assert found("Turkeys, US$ and CSTOs") == [("US", "United States", "USA")]


def test_capital_letters_count():
    assert found("They ate turkey and told us so.") == []
    assert found("MOSCOW, 3 May.") == [("MOSCOW", "Russia", "RUS")]
    assert found("THIS IS THE END") == []


def test_accents_quotes_and_hyphens_are_no_hindrance():
    assert found("Côte d’Ivoire, Cote d'Ivoire and the Russo-Turkish war") == [
        ("Côte d’Ivoire", "Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "Ivory Coast", "CIV"),
        ("Russo-", "Russia", "RUS"),
        ("Turkish", "Turkey", "TUR"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Michael Jordan scored.", "the South China Sea", "the Washington Monument", "Atlanta, Georgia, and Alabama"],
)
def test_a_name_inside_another_is_not_the_state(text):
    assert found(text, "2016") == []


def test_georgia_in_the_caucasus_is_the_state():
    assert found("Georgia and its neighbours met in Tbilisi.", "2016")[0] == ("Georgia", "Georgia", "GEO")


def test_a_surname_stands_for_its_bearer_after_a_title_in_office_or_once_named_in_full():
    assert found("President Johnson warned him.", "1964-06-05") == [("Johnson", "Lyndon B. Johnson", None)]
    assert found("President Johnson warned him.", "1975-06-05") == []
    assert found("Johnson warned him.", "1964-06-05") == []
    assert [f[1] for f in found("Lyndon B. Johnson came. Johnson left.", "1964")] == ["Lyndon B. Johnson"] * 2
    assert found("Xi Jinping met Xi.", "2015")[1] == ("Xi", "Xi Jinping", None)


def test_a_person_speaks_for_the_office_of_the_day_and_acted_for_the_last_one():
    (johnson,) = NAMES.find("Lyndon B. Johnson", When("1966"))
    assert (johnson.for_, johnson.for_name, johnson.once) == ("USA", "United States", None)
    (johnson,) = NAMES.find("Lyndon B. Johnson", When("1971"))
    assert (johnson.for_, johnson.once, johnson.for_name) == (None, "USA", "United States")


def test_nobody_writes_of_a_leader_before_his_time_nor_of_a_pact_before_it_was_made():
    assert found("Putin and SEATO", "1950") == []
    assert found("SEATO", "2001") == [("SEATO", "SEATO", "seato")]


def test_descriptions_come_without_their_article():
    (pact,) = NAMES.find("SEATO")
    assert pact.called == ("pact",)


@given(st.text(max_size=300))
def test_folding_keeps_every_character_in_its_place(text):
    assert len(folded(text)) == len(text)


@given(
    st.lists(st.sampled_from(["Moscow", " ", "CSTO", "-", "’s", "Putin", "\n", "U.S.", "é", "x", "Jordan"]), max_size=30)
)
def test_mentions_are_sorted_apart_and_inside_the_text(pieces):
    text = "".join(pieces)
    reach = 0
    for m in NAMES.find(text, When("2015")):
        assert reach <= m.start < m.end <= len(text)
        reach = m.end

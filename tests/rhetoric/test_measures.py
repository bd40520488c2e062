"""Attributions, use at home, own acts, what a text has its speakers say: small cases worked out by hand."""

import pytest

from foedus.nouns import (
    Aid,
    Document,
    LegalStatus,
    Named,
    PoliticalParty,
    ReadingResult,
    Repression,
    Response,
    State,
    Statement,
    Threat,
    View,
)
from foedus.rhetoric.at_home import use_at_home
from foedus.rhetoric.attribution import Attribution, interval, precision
from foedus.rhetoric.events import with_events
from foedus.rhetoric.own_acts import own_acts
from foedus.rhetoric.spoken import framed, said
from foedus.when import When

BAND = Threat(id="band", name="Red Band", aliases=("RB",))


def attribution(event, found, speaker="Ann", state=""):
    fields = dict.fromkeys(("name", "threat", "accused", "offered", "because"), "") | {"state": state}
    return Attribution(event=event, speaker=speaker, on=When("2010"), found=found, sources=(), **fields)


def test_two_events_and_none_supported_leave_the_share_anything_up_to_four_fifths():
    p = precision([attribution("a", "nothing found"), attribution("b", "contradicted")])
    assert (p.supported, p.contradicted, p.nothing_found, p.share, p.low) == (0, 1, 1, 0, 0)
    assert p.high == pytest.approx(1 - 0.05**0.5)


def test_an_event_that_two_ascribed_counts_once_and_is_shown_twice():
    p = precision([attribution("a", "supported"), attribution("a", "supported", "Bob")])
    assert p.supported == 1 and p.share == 1 and len(p.attributions) == 2


def test_nothing_ascribed_is_no_share():
    assert precision([]).share is None


def test_the_exact_interval_of_three_in_ten():
    assert interval(3, 10, 0.9) == (pytest.approx(0.0873, abs=1e-4), pytest.approx(0.6066, abs=1e-4))


def repression(on, kind):
    return Repression(id=f"r{on}{kind}", of="AAA", on=When(on), kind=kind, against="party")


PARTY = PoliticalParty(id="party", of="AAA", name="Party", statuses=(LegalStatus(status="legal", from_=When("2001")),))


def test_acts_are_counted_before_and_after_the_label_and_apart_where_the_date_does_not_tell():
    acts = [repression("2010-01", "arrest"), repression("2010-05-02", "label"), repression("2010-05", "raid")]
    acts += [repression("2010-05-02", "ban"), repression("2011", "exile")]
    use = use_at_home("AAA", acts, [PARTY])
    (one,) = use.opponents
    assert (one.labelled, one.before, one.unclear, one.after) == ("2010-05-02", 1, 1, 2)
    assert (use.repressed, use.labelled, use.labelled_first) == (1, 1, 0)
    assert [e.kind for e in one.timeline] == ["legal", "arrest", "raid", "ban", "label", "exile"]


def test_the_label_that_a_court_gave_as_a_status_counts_as_a_label():
    party = PoliticalParty(
        id="party", of="AAA", name="P", statuses=(LegalStatus(status="terrorist_label", from_=When("2009")),)
    )
    use = use_at_home("AAA", [repression("2010-01-01", "arrest")], [party])
    assert use.opponents[0].labelled == "2009" and use.labelled_first == 1


def test_who_was_never_labelled_has_only_acts_before():
    (one,) = use_at_home("AAA", [repression("2010-01-01", "arrest")], []).opponents
    assert (one.labelled, one.before, one.after) == (None, 1, 0)


def test_another_state_s_acts_are_not_told():
    assert use_at_home("BBB", [repression("2010-01-01", "arrest")], []).opponents == ()


def test_own_acts_are_those_of_the_year_after_that_were_done():
    acts = [
        Aid(id="before", giver="AAA", receiver="BBB", form="money", on=When("2010-01-01")),
        Aid(id="after", giver="AAA", receiver="BBB", form="troops", on=When("2010-03-03")),
        Aid(id="other", giver="CCC", receiver="BBB", form="troops", on=When("2010-03-03")),
        Aid(id="late", giver="AAA", receiver="BBB", form="troops", on=When("2011-03-03")),
        Response(id="no", crisis="c", by="AAA", on=When("2010-04-01"), form="troops", polarity="refused"),
    ]
    (one,) = own_acts({"AAA"}, When("2010-02-01"), acts)
    assert (one.fact, one.days_after, one.form) == ("after", 30, "troops")


TEXT = "RB grows, a menace, as Ann called it. Our border is safe, Bob said. Milk is dear, Bob said. All monks are RB."


def statement(words, speaker="Bob", cue_polarity="asserted"):
    start = TEXT.index(words)
    span = start, start + len(words)
    named = Named(name=speaker, for_="AAA") if speaker else None
    fields = {"id": words, "kind": "statement", "span": span, "quote": words, "rule": "r", "mode": "indirect"}
    return Statement(**fields, content=(span,), speaker=named, cue_polarity=cue_polarity)


def read(*findings):
    return ReadingResult(document=Document(id="d", text=TEXT), findings=findings)


def test_statements_are_told_by_how_they_name_the_threat():
    reading = read(statement("a menace", "Ann"), statement("RB grows", "Ann"), statement("Our border is safe"))
    assert [(s.words, s.names) for s in said(reading, BAND)] == [
        ("a menace", "in the sentence"),
        ("RB grows", "in the words"),
        ("Our border is safe", "no"),
    ]


def test_what_is_not_about_security_or_was_not_said_is_left_out():
    nobody, negated = statement("RB grows", None), statement("RB grows", cue_polarity="negated")
    assert list(said(read(nobody, negated, statement("Milk is dear")), BAND)) == []


def test_a_frame_that_nobody_in_particular_spreads_is_the_author_s_to_tell():
    words = "All monks are RB"
    start = TEXT.index(words)
    frame = View(id="f", kind="frame", span=(start, start + len(words)), quote=words, rule="r")
    (one,) = framed(read(frame), BAND)
    assert one.by is None and one.words == words


GED = "id,year,country_id,side_a,side_b,latitude,longitude,date_start,best"
ALAND = State(id="AAA", name="Aland", gw=7)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("11,2010,7,Police,Red Band,1,1,2010-03-02 00:00:00.000,3", "supported"),
        ("11,2010,7,Red Band,Civilians,1,1,2010-02-28,3", "supported"),
        ("11,2010,7,Police,Blue Gang,1,1,2010-03-01,3", "nothing found"),
        ("11,2010,8,Police,Red Band,1,1,2010-03-01,3", "nothing found"),
        ("11,2010,7,Police,Red Band,1,1,2010-03-03,3", "nothing found"),
    ],
)
def test_ucdp_supports_what_it_has_in_that_state_within_a_day_and_its_silence_is_no_denial(tmp_path, row, found):
    (tmp_path / "ged.csv").write_text(f"{GED}\n{row}\n")
    threat = Threat(id="band", name="Red Band", ucdp=("Red Band",))
    claim = attribution("fire", "nothing found", state="AAA")
    (one,) = with_events([claim], {"fire": When("2010-03-01")}, threat, [ALAND], tmp_path / "ged.csv")
    assert one.found == found and one.sources == (("ucdp ged 11",) if found == "supported" else ())
    assert with_events([claim], {}, threat, [ALAND], None) == [claim]

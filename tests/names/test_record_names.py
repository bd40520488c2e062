"""What the shipped record says of states and members, and how it stands beside outside tables."""

import csv
from collections import Counter

import pytest

from foedus.nouns import Document
from foedus.reading.parsed import parse
from foedus.verbs import opened
from foedus.verbs.read import gazetteer
from foedus.when import When, before, within


def members(alliance, on, status="member"):
    day = When(on)
    rows = opened.shelf().memberships
    return {m.state for m in rows if m.of == alliance and m.status == status and within(day, m.from_, m.until)}


def test_nineteen_states_were_in_nato_in_september_2001():
    assert len(members("nato", "2001-09-11")) == 19


def test_six_states_were_in_the_eu_and_not_in_nato_in_2015():
    eu, nato = members("eu", "2015-09-15"), members("nato", "2015-09-15")
    assert eu - nato == {"AUT", "CYP", "FIN", "IRL", "MLT", "SWE"}
    assert len(eu & nato) == 22


def test_the_united_kingdom_left_the_eu_at_the_end_of_january_2020():
    assert "GBR" in members("eu", "2020-01-31")
    assert "GBR" not in members("eu", "2020-02-01")


def test_tajikistan_is_mooted_for_the_eaeu_and_never_a_member():
    assert members("eaeu", "2015-09-15") == {"ARM", "BLR", "KAZ", "KGZ", "RUS"}
    mooted = [m for m in opened.shelf().memberships if m.of == "eaeu" and m.status == "mooted"]
    assert [(m.state, m.by) for m in mooted] == [("TJK", "Casey Michel, The Diplomat")]


def test_albania_and_east_germany_left_the_warsaw_pact_early():
    assert len(members("warsaw_pact", "1960-01-01")) == 8
    assert "ALB" not in members("warsaw_pact", "1968-09-14")
    assert members("warsaw_pact", "1991-01-01") == {"BGR", "CSK", "HUN", "POL", "ROU", "RUS"}


def test_georgia_left_the_cis_and_turkmenistan_became_an_associate():
    assert "GEO" in members("cis", "2008-08-08")
    assert "GEO" not in members("cis", "2009-08-18")
    assert "TKM" in members("cis", "2008-08-08", "associate")
    assert "UKR" not in members("cis", "2000-01-01")


def test_the_united_nations_had_51_founders_and_have_193_members():
    assert len(members("un", "1945-12-31")) == 51
    assert len(members("un", "2015-01-01")) == 193


def test_no_state_bears_two_names_on_one_day():
    rows = opened.shelf().states
    twice = [(a.id, a.name, b.name) for a in rows for b in rows if a is not b and a.id == b.id and _meet(a, b)]
    assert {t[0] for t in twice} <= {"FRA"}  # Vichy France is France under another name


def _meet(a, b):
    later = a.from_ or When("1000")
    return within(later, b.from_, b.until) and a.name != b.name


def test_every_state_of_today_in_cow_has_its_number_in_gleditsch_and_ward_too():
    today = {state.id: (state.cow, state.gw) for state in opened.shelf().states if state.until is None}
    assert [id for id, (cow, gw) in today.items() if cow and not gw] == []
    assert today["KIR"] == (946, 970) and today["NRU"] == (970, 971), "970 is another state in each list"


def test_every_office_is_of_somebody_the_record_knows():
    shelf = opened.shelf()
    known = {x.id for x in (*shelf.states, *shelf.alliances, *shelf.bodies, *shelf.threats, *shelf.actors)}
    assert {o.of for o in shelf.offices} <= known


def test_an_office_ends_after_it_began():
    assert not [o.id for o in opened.shelf().offices if o.from_ and o.until and before(o.until, o.from_)]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "number", "field"), [("states2016.csv", "ccode", "cow"), ("gw_states.csv", "gwcode", "gw")]
)
def test_every_state_of_the_outside_tables_has_its_number_here(shared, file, number, field):
    ours = {getattr(s, field) for s in opened.shelf().states}
    with (shared / "data" / "states" / file).open(encoding="utf8") as rows:
        assert {int(float(row[number])) for row in csv.DictReader(rows)} <= ours


@pytest.mark.shared
def test_speakers_of_the_development_articles_are_named(shared):
    """At least nine in ten of the speakers' names, where the words that name them are given."""
    import json

    rows = [json.loads(line) for line in (shared / "gold/deeds/articles.jsonl").open(encoding="utf8")]
    documents = [Document(id=r["id"], date=When(r["date"]), text=r["text"]) for r in rows]
    tally = Counter()
    for row, parsed in zip(rows, parse(documents, gazetteer()), strict=True):
        for said in row["statements"]:
            named = parsed.resolve(tuple(said["speaker_text_span"]))
            tally[bool(named) and named.name.split()[-1].lower() in said["speaker"].lower()] += 1
    assert tally[True] >= 0.9 * tally.total()

"""The record answers a finding by its facts; where it does not cover the matter it is silent, which is not a no."""

import pytest
from tests.shelf.world import LEAGUE, write

from foedus.corroboration import comparisons
from foedus.nouns import Document, FactFinding, Interval, Named, ReadingResult, Statement
from foedus.shelf import read
from foedus.when import When

CLUB = """
[[alliances]]
id = "club"
name = "Club"
[[memberships]]
id = "club_aaa"
of = "club"
state = "AAA"
from = "1950"
[[summits]]
id = "s1"
of = "club"
name = "Summit"
on = "1955-05-25"
outcomes = [{ what = "a charter" }]
[[offices]]
id = "o1"
of = "club"
title = "President"
person = "Ann Alpha"
from = "1950"
until = "1960"
"""
BOTH = Interval(from_=When("1955-06-01"), to=When("1955-06-01"), precision="day")
NAMES = {"AAA": "Aland", "BBB": "Bland", "league": "League of Two", "club": "Club", "unheard": "Unheard"}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return read([write(tmp_path_factory.mktemp("record"), league__toml=LEAGUE, club__toml=CLUB)])


def finding(subject, object, kind="membership", **more):
    named = {id: Named(name=NAMES[id], id=id) for id in (subject, object) if id}
    fields = {"id": "f", "kind": kind, "span": (0, 4), "quote": "text", "rule": "r", "when": BOTH}
    return FactFinding(**(fields | {"subject": named.get(subject), "object": named.get(object)} | more))


def answer(shelf, *findings):
    document = Document(id="d", date=When("1955-06-02"), text="text text text")
    return next(iter(comparisons(ReadingResult(document=document, findings=findings), shelf)))


@pytest.mark.parametrize(
    ("told", "record", "facts"),
    [
        (finding("AAA", "league", status="member"), "supported", ("league_aaa",)),
        (finding("BBB", "club", status="member"), "contradicted", ()),
        (finding("BBB", "club", status="member", polarity="negated"), "supported", ()),
        (finding("AAA", "league", status="mooted"), "contradicted", ("league_aaa",)),
        (finding("AAA", "unheard", status="member"), "silent", ()),
        (finding(None, "league", status="member"), "silent", ()),
    ],
)
def test_a_membership_is_held_against_the_members_of_that_day(shelf, told, record, facts):
    got = answer(shelf, told)
    assert (got.record, got.facts) == (record, facts)


def test_that_one_club_is_the_way_into_another_is_contradicted_by_a_member_of_the_other_alone(shelf):
    got = answer(shelf, finding("club", "league", status="required"))
    assert got.record == "contradicted" and got.facts == ("league_bbb",) and "1 of 2 members of league" in got.because


def test_a_rule_that_no_member_contradicts_is_not_proved(shelf):
    assert answer(shelf, finding("league", "club", status="required")).record == "silent"


def test_a_statement_is_answered_through_what_was_said_in_it(shelf):
    inner = finding("club", "league", status="required")
    said = Statement(
        id="s", kind="statement", span=(0, 9), quote="text text", rule="r", mode="indirect", content=((0, 9),)
    )
    assert answer(shelf, said, inner).record == "contradicted"


@pytest.mark.parametrize(
    ("status", "value", "record"),
    [
        ("none", "no charter", "contradicted"),
        ("none", "no agreements", "contradicted"),
        ("none", "no new bases", "supported"),
        ("", "a charter", "supported"),
    ],
)
def test_what_a_summit_is_said_not_to_bring_is_held_against_what_it_brought(shelf, status, value, record):
    told = finding("club", None, kind="summit_outcome", status=status, value=value)
    assert answer(shelf, told).record == record


@pytest.mark.parametrize(("person", "record"), [("Ann Alpha", "supported"), ("Alpha", "supported"), ("Bob", "silent")])
def test_an_office_is_held_against_who_held_it_then(shelf, person, record):
    told = finding(None, "club", kind="office", title="president")
    got = answer(
        shelf, FactFinding(**{f: getattr(told, f) for f in told.__struct_fields__} | {"subject": Named(name=person)})
    )
    assert got.record == record

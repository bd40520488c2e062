"""Each verb says what its source says, in the right years and the right direction."""

import math

import pytest
from world import write

from foedus.nouns import FoedusError, Membership, State, Treaty, Wording
from foedus.nouns.treaties import Period
from foedus.panel import (
    capabilities,
    capital_distance,
    civil_wars,
    codes,
    conflicts,
    contiguity,
    crises,
    democracy,
    disputes,
    duties,
    dyad_years,
    majors,
    organisations,
    peace_years,
    relevant,
    state_years,
    wars,
)
from foedus.panel.add import names, verb
from foedus.shelf import Edition, Shelf
from foedus.when import When


def row(panel, *key):
    """One row of a panel as a dict without its keys."""
    relation = panel.relation()
    where = " AND ".join(f"{name} = {value}" for name, value in zip(panel.frame.keys, key, strict=True))
    (values,) = relation.filter(where).fetchall()
    return dict(list(zip(relation.columns, values, strict=True))[len(key) :])


def column(panel, name, *states):
    """(year, value) of a column for one state or pair."""
    where = " AND ".join(f"{n} = {v}" for n, v in zip(panel.frame.keys, states, strict=False))
    return panel.relation().filter(where).order("year").project(f"year, {name}").fetchall()


@pytest.mark.parametrize("name", names())
def test_every_verb_says_what_it_adds_and_where_from(name):
    doc = verb(name).__doc__
    assert "`" in doc and any(word in doc for word in ("Source", "source", "Unit", "omputed", "null")), name


def test_scores_of_a_state_stand_twice_in_a_pair(states, tmp_path):
    scores = [{"ccode": 10, "year": 1990, "euds": 1.5, "polity2": 9}, {"ccode": 40, "year": 1990, "euds": -0.5}]
    panel = dyad_years(states).add(democracy(write(tmp_path / "d", "democracy", "democracy_scores", scores)))
    found = row(panel, 10, 40, 1990)
    assert (found["euds1"], found["polity21"], found["euds2"]) == (1.5, 9, -0.5)
    assert row(panel, 10, 40, 1991)["euds1"] is None


def test_capabilities_are_unknown_where_coded_minus_nine(states, tmp_path):
    nmc = [{"ccode": 10, "year": 1990, "milex": -9, "milper": 12.5, "cinc": 0.25}]
    found = row(state_years(states).add(capabilities(write(tmp_path / "c", "capabilities", "nmc", nmc))), 10, 1990)
    assert (found["milex"], found["milper"], found["cinc"]) == (None, 12.5, 0.25)


@pytest.fixture
def world(states, tmp_path):
    """Asteria is a major power 1900-1910; Asteria and Dunmark touch by land from 1905, over water before."""
    major = {"stateabb": "AST", "ccode": 10, "styear": 1900, "stmonth": 5, "stday": 1, "endyear": 1910, "version": 2016}
    write(states, "states", "cow_majors", [major])
    spells = [("1850-05-01", "1905-03-01", 3), ("1905-03-01", "2016-12-01", 1)]
    rows = [
        {"ccode1": a, "ccode2": b, "conttype": kind, "stdate": start, "enddate": end}
        for a, b in ((10, 40), (40, 10))
        for start, end, kind in spells
    ]
    return states, write(tmp_path / "contiguity", "contiguity", "contiguity_spells", rows)


def test_neighbours_are_as_close_as_they_came_in_the_year(world):
    states, folder = world
    panel = dyad_years(states, directed=False).add(contiguity(folder))
    assert dict(column(panel, "conttype", 10, 40)) | {1904: 3, 1905: 1, 2016: 1} == dict(
        column(panel, "conttype", 10, 40)
    )
    assert row(panel, 10, 30, 1950) == {"conttype": 0}


def test_a_pair_is_relevant_by_a_border_or_a_great_power(world):
    states, folder = world
    panel = dyad_years(states).add(majors(), contiguity(folder), relevant())
    assert [row(panel, 10, 30, year)["relevant"] for year in (1905, 1911)] == [1, 0]
    assert row(panel, 40, 10, 1950)["relevant"] == 1
    assert row(panel, 30, 40, 1950)["relevant"] == 0
    with pytest.raises(FoedusError, match=r"relevant needs the column conttype, cowmaj1, cowmaj2: .*contiguity, majors"):
        dyad_years(states).add(relevant()).sql()


def test_only_rows_that_meet_a_condition_are_kept(world):
    states, folder = world
    panel = dyad_years(states).add(majors(), contiguity(folder), relevant()).where("relevant = 1")
    assert {value for _, value in column(panel, "relevant", 10, 30)} == {1}
    with pytest.raises(FoedusError, match="no condition on columns of the panel"):
        dyad_years(states).where("colour = 1").build()


def test_capitals_on_the_equator_a_quarter_turn_apart_are_a_quarter_of_it_apart(states, tmp_path):
    about = [
        {"ccode": 10, "capital": "Alba", "stdate": "1816-01-01", "enddate": "2024-12-31", "lat": 0, "lng": 0},
        {"ccode": 40, "capital": "Dor", "stdate": "1850-05-01", "enddate": "1900-06-30", "lat": 0, "lng": 90},
        {"ccode": 40, "capital": "Dun", "stdate": "1900-07-01", "enddate": "2024-12-31", "lat": 0, "lng": 1},
    ]
    panel = dyad_years(states).add(capital_distance(write(tmp_path / "k", "capitals", "capitals", about)))
    quarter = 6378.137 * math.pi / 2
    assert row(panel, 10, 40, 1900)["capdist"] == pytest.approx(quarter, abs=0.01)
    assert row(panel, 10, 40, 1901)["capdist"] == pytest.approx(quarter / 90, abs=0.01)
    assert row(panel, 10, 30, 1950)["capdist"] is None


def test_shared_organisations_are_those_of_which_both_are_full_members(states, tmp_path):
    folder = tmp_path / "igo"
    folder.mkdir()
    standing = "ccode,year,state,abc,def,ghi\n10,1950,asteria,1,1,-9\n40,1950,dunmark,1,2,1\n"
    (folder / "state_year_format3.csv").write_text(standing)
    assert row(dyad_years(states, last_year=1950).add(organisations(folder)), 10, 40, 1950) == {"igo_shared": 1}
    alone = row(state_years(states, last_year=1950).add(organisations(folder)), 40, 1950)
    assert alone == {"igo_full": 2, "igo_associate": 1, "igo_observer": 0, "igo_any": 3}


@pytest.fixture
def at_war(tmp_path):
    """War 1: Asteria from December 1913 and Corvia from March 1914 against Dunmark, until 1915; Corvia left in 1914."""

    def fought(state, side, since, until):
        begin = dict(zip(("StartYear1", "StartMonth1", "StartDay1"), since, strict=True))
        end = dict(zip(("EndYear1", "EndMonth1", "EndDay1"), until, strict=True))
        about = {"WarNum": 1, "WarName": "the long war", "ccode": state, "Side": side, "Version": 4}
        return {name.lower(): value for name, value in (about | begin | end).items()} | {"startyear2": -8, "endyear2": -8}

    rows = [
        fought(10, 1, (1913, 12, 1), (1915, 2, -9)),
        fought(30, 1, (1914, 3, 1), (1914, 6, 1)),
        fought(40, 2, (1913, 12, 1), (1915, 2, 1)),
    ]
    return write(tmp_path / "wars", "wars", "cow_interstate", rows)


def test_a_war_sets_its_two_sides_against_each_other_and_allies_not(states, at_war):
    panel = dyad_years(states, last_year=2010).add(wars(at_war))
    years = [(y, v) for y, v in column(panel, "cowinterongoing", 10, 40) if v]
    assert years == [(1913, 1), (1914, 1), (1915, 1)]
    assert [y for y, v in column(panel, "cowinteronset", 10, 40) if v] == [1913]
    assert [y for y, v in column(panel, "cowinterongoing", 30, 40) if v] == [1914]
    assert not any(v for _, v in column(panel, "cowinterongoing", 10, 30))
    assert row(panel, 40, 10, 1914)["cowinterwars"] == "1" and row(panel, 10, 40, 2008)["cowinterongoing"] is None


def test_a_state_at_war(states, at_war):
    panel = state_years(states).add(wars(at_war))
    assert [(y, v) for y, v in column(panel, "cowinterongoing", 30) if v] == [(1914, 1)]


def test_a_civil_war_counts_for_the_state_at_home_and_for_one_that_steps_in(states, tmp_path):
    about = {"warnum": 5, "wartype": 4, "version": "4.1", "startyear2": -8, "endyear2": -8}
    rows = [
        about | {"ccodea": 10, "ccodeb": -8, "startyear1": 1930, "endyear1": 1931},
        about | {"ccodea": -8, "ccodeb": 40, "startyear1": 1931, "endyear1": 1931},
        about | {"warnum": 6, "wartype": 7, "ccodea": 30, "ccodeb": -8, "startyear1": 1930, "endyear1": 1931},
    ]
    panel = state_years(states).add(civil_wars(write(tmp_path / "wars", "wars", "cow_intrastate", rows)))
    assert [y for y, v in column(panel, "cowintraongoing", 10) if v] == [1930, 1931]
    assert [y for y, v in column(panel, "cowintraonset", 40) if v] == [1931]
    assert not any(v for _, v in column(panel, "cowintraongoing", 30))
    left = panel.build().dropped("civil_wars").project("ccode, rule").fetchall()
    assert left == [(30, "another type of war")]


def record(**more):
    """A record of the world's states, with the numbers of both systems."""

    def state(id, number, gw, since, until=None):
        return State(id=id, name=id, cow=number, gw=gw, from_=When(since), until=until and When(until))

    held = (
        state("AST", 10, 11, "1800"),
        state("BOR", 20, 20, "1800", "1900-06-30"),
        state("COR", 30, 31, "1900-07-01"),
        state("DUN", 40, 41, "1850-05-01", "1950-07-01"),
        state("DNK", 40, 42, "1950-07-01"),
    )
    return Shelf(states=held, edition=Edition("1", When("2020-01-01")), **more)


def test_codes_are_those_of_the_year_and_in_a_year_of_change_of_its_end(states):
    panel = state_years(states).add(codes(shelf=record()))
    assert [row(panel, 40, year) for year in (1949, 1950, 1951)] == [
        {"iso3": "DUN", "gwcode": 41},
        {"iso3": "DNK", "gwcode": 42},
        {"iso3": "DNK", "gwcode": 42},
    ]


@pytest.fixture
def ucdp(tmp_path):
    rows = [
        {"conflict_id": 7, "year": 1960, "gwno_a": "11", "gwno_b": "31", "gwno_b_2nd": "42", "intensity_level": 2},
        {"conflict_id": 8, "year": 1961, "gwno_a": "11", "gwno_b": "", "gwno_a_2nd": "31", "intensity_level": 1},
    ]
    blank = {"gwno_a_2nd": "", "gwno_b_2nd": "", "start_date2": "1960-05-01", "version": "23.1"}
    return write(tmp_path / "ucdp", "ucdp", "ucdp_conflicts", [blank | one for one in rows])


def test_a_conflict_counts_for_side_b_as_for_side_a(states, ucdp):
    panel = state_years(states, years=(1960, 1961)).add(codes(shelf=record()), conflicts(ucdp))
    assert column(panel, "ucdpongoing", 10) == [(1960, 1), (1961, 1)]
    assert column(panel, "ucdpongoing", 30) == [(1960, 1), (1961, 0)]
    assert column(panel, "ucdponset", 10) == [(1960, 1), (1961, 0)]
    assert row(panel, 30, 1960) | {"maxintensity": 2, "conflict_ids": "7"} == row(panel, 30, 1960)


def test_those_who_sent_troops_count_where_that_is_asked_for(states, ucdp):
    frame = dyad_years(states, years=(1960, 1961)).add(codes(shelf=record()))
    assert row(frame.add(conflicts(ucdp)), 10, 40, 1960)["ucdpongoing"] == 0
    assert row(frame.add(conflicts(ucdp, supporters=True)), 10, 40, 1960)["ucdpongoing"] == 1
    assert row(frame.add(conflicts(ucdp)), 30, 10, 1960)["ucdpongoing"] == 1


def test_in_an_undirected_panel_a_pair_of_another_system_s_numbers_is_counted_once(states, ucdp):
    """Asteria fights Corvia; in the same war Corvia's helper Dunmark, and a state 77 that no list knows."""
    rows = (ucdp / "UcdpPrioConflict_v23_1.csv").read_text().replace(",31,", ',"31, 77",', 1)
    (ucdp / "UcdpPrioConflict_v23_1.csv").write_text(rows)
    panel = dyad_years(states, directed=False, years=(1960, 1961)).add(codes(shelf=record()), conflicts(ucdp))
    built = panel.build()
    fights = built.report()[-1]
    assert (fights.source_rows, fights.matched, fights.unmatched, fights.found, fights.shared) == (2, 1, 1, 1, 0)
    assert built.unmatched("conflicts").project("gwcode1, gwcode2").fetchall() == [(11, 77)]
    both = dyad_years(states, years=(1960, 1961)).add(codes(shelf=record()), conflicts(ucdp)).build().report()[-1]
    assert (both.source_rows, both.matched, both.unmatched) == (4, 2, 2)


def test_a_source_in_other_numbers_asks_for_the_codes_first(states, ucdp):
    with pytest.raises(FoedusError, match=r"conflicts needs the column gwcode1, gwcode2: .*codes"):
        dyad_years(states).add(conflicts(ucdp)).sql()


def test_a_crisis_has_actors_and_one_who_triggered_it(states, tmp_path):
    rows = [
        {"crisno": 3, "cracno": 1, "cracid": 11, "yrtrig": 1960, "yrterm": 1961, "trigent": 42},
        {"crisno": 3, "cracno": 2, "cracid": 31, "yrtrig": 1961, "yrterm": 1961, "trigent": 996},
    ]
    folder = write(tmp_path / "icb", "icb", "icb_actors", rows)
    held = codes(shelf=record())
    alone = state_years(states).add(held, crises(folder))
    assert [y for y, v in column(alone, "icb_ongoing", 10) if v] == [1960, 1961]
    pair = dyad_years(states).add(held, crises(folder))
    assert [y for y, v in column(pair, "icb_both", 10, 30) if v] == [1961]
    assert row(pair, 10, 40, 1960)["icb_triggered"] == 1 and row(pair, 40, 10, 1960)["icb_triggered"] == 0
    turned = row(dyad_years(states, directed=False).add(held, crises(folder)), 10, 40, 1960)
    assert (turned["icb_triggered1"], turned["icb_triggered2"]) == (1, 0)


@pytest.mark.shared
def test_united_germany_and_yemen_are_in_the_crises_that_icb_lists_under_260_and_678(shared):
    panel = state_years(shared / "data/states", years=(1990, 2016)).add(codes(), crises(shared / "data/icb"))
    germany = [year for year, value in column(panel, "icb_ongoing", 255) if value]
    assert germany == [1999, 2003, 2004, 2015, 2016]
    assert (1995, 1) in column(panel, "icb_ongoing", 679)
    assert not panel.build().unmatched("crises").filter("gwcode IN (260, 678) AND NOT outside").fetchall()


def test_peace_is_counted_from_the_last_dispute_and_unknown_after_the_source_ends(states, mid):
    panel = dyad_years(states, last_year=2016).add(disputes(mid), peace_years())
    years = dict(column(panel, "cowmidongoing_peace_years", 10, 40))
    assert [years[year] for year in (1850, 1869, 1870, 1871, 1872, 2014, 2015)] == [0, 19, 0, 0, 1, 143, None]
    spells = dict(column(panel, "cowmidongoing_spell", 10, 40))
    assert [spells[year] for year in (1850, 1869, 1870, 1871, 2014)] == [1, 1, 2, 3, 3]


def test_what_the_record_binds_one_state_to(states):
    held = record(
        treaties=(Treaty(id="pact", of="league", name="the pact"),),
        memberships=(
            Membership(id="m1", of="league", state="AST", from_=When("1920-03-01")),
            Membership(id="m2", of="league", state="DUN", from_=When("1920-03-01"), until=When("1930-01-01")),
            Membership(id="m3", of="league", state="COR", status="observer"),
        ),
        wordings=(
            Wording(id="pact_5", treaty="pact", article="5", kind="defence", periods=(Period(),), debtors=("AST",)),
            Wording(id="pact_6", treaty="pact", article="6", kind="consultation", modality="right", periods=(Period(),)),
        ),
    )
    panel = dyad_years(states, last_year=1940).add(duties(shelf=held))
    assert [y for y, v in column(panel, "duty_defence", 10, 40) if v] == list(range(1920, 1930))
    assert {v for _, v in column(panel, "duty_defence", 40, 10)} == {None}, "only Asteria is bound"
    assert {v for _, v in column(panel, "duty_consultation", 10, 40)} == {None}, "a right is no duty"
    assert {v for _, v in column(panel, "duty_defence", 10, 30)} == {None}, "an observer is no party"


def test_a_verb_about_pairs_is_refused_for_single_states(states, mid):
    with pytest.raises(FoedusError, match="disputes is about pairs of states"):
        state_years(states).add(disputes(mid)).sql()

import pytest

from foedus.nouns import FoedusError
from foedus.panel import alliances, disputes, dyad_years, state_years


def test_why_names_the_file_and_line_of_each_value(states, atop, mid):
    answer = dyad_years(states).add(alliances(atop), disputes(mid)).why(10, 40, 1861)
    frame, pacts, fights = answer.reasons
    assert [one.line for one in frame.origins] == [2, 5]
    assert pacts.values["atop_defense"] == 1
    assert [(one.line, one.file.endswith("atop5_1m.csv")) for one in pacts.origins] == [(2, True)]
    assert "alliance 1: 10 owes 40 defence, with conditions" in pacts.origins[0].says
    assert fights.because == "the source covers the year and has no row for it"


def test_why_names_the_disputes_that_are_not_shown(states, mid):
    (_, fights) = dyad_years(states).add(disputes(mid)).why(10, 40, 1870).reasons
    assert any(
        "dispute 8, begun in this year; not shown: fatality prefers dispute 9" in one.says for one in fights.origins
    )


def test_why_says_that_a_source_has_ended(states, atop):
    (_, pacts) = dyad_years(states, last_year=2020).add(alliances(atop)).why(10, 40, 2019).reasons
    assert pacts.because == "unknown: the source covers 1815-2018" and pacts.values["atop_consul"] is None


def test_why_a_row_is_not_there(states):
    answer = dyad_years(states).why(20, 30, 1900)
    assert not answer.there and "never on the same day" in answer.reasons[0].because
    assert "no member of the state system in 1950: 20" in dyad_years(states).why(10, 20, 1950).reasons[0].because


def test_why_of_an_undirected_row_shows_both_directions(states, atop):
    (_, pacts) = dyad_years(states, directed=False).add(alliances(atop)).why(40, 10, 1861).reasons
    assert [one.says.split(": ")[1].split(";")[0] for one in pacts.origins] == [
        "10 owes 40 defence, with conditions",
        "40 owes 10 nothing (members of one alliance)",
    ]


def test_a_row_is_named_by_its_keys(states):
    with pytest.raises(FoedusError, match="ccode, year: 2 numbers, not 3"):
        state_years(states).why(10, 40, 1861)


def test_why_a_row_is_left_out_by_a_condition(states, atop):
    answer = dyad_years(states).add(alliances(atop)).where("year > 1900").why(10, 40, 1861)
    assert not answer.there and answer.reasons[-1].because == "left out: not year > 1900"
    assert answer.reasons[1].values["atop_defense"] == 1


def test_why_asks_each_source_for_a_year_that_not_all_cover(states, atop, mid):
    panel = dyad_years(states).add(alliances(atop), disputes(mid))
    assert panel.last_year == 2014
    (_, pacts, fights) = panel.why(10, 40, 2016).reasons
    assert pacts.values["atop_consul"] == 1 and fights.because == "unknown: the source covers 1816-2014"
    late = dyad_years(states, last_year=2010).why(10, 40, 2016)
    assert not late.there and late.reasons[0].because == "the panel runs from 1816 to 2010"


def test_why_tells_whose_number_it_is_in_either_system(states):
    said = dyad_years(states).why(10, 970, 2000).reasons[0].because
    assert "970 (Nauru's number in Correlates of War, Kiribati's number in Gleditsch and Ward; " in said
    assert said.endswith("this panel is in those of Correlates of War)")
    assert "998 (nobody has that number;" in dyad_years(states).why(10, 998, 2000).reasons[0].because

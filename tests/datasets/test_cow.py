"""Numbers of states by day: the same number was another state in another century."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from foedus.datasets.cow import ids_by_number, states_by_number
from foedus.nouns import State
from foedus.when import When

STATES = [
    State(id="PRU", name="Prussia", until=When("1871-01-18"), cow=255, gw=255),
    State(id="DEU", name="Germany", from_=When("1871-01-18"), until=When("1945-05-08"), cow=255, gw=255),
    State(id="DEU", name="West Germany", from_=When("1949-05-23"), until=When("1990-10-03"), cow=260, gw=260),
    State(id="DEU", name="Germany", from_=When("1990-10-03"), cow=255, gw=260),
]


def test_a_number_means_the_state_of_its_day():
    find = states_by_number(STATES)
    assert find(255, date(1870, 1, 1)).name == "Prussia"
    assert find(255, date(1900, 1, 1)).name == "Germany"


def test_outside_its_rows_a_number_means_the_state_nearest_in_time():
    assert states_by_number(STATES)(260, date(1948, 1, 1)).name == "West Germany"


def test_the_two_systems_of_numbers_differ():
    assert states_by_number(STATES, "gw")(260, date(2000, 1, 1)).name == "Germany"
    assert states_by_number(STATES)(260, date(2000, 1, 1)).name == "West Germany"


def test_a_stretch_of_time_gives_each_id_with_its_first_day():
    ids = ids_by_number(STATES)
    assert ids(255, date(1860, 1, 1), date(1880, 1, 1)) == (("PRU", date(1860, 1, 1)), ("DEU", date(1871, 1, 18)))
    assert ids(999, date(1860, 1, 1), date(1880, 1, 1)) == (("cow999", date(1860, 1, 1)),)


@given(st.dates(date(1816, 1, 1), date(2018, 12, 31)), st.integers(0, 60000))
def test_the_first_id_of_a_stretch_is_that_of_its_first_day(first, days):
    last = date.fromordinal(min(first.toordinal() + days, date(2100, 1, 1).toordinal()))
    found = ids_by_number(STATES)(255, first, last)
    assert found[0] == (states_by_number(STATES)(255, first).id, first)
    assert [day for _, day in found] == sorted(day for _, day in found)

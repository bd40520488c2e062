"""The rows of a frame against their definition, on any state list."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from world import write

from foedus.panel import dyad_years, state_years

LAST = date(1910, 12, 31)


@st.composite
def state_lists(draw):
    """Two to four states with one or two spells each, apart from each other, some of them until the list's last day."""
    spells = []
    for number in range(1, draw(st.integers(2, 4)) + 1):
        days = sorted(draw(st.lists(st.dates(date(1895, 1, 1), LAST), min_size=2, max_size=4, unique=True)))
        pairs = list(zip(days[::2], days[1::2], strict=False))
        spells += [(number, since, until) for since, until in pairs]
    return [*spells, (9, date(1900, 1, 1), LAST)]


def written(folder, spells):
    rows = [
        {"ccode": number, "statenme": f"state {number}", "version": 2016}
        | dict(zip(("styear", "stmonth", "stday"), since.timetuple()[:3], strict=True))
        | dict(zip(("endyear", "endmonth", "endday"), until.timetuple()[:3], strict=True))
        for number, since, until in spells
    ]
    return write(Path(folder) / "states", "states", "cow_states", rows)


def years_together(one, two):
    """The years with a day on which both were members."""
    since, until = max(one[1], two[1]), min(one[2], two[2])
    return range(since.year, until.year + 1) if since <= until else ()


@settings(max_examples=40, deadline=None)
@given(state_lists())
def test_a_pair_has_a_row_for_each_year_with_a_day_on_which_both_were_members(spells):
    expected = {
        (one[0], two[0], year)
        for one in spells
        for two in spells
        if one[0] != two[0]
        for year in years_together(one, two)
    }
    with tempfile.TemporaryDirectory() as folder:
        found = dyad_years(written(folder, spells), last_year=LAST.year).relation().fetchall()
    assert found == sorted(expected)


@settings(max_examples=20, deadline=None)
@given(state_lists(), st.integers(1, 5))
def test_a_state_has_a_row_for_each_year_with_a_day_of_membership(spells, more):
    last = LAST + timedelta(days=366 * more)
    expected = {
        (number, year)
        for number, since, until in spells
        for year in range(since.year, (last if until == LAST else until).year + 1)
    }
    with tempfile.TemporaryDirectory() as folder:
        found = state_years(written(folder, spells), last_year=last.year).relation().fetchall()
    assert found == sorted(expected)

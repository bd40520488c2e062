"""Rows, unknowns and directions, on a small world."""

import pytest
from world import write

from foedus.nouns import FoedusError
from foedus.panel import alliances, disputes, dyad_years, state_years


def table(panel, columns, where="true"):
    return panel.relation().filter(where).project(columns).order("all").fetchall()


def test_a_state_counts_for_each_year_in_which_it_was_a_member_on_some_day(states):
    assert table(state_years(states), "min(year), max(year), count(*)", "ccode = 20") == [(1816, 1900, 85)]


def test_two_states_that_share_a_year_but_no_day_are_no_pair(states):
    assert table(dyad_years(states), "*", "ccode1 = 20 AND ccode2 = 30") == []
    assert table(dyad_years(states), "max(year)", "ccode1 = 20 AND ccode2 = 40") == [(1900,)]


def test_a_directed_frame_has_each_pair_twice_and_comes_in_the_order_of_its_keys(states):
    rows = dyad_years(states, last_year=1900).relation().fetchall()
    assert rows == sorted(rows) and len(set(rows)) == len(rows)
    assert {(b, a, year) for a, b, year in rows} == set(rows)
    assert len(dyad_years(states, last_year=1900, directed=False).relation().fetchall()) * 2 == len(rows)


def test_rows_come_in_the_order_of_their_keys_whatever_is_joined(states, atop, mid):
    for frame in (dyad_years(states), dyad_years(states, years=(1900, 1901)), dyad_years(states, directed=False)):
        keys = [row[:3] for row in frame.add(alliances(atop), disputes(mid)).relation().fetchall()]
        assert keys == sorted(keys)


def test_states_on_the_list_s_last_day_are_taken_to_go_on(states):
    assert table(state_years(states, last_year=2030), "max(year)", "ccode = 10") == [(2030,)]
    assert table(state_years(states, last_year=2030), "max(year)", "ccode = 20") == [(1900,)]


def test_years_and_states_can_be_chosen(states):
    assert table(dyad_years(states, years=(1990, 1991), among=(10, 30)), "*") == [
        (10, 30, 1990),
        (10, 30, 1991),
        (30, 10, 1990),
        (30, 10, 1991),
    ]
    assert {10} == {min(a, b) for a, b, _ in dyad_years(states, of=(10,)).relation().fetchall()}
    with pytest.raises(FoedusError, match="is before the first"):
        dyad_years(states, years=(1991, 1990))
    with pytest.raises(FoedusError, match="no state system 'un': cow or gw"):
        dyad_years(states, system="un")
    with pytest.raises(FoedusError, match="no condition on columns"):
        dyad_years(states).where("year =").build()
    with pytest.raises(FoedusError, match="give one of the two"):
        dyad_years(states, years=(1990, 1991), last_year=2000)


def test_only_the_one_who_promised_owes_defence(states, atop):
    panel = dyad_years(states).add(alliances(atop))
    owed = table(panel, "ccode1, ccode2, atop_alliance, atop_defense", "year = 1861 AND 20 NOT IN (ccode1, ccode2)")
    assert owed == [(10, 40, 1, 1), (40, 10, 1, 0)]


def test_an_undirected_frame_keeps_an_asymmetric_pact_asymmetric(states, atop):
    panel = dyad_years(states, directed=False).add(alliances(atop))
    assert table(panel, "atop_defense1, atop_defense2", "year = 1861 AND ccode1 = 10 AND ccode2 = 40") == [(1, 0)]
    like = dyad_years(states, directed=False, like_peacesciencer=True).add(alliances(atop))
    assert table(like, "atop_defense", "year = 1861 AND ccode1 = 10 AND ccode2 = 40") == [(1,)]


def test_an_alliance_counts_in_each_year_in_which_it_held_on_some_day(states, atop):
    panel = dyad_years(states).add(alliances(atop))
    assert table(panel, "year", "ccode1 = 10 AND ccode2 = 40 AND atop_defense = 1") == [(1860,), (1861,), (1862,)]


def test_two_who_were_never_members_on_the_same_day_are_no_allies(states, atop):
    panel = dyad_years(states).add(alliances(atop))
    assert table(panel, "max(atop_alliance)", "ccode1 = 30 AND ccode2 = 40") == [(0,)]


def test_after_a_source_ends_nothing_is_known(states, atop):
    panel = dyad_years(states, last_year=2020).add(alliances(atop))
    years = table(panel, "year, atop_consul, atop_defense", "ccode1 = 10 AND ccode2 = 40 AND year >= 2018")
    assert years == [(2018, 1, 0), (2019, None, None), (2020, None, None)]


def test_the_last_year_is_the_last_that_every_source_covers(states, atop, mid):
    assert dyad_years(states).last_year == 2016
    assert dyad_years(states).add(alliances(atop), disputes(mid)).last_year == 2014


def test_detail_tells_the_number_of_treaties_and_their_conditions(states, atop):
    panel = dyad_years(states).add(alliances(atop, detail=True))
    columns = "atop_number, atop_conditional, atop_defense_unconditional"
    assert table(panel, columns, "year = 1861 AND ccode1 = 10 AND ccode2 = 40") == [(1, 1, 0)]


def test_of_several_disputes_in_a_year_the_rules_keep_one_and_list_the_rest(states, mid):
    panel = dyad_years(states).add(disputes(mid))
    kept = table(panel, "year, dispnum, cowmidonset", "ccode1 = 10 AND ccode2 = 40 AND cowmidongoing = 1")
    assert kept == [(1869, 7, 1), (1870, 9, 1)]
    dropped = panel.build().dropped("disputes").filter("ccode1 = 10").project("dispnum, kept, rule").fetchall()
    assert sorted(dropped) == [(7, 9, "onset"), (8, 9, "fatality")]


def test_other_rules_in_another_order_keep_another_dispute(states, mid):
    panel = dyad_years(states).add(disputes(mid, rules=("fatality", "onset")))
    assert table(panel, "dispnum", "ccode1 = 10 AND ccode2 = 40 AND year = 1870") == [(7,)]
    with pytest.raises(FoedusError, match="no whittling rule size"):
        disputes(mid, rules=("size",))


def test_an_unknown_number_of_deaths_is_null_unless_the_panel_is_like_peacesciencer(states, mid):
    where = "ccode1 = 10 AND ccode2 = 40 AND year = 1870"
    assert table(dyad_years(states).add(disputes(mid)), "fatality", where) == [(None,)]
    assert table(dyad_years(states, like_peacesciencer=True).add(disputes(mid)), "fatality", where) == [(-9,)]


def test_a_join_tells_what_it_matched_and_what_it_left_out(states, atop, mid):
    built = dyad_years(states, last_year=2020).add(alliances(atop), disputes(mid)).build()
    pacts, fights = built.report()
    assert pacts.source_rows == pacts.matched + pacts.unmatched + pacts.outside
    assert pacts.panel_rows == pacts.found + pacts.absent + pacts.unknown
    assert built.unmatched("alliances").filter("99 IN (ccode1, ccode2)").aggregate("count(*)").fetchall() == [
        (pacts.unmatched,)
    ]
    assert fights.left_out == {"onset": 2, "fatality": 2}
    assert fights.unknown == len(table(built.plan, "1", "year > 2014"))


def test_the_same_column_twice_is_refused(states, atop):
    with pytest.raises(FoedusError, match="alliances: the panel has the column atop_alliance"):
        dyad_years(states).add(alliances(atop), alliances(atop)).sql()


def test_a_dispute_in_one_direction_only_is_refused(states, mid):
    rows = (mid / "cow_mid_dirdisps.csv").read_text().splitlines()
    (mid / "cow_mid_dirdisps.csv").write_text("\n".join(rows[:-1]) + "\n")
    with pytest.raises(FoedusError, match="other direction is missing: 9, 10, 40, 1870"):
        dyad_years(states).add(disputes(mid)).build()


def test_a_dispute_that_its_second_file_lacks_is_refused(states, mid):
    rows = (mid / "MIDA 5.0.csv").read_text().splitlines()
    (mid / "MIDA 5.0.csv").write_text("\n".join(rows[:-1]) + "\n")
    with pytest.raises(FoedusError, match="disputes that MIDA lacks: 9"):
        dyad_years(states).add(disputes(mid)).build()


def test_a_state_owes_defence_if_it_owes_it_to_anyone(states, atop):
    panel = state_years(states).add(alliances(atop))
    found = table(panel, "ccode, atop_alliance, atop_allies, atop_defense", "year = 1861")
    assert found == [(10, 1, 1, 1), (20, 0, 0, 0), (40, 1, 1, 0)]


@pytest.fixture
def some_only(tmp_path):
    """1190: states 200 and 220 promise defence, and different things to different partners; 380 promises none."""
    about = {"atopid": 1190, "yrent": 1855, "moent": 11, "dayent": 21, "yrexit": 1856, "moexit": 3, "dayexit": 30}
    rows = [about | {"member": m, "defense": 1, "obvary": 1, "consul": 1, "version": "5.1"} for m in (200, 220)]
    rows.append(about | {"member": 380, "consul": 1, "version": "5.1"})
    listed = [
        {"ccode": m, "statenme": str(m), "styear": 1816, "stmonth": 1, "stday": 1, "version": 2016}
        | {"endyear": 2016, "endmonth": 12, "endday": 31}
        for m in (200, 220, 380)
    ]
    return write(tmp_path / "three", "states", "cow_states", listed), write(
        tmp_path / "some", "atop", "atop_members", rows
    )


def test_to_whom_a_promise_is_made_atop_does_not_say_and_so_do_we(some_only):
    states, atop = some_only
    panel = dyad_years(states).add(alliances(atop))
    owed = table(panel, "ccode1, ccode2", "year = 1855 AND atop_defense = 1")
    assert owed == [(200, 220), (200, 380), (220, 200), (220, 380)]
    (_, pacts) = panel.why(200, 220, 1855).reasons
    assert "defence, consultation, towards every other member (ATOP does not say to whom)" in pacts.origins[0].says
    assert "does not say" not in panel.why(380, 220, 1855).reasons[1].origins[0].says


def test_the_release_corrects_to_whom_and_so_does_a_panel_that_is_like_it(some_only):
    """ATOP's codebook, 2.7: Britain and France both commit to defend Sweden, and all three to consult."""
    states, atop = some_only
    panel = dyad_years(states, like_peacesciencer=True).add(alliances(atop))
    assert table(panel, "ccode1, ccode2", "year = 1855 AND atop_defense = 1") == [(200, 380), (220, 380)]
    assert len(table(panel, "1", "year = 1855 AND atop_consul = 1")) == 6
    assert "as in ATOP's released dyad-years" in panel.why(200, 220, 1855).reasons[1].origins[0].says


def test_each_statement_on_the_release_names_its_treaty_and_its_source():
    import tomllib
    from pathlib import Path

    from foedus.panel import add

    data = tomllib.loads((Path(add.__file__).parent / "like_peacesciencer.toml").read_text(encoding="utf8"))
    assert all(row["treaty"] and row["source"] for rows in data.values() for row in rows)

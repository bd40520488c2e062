"""Crises of several lists: the same ones are found by participants and dates, the others stay on their own."""

from datetime import date

import pytest
from tests.datasets.atop_file import A, B, C, X, member, pact, write

from foedus.datasets.atop import read
from foedus.datasets.atop_wordings import compiled
from foedus.nouns import Crisis, Reading
from foedus.obligation import Promises
from foedus.reliability.crises import Found, Names, lists, matched, recorded
from foedus.reliability.due_events import due_events, verdict
from foedus.reliability.lists import icb, mid
from foedus.when import When


def one(list, number, victim="AAA", aggressor="XXX", start=date(1950, 6, 1), end=date(1950, 8, 1), **more):
    more.setdefault("kind", "interstate_attack")
    found = {"crisis": f"{list}_{number}", "list": list, "name": f"{list} {number}", "victim": victim}
    return Found(**found, aggressors=(aggressor,), start=start, end=end, **more)


def test_two_lists_mean_the_same_crisis_by_opponents_and_time_whoever_began_it():
    (crisis,) = matched([one("iwd", 1), one("mid", 7, victim="XXX", aggressor="AAA", start=date(1950, 8, 20))])
    assert (crisis.crisis, crisis.also) == ("iwd_1", (("mid", "mid_7"),))


@pytest.mark.parametrize("other", [one("mid", 7, aggressor="YYY"), one("mid", 7, start=date(1950, 9, 15))])
def test_other_opponents_or_another_time_is_another_crisis(other):
    assert [c.crisis for c in matched([one("iwd", 1), other])] == ["iwd_1", "mid_7"]


def test_two_crises_of_one_list_are_never_the_same():
    assert len(matched([one("mid", 1), one("mid", 2)])) == 2


def test_the_sides_of_all_lists_are_put_together():
    (crisis,) = matched([one("iwd", 1, helpers=frozenset({"BBB"})), one("mid", 7, helpers=frozenset({"CCC"}))])
    assert crisis.found[0].helpers == {"BBB", "CCC"} and crisis.found[0].foes == {"XXX"}


def own(id="own_war", until="1950-09-01", **reading):
    told = {"id": "r", "by": "foedus", "victims": ("AAA",), "aggressors": ("XXX",)} | reading
    days = {"from_": When("1950-06-10"), "until": When(until)}
    return Crisis(id=id, name="Our war", kind="interstate_attack", readings=(Reading(**told),), **days)


def test_a_crisis_of_the_record_and_of_the_lists_is_one_crisis_under_the_record_s_name():
    lists_too = [one("iwd", 1), one("mid", 7, victim="XXX", aggressor="AAA")]
    (crisis,) = matched([*recorded([own()]), *lists_too])
    assert (crisis.crisis, crisis.list, crisis.also) == ("own_war", "record", (("iwd", "iwd_1"), ("mid", "mid_7")))
    assert [(f.crisis, f.list, f.victim) for f in crisis.found] == [("own_war", "iwd", "AAA"), ("own_war", "mid", "XXX")]


def test_a_crisis_of_the_record_that_no_list_has_stands_alone_and_the_lists_tell_nothing_of_it():
    crises = matched([*recorded([own(aggressors=("group",))]), one("iwd", 1)])
    assert [(c.crisis, c.also, len(c.found)) for c in crises] == [("own_war", (), 0), ("iwd_1", (), 1)]


def test_a_later_list_finds_the_recorded_crisis_by_opponents_whom_only_an_earlier_list_names():
    wider = one("iwd", 1), one("iwd", 1, victim="BBB")
    (crisis,) = matched([*recorded([own()]), *wider, one("mid", 7, victim="BBB")])
    assert crisis.also == (("iwd", "iwd_1"), ("mid", "mid_7"))


def test_the_lists_are_ranked_and_each_says_what_it_is():
    assert [one.name for one in lists()] == ["iwd", "cow", "mid", "icb", "ucdp"]
    assert all(one.says for one in lists())


@pytest.mark.parametrize(("hostility", "deaths", "kind"), [(5, 6, "interstate_attack"), (4, 1, "border_clash")])
def test_force_with_deaths_is_a_clash_and_war_an_attack(hostility, deaths, kind):
    assert mid.kind(hostility, deaths) == kind


@pytest.mark.parametrize(("hostility", "kind"), [(4, "incident"), (3, "threat"), (2, "threat")])
def test_force_without_deaths_is_an_incident_and_less_a_threat(hostility, kind):
    assert mid.kind(hostility, 0) == kind


def test_parts_of_a_month_in_icb_s_dates_are_days_in_it():
    assert icb._day(1991, 8, 88) == date(1991, 8, 25) and icb._day(1991, None, None) == date(1991, 1, 1)


def events(tmp_path, rows, **crisis):
    coded = compiled(read(write(tmp_path, *rows)), lambda number, first, last: ((f"S{number}", first),))
    promises = Promises(coded.wordings, coded.treaties, parties=coded.parties)
    return list(due_events(matched([one("iwd", 1, victim=f"S{A}", aggressor=f"S{X}", **crisis)]), promises))


def test_a_clause_that_came_due_is_a_row_also_where_nobody_is_known_to_have_asked(tmp_path):
    (row,) = events(tmp_path, pact(A, B, defense=1, since="1949-01-01"))
    assert (row.debtor, row.creditor, row.owed, row.asked) == (f"S{B}", f"S{A}", True, None)
    assert (row.answered, row.verdict, row.sources) == ("not in arms", "not_kept", ("iwd_1",))


def test_help_in_arms_keeps_it_and_arms_on_the_other_side_break_it(tmp_path):
    rows = [*pact(A, B, C, defense=1, since="1949-01-01", bilat=0)]
    found = events(tmp_path, rows, helpers=frozenset({f"S{B}"}), foes=frozenset({f"S{C}"}))
    assert {(row.debtor, row.verdict) for row in found} == {(f"S{B}", "kept"), (f"S{C}", "not_kept")}


def test_what_is_not_known_to_be_owed_says_why(tmp_path):
    (row,) = events(tmp_path, pact(A, B, defense=1, defcoloc=1, since="1949-01-01"))
    assert row.owed is None and "area" in row.open_because and row.verdict == "unknown"


def test_a_list_that_names_only_some_powers_does_not_tell_who_stayed_out(tmp_path):
    (row,) = events(tmp_path, pact(A, B, defense=1, since="1949-01-01"), told=False)
    assert (row.answered, row.verdict) == ("not told", "unknown")


def test_only_defence_and_consultation_are_asked(tmp_path):
    rows = [member(s, "1949-01-01", consul=1, neutral=1, nonagg=1, offense=1) for s in (A, B)]
    assert {row.kind for row in events(tmp_path, rows)} == {"consultation"}


@pytest.mark.parametrize(
    ("owed", "kind", "answered", "says"),
    [
        (True, "consultation", "not in arms", "unknown"),
        (True, "consultation", "in arms", "kept"),
        (True, "consultation", "against it", "not_kept"),
        (None, "defence", "in arms", "answered"),
        (None, "defence", "not in arms", "unknown"),
    ],
)
def test_verdicts(owed, kind, answered, says):
    assert verdict(owed, kind, answered) == says


@pytest.mark.shared
def test_every_released_list_is_read_and_matched(shared):
    import duckdb

    from foedus.verbs import opened

    names, connection = Names(opened.shelf().states), duckdb.connect()
    found = [f for one in lists() for f in one.read(connection, shared / "data" / one.dataset, names)]
    crises = matched(found)
    assert len({f.crisis for f in found}) == sum(1 + len(c.also) for c in crises)
    alone = {f"{kind}": sum(not c.also and c.crisis.startswith(kind) for c in crises) for kind in ("iwd", "cow")}
    assert alone["cow"] <= 5 and alone["iwd"] == 0

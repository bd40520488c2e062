"""Talk against peers: intervals hold the known truth of simulated corpora at their rate, and copies change nothing."""

import pytest
from tests.rhetoric.world import BAND, HEAD, later, statements, write

from foedus.rhetoric.excess import excess
from foedus.rhetoric.peers import excess_in
from foedus.rhetoric.simulate import World, simulated


def first_leaders(world, corpora):
    return [excess(simulated(world, seed))[0] for seed in range(corpora)]


@pytest.mark.parametrize(
    "world",
    [World(), World(spread=0.05), World(rate=0.01, security=10), World(speakers=5), World(inflation=3)],
    ids=["default", "leaders alike", "rare naming", "five leaders", "inflated"],
)
def test_ninety_percent_intervals_hold_the_truth_in_nine_corpora_of_ten(world):
    found = first_leaders(world, 500)
    held = sum(e.low <= world.inflation <= e.high for e in found)
    assert len(found) == 500 and 435 <= held <= 465


def test_without_inflation_one_leader_in_twenty_stands_out_by_chance():
    alarms = sum(e.low > 1 for seed in range(60) for e in excess(simulated(World(), seed)))
    assert alarms / (60 * 12) < 0.07


def test_five_times_the_talk_is_seen():
    assert sum(e.low > 1 for e in first_leaders(World(inflation=5), 40)) >= 34


def test_the_order_of_the_rows_does_not_matter():
    rows = simulated(World(speakers=6, months=12), 1)
    assert [round(e.ratio, 6) for e in excess(rows)] == [round(e.ratio, 6) for e in excess(rows[::-1])]


def test_no_number_for_five_months_or_four_leaders():
    assert {e.why for e in excess(simulated(World(months=5), 1))} == {"no number: 5 usable months, 6 are needed"}
    few = excess(simulated(World(speakers=4), 1))
    assert all(e.ratio is None and "4 speakers with 6 usable months, 5 are needed" in e.why for e in few)


def test_no_number_where_nobody_names_the_threat():
    assert {e.why for e in excess(simulated(World(rate=0.0), 1))} == {"no number: nobody names the threat"}


def test_no_number_where_leaders_never_speak_in_the_same_months():
    rows = simulated(World(speakers=5), 1)
    apart = [r for i in range(5) for r in rows if r.speaker == f"s{i:02}" and i * 6 <= _month(r) < i * 6 + 6]
    assert all(e.ratio is None and "cannot be told apart" in e.why for e in excess(apart))


def _month(row):
    year, month = map(int, row.month.split("-"))
    return (year - 2010) * 12 + month - 1


@pytest.fixture
def answer(tmp_path):
    return excess_in(write(tmp_path), BAND)


def test_the_leader_who_names_the_band_most_stands_above_the_peers(answer):
    first = answer.speakers[0]
    assert (first.speaker, first.months, first.security) == ("Leader 0", 24, 144)
    assert first.ratio > 2 and first.low > 1 and answer.why == "" and answer.copies == 0


def test_doubling_all_texts_changes_nothing(answer, tmp_path):
    doubled = excess_in(write(tmp_path, [*statements(), *statements()]), BAND)
    assert doubled.speakers == answer.speakers and doubled.copies == doubled.statements == answer.statements


def test_syndicated_copies_with_a_word_changed_change_nothing(answer, tmp_path):
    copies = [
        (who, state, later(on, 2), said.replace("Security at our", "On security at our"))
        for who, state, on, said in statements()
    ]
    syndicated = excess_in(write(tmp_path, [*statements(), *copies[:-40]]), BAND)
    assert syndicated.speakers == answer.speakers and syndicated.copies == len(copies) - 40


def test_a_placebo_that_all_name_alike_raises_no_alarm(tmp_path):
    placebo = [(who, state, on, said.replace("the Red Band", "bandits")) for who, state, on, said in statements()]
    placebo = [(*row[:3], f"{row[3]} RB") if i % 5 == 0 else row for i, row in enumerate(placebo)]
    assert not [e for e in excess_in(write(tmp_path, placebo), BAND).speakers if e.low > 1 or e.high < 1]


def test_without_a_corpus_or_without_deaths_there_is_no_number_and_a_reason(tmp_path):
    assert "no corpus" in excess_in(None, BAND).why
    without = excess_in(write(tmp_path, deaths=""), BAND)
    assert "names no deaths file" in without.why and all(e.ratio is None for e in without.speakers)


def test_a_deaths_file_that_knows_no_such_side_tells_nothing(tmp_path):
    other = BAND.__class__(id="blue", name="Blue Band", aliases=("RB",), ucdp=("Blue Band",))
    assert "no event of Blue Band" in excess_in(write(tmp_path), other).why


def test_months_before_the_deaths_file_begins_are_left_out(tmp_path):
    early = [(who, state, f"200{on[3:]}" if i % 3 else on, said) for i, (who, state, on, said) in enumerate(statements())]
    answer = excess_in(write(tmp_path, early, HEAD.replace("2010-01", "2000-01")), BAND)
    assert {m.month[:4] for m in answer.months if m.exposure is None} == {"2000", "2001"}

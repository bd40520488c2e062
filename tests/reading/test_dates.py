"""Dates in text: the examples of the lexicon, and what must hold of any text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.reading.dates import dates_in
from foedus.reading.lexicon import lexicon
from foedus.when import When

RULES = lexicon("dates")["rule"]
YES = [(rule["name"], example) for rule in RULES for example in rule["yes"]]
NO = [(rule["name"], text) for rule in RULES for text in rule["no"]]
DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))
ON = When("2015-09-20")


def told(text, on=ON):
    return [(d.when.from_, d.when.to, d.when.precision) for d in dates_in(text, on)]


@pytest.mark.parametrize(("rule", "example"), YES, ids=lambda v: v if isinstance(v, str) else v["text"][:40])
def test_each_rule_finds_its_own_examples(rule, example):
    found = dates_in(example["text"], When(example["on"]))[example.get("nth", 0)]
    assert found.rule == rule
    assert (found.when.from_, found.when.to) == (example.get("from"), example.get("to"))
    assert found.when.precision == example["precision"]


@pytest.mark.parametrize(("rule", "text"), NO, ids=str)
def test_each_rule_is_silent_on_what_is_no_date(rule, text):
    assert rule not in [d.rule for d in dates_in(text, ON)]


@pytest.mark.parametrize("shape", ["%Y-%m-%d", "%-d %B %Y", "%B %-d, %Y", "%b. %-d, %Y", "the %-dth of %B, %Y"])
@given(day=DAYS)
def test_a_full_date_in_any_layout_comes_back_to_the_day(shape, day):
    assert told(f"It was on {day.strftime(shape)} that they signed.") == [(day.isoformat(), day.isoformat(), "day")]


@given(day=DAYS, n=st.integers(2, 300))
def test_so_many_days_ago_is_counted_exactly(day, n):
    then = (day - timedelta(days=n)).isoformat()
    assert told(f"It ended {n} days ago.", When(day)) == [(then, then, "day")]


@given(day=DAYS, name=st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_in_the_past_is_within_the_last_seven_days(day, name):
    [(first, last, _)] = told(f"They met on {name}.", When(day))
    assert first == last and first.first.strftime("%A") == name
    assert timedelta(0) <= day - first.first < timedelta(7)


@given(
    text=st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "since",
                "will",
                "until",
                "by",
                "the",
                "last",
                "next",
                "few",
                "1992",
                "31",
                "June",
                "9",
                "days",
                "weeks",
                "ago",
                "in",
                "Friday",
                "-",
                "to",
                "1990s",
                "early",
                "later",
                "May",
                "2000",
            ]
        )
    ).map(" ".join),
    on=st.none() | DAYS.map(When),
)
def test_any_text_gives_dates_inside_it_in_order_with_ends_the_right_way_round(text, on):
    found = dates_in(text, on)
    ends = [edge for d in found for edge in d.span]
    assert ends == sorted(ends) and all(0 <= edge <= len(text) for edge in ends)
    for when in (d.when for d in found):
        assert when.from_ is None or when.to is None or when.from_.first <= when.to.last


def test_what_has_no_anchor_is_left_open_rather_than_guessed():
    assert told("It fell silent on Friday, two weeks ago.", None) == [(None, None, "day"), (None, None, "week")]
    assert told("It fell silent on Friday.", When("2015")) == [(None, None, "day")]


def test_a_vague_count_never_becomes_a_day():
    assert [precision for *_, precision in told("A few days ago, several weeks ago, many years ago")] == ["vague"] * 3


def test_an_event_without_a_date_dates_nothing():
    assert told("Three days after rebels there took the palace, since the summit and before the war.") == []


def test_sums_of_men_and_money_are_no_years():
    assert told("It sent 2000 men, 1500 of them guards, for $1900, and 1,914 tons.") == []


def test_long_lines_are_read_in_about_linear_time():
    assert len(dates_in("in 1992 and the last of the next 5 " * 20_000, ON)) == 20_000


def test_in_a_history_a_bare_day_lies_in_the_year_last_told():
    text = "The pact of 1907 was renewed in 1912. In 1914 it was tested: in July it held; on 4 August it broke."
    assert [first for first, *_ in told(text, When("1998-11-01"))] == ["1907", "1912", "1914", "1914-07", "1914-08-04"]


def test_in_the_news_a_bare_day_is_the_one_nearest_though_history_is_mentioned():
    text = "It joined in 1952, left in 1966 and came back in 2009. On Friday, as on 4 August, it kept still."
    assert told(text, ON)[-1][0] == "2015-08-04"

"""Dates as texts tell them: each with its interval, its precision, and what it is counted from.

`14 June`, `last month`, `in the five years since`: the days that each may mean, seen from the day the document was
written. What the words do not settle stays open (None); nothing is invented. Patterns are in lexicon/dates.toml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from foedus.nouns import Interval, Span
from foedus.reading.date_makers import MAKERS, Told
from foedus.reading.lexicon import lexicon
from foedus.when import When

Anchor = Literal["none", "document", "text"]
"""Counted from nothing (it has its year), from the document's day, or from a date told earlier in the text."""

_AHEAD = re.compile(
    r"\b(?:will|shall|would|won[’']t|is to|are to|due|scheduled|plans? to|expects? to|hopes? to)\b[^.;:!?]*$"
)
_BOUND = re.compile(r"\b(since|until|till|by|before|after)(?: (?:about|around|at least|the end of))? $", re.I)
_BARE = {"day-month", "month-day", "month", "recent", "today"}
_NO_BOUND = {"past-stretch", "stretch-since", "coming-stretch", "recent"}
_LOOK_BACK = 90
_BEFORE = 8


@dataclass(frozen=True)
class Dated:
    """A date in a text: where it stands, what it may mean, what it counts from, by which rule."""

    span: Span
    when: Interval
    anchor: Anchor
    rule: str


def dates_in(text: str, on: When | None = None) -> tuple[Dated, ...]:
    """Every date in a text, in order and apart from one another; `on` is when it was written."""
    found: list[Dated] = []
    end = 0
    matches = _matches(text)
    history = on is not None and _looks_back(matches, on)
    for match, rule in matches:
        if match.start() < end:
            continue
        before = tuple(d.when for d in found[-_BEFORE:] if not text.endswith(" of ", 0, d.span[0]))
        ahead = _ahead(text, match.start())
        seen_from = None if history and rule["make"] in ("month", "day_month") else on
        when = _made(rule["make"], Told(match.groupdict(), _words(), seen_from, ahead, before))
        if when is not None:
            found.append(_bounded(text, Dated(match.span(), when, rule["anchor"], rule["name"]), on))
            end = match.end()
    return tuple(found)


def date_in(dates: tuple[Dated, ...], start: int, end: int) -> Interval | None:
    """The first date that stands between two offsets, if any."""
    return next((d.when for d in dates if start <= d.span[0] and d.span[1] <= end), None)


def _looks_back(matches: list[tuple[re.Match[str], dict[str, Any]]], on: When) -> bool:
    """Whether a text tells of another time than its own: years long past, and nothing counted from its own day.

    In such a text `in July` is July of the year last told.
    """
    own = [rule["name"] for _, rule in matches if rule["anchor"] == "document" and rule["name"] not in _BARE]
    years = [int(match["year"]) for match, _ in matches if (match.groupdict().get("year") or "").isdigit()]
    past = sum(year < on.first.year - 2 for year in years)
    return not own and past >= 2 and past >= 0.8 * len(years)


def _made(make: str, told: Told) -> Interval | None:
    """The interval, or None where the words name no day there is (31 June, the year 0)."""
    try:
        return MAKERS[make](told)
    except (ValueError, OverflowError, KeyError):
        return None


def _matches(text: str) -> list[tuple[re.Match[str], dict[str, Any]]]:
    """All matches of all rules from left to right, at one place the longest first."""
    found = [(match, rule) for rule in _rules() for match in rule["re"].finditer(text)]
    return sorted(found, key=lambda f: (f[0].start(), -f[0].end()))


def _ahead(text: str, start: int) -> bool:
    """Whether the sentence up to a date speaks of what is to come; what is `since` then has begun."""
    back = max(0, start - _LOOK_BACK)
    return bool(_AHEAD.search(text, back, start)) and not text[back:start].lower().endswith("since ")


def _bounded(text: str, told: Dated, on: When | None) -> Dated:
    """`since 1992` runs up to the document's day, `until 1999` and `by 1999` end there, `after` is open."""
    bound = _BOUND.search(text, max(0, told.span[0] - 25), told.span[0])
    if bound is None or told.rule in _NO_BOUND:
        return told
    when, word = told.when, bound[1].lower()
    to_come = on is not None and when.from_ is not None and when.from_.first > on.last
    on = None if to_come and word == "since" else on
    first, last = {"since": (when.from_, on), "after": (when.to, None)}.get(word, (on if to_come else None, when.to))
    return Dated(
        (bound.start(), told.span[1]), Interval(from_=first, to=last, precision=when.precision), told.anchor, told.rule
    )


@cache
def _words() -> dict[str, dict[str, Any]]:
    """The vocabularies by slot; the slots for counts and days share those for numbers."""
    words: dict[str, Any] = lexicon("dates")["words"]
    return {**words, "count": words["number"], "day": words["ordinal"], "day2": words["ordinal"]}


@cache
def _rules() -> tuple[dict[str, Any], ...]:
    """The rules with each {slot} of their patterns filled from the vocabularies, compiled."""
    slots = {slot: rf"(?P<{slot}>(?i:{_any_of(words)}))" for slot, words in _words().items()}
    for slot in ("month", "weekday"):  # "may", "march" and "sat" are words too
        slots[slot] = rf"(?P<{slot}>{_any_of([n for w in _words()[slot] for n in (w.title(), w.upper())])})"
    slots["month"] += r"\.?"
    slots["count"] = rf"(?P<count>\d{{1,3}}|(?i:{_any_of(_words()['count'])}))"
    for day, apart in (("day", r"(?<![\d.,-])"), ("day2", "")):
        slots[day] = rf"(?:{apart}(?P<{day}>\d{{1,2}}|(?i:{_any_of(_words()[day])}))(?:st|nd|rd|th)?)"

    def filled(pattern: str) -> str:
        return re.sub(r"\{([a-z]+2?)\}", lambda m: slots[m[1]], pattern)

    return tuple({**rule, "re": re.compile(filled(rule["pattern"]))} for rule in lexicon("dates")["rule"])


def _any_of(words: Any) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

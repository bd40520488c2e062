"""What each kind of date rule in lexicon/dates.toml makes of its words: an interval, or None where they tell no date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from foedus.nouns import Interval
from foedus.reading.calendar import interval, known_to, month_of, moved, nearest, season, unit_around
from foedus.reading.lexicon import lexicon
from foedus.when import When

_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


@dataclass(frozen=True)
class Told:
    """One match of a rule: its words, the vocabularies, the document's date, and the dates told before it.

    `ahead`: the sentence speaks of what is to come.
    """

    groups: dict[str, str | None]
    words: dict[str, dict[str, Any]]
    on: When | None
    ahead: bool
    before: tuple[Interval, ...]

    def text(self, group: str) -> str:
        """The words of a group in lower case, or nothing."""
        return (self.groups.get(group) or "").lower().strip(" -.")

    def value(self, slot: str) -> Any:
        """What the vocabulary gives for the word in a slot; digits are their number."""
        word = self.text(slot)
        return int(word) if word.isdigit() else self.words[slot][word]

    @property
    def last(self) -> When | None:
        """The start of the last date that the text told before this one."""
        return next((i.from_ or i.to for i in reversed(self.before) if i.from_ or i.to), None)


def full(t: Told) -> Interval:
    """A day with its year."""
    return interval(date(t.value("year"), int(t.text("mon") or t.value("month")), t.value("day")), "day")


def days(t: Told) -> Interval:
    """Two days of one month."""
    first, last = (date(t.value("year"), t.value("month"), t.value(d)) for d in ("day", "day2"))
    return interval(first, "day", last)


def day_month(t: Told) -> Interval | None:
    """A day without its year: the one nearest to the document; in an undated text, in the year last told."""
    if t.on is not None:
        return interval(nearest(t.on, t.value("month"), t.value("day"), t.ahead), "day")
    return interval(date(t.last.first.year, t.value("month"), t.value("day")), "day") if t.last else None


def month_year(t: Told) -> Interval:
    """A month with its year."""
    return interval(month_of(t.value("year"), t.value("month")), "month")


def month(t: Told) -> Interval:
    """A bare month: the last one, or the next where the text looks ahead."""
    if t.on is None and t.last:
        return interval(month_of(t.last.first.year, t.value("month")), "month")
    if t.on is None or t.on.precision == "year":
        return interval(None, "month")
    here, turn, named = t.on.first, t.text("turn"), t.value("month")
    ahead = turn == "next" or (t.ahead and not turn)
    year = here.year + (named < here.month if ahead else -(named > here.month))
    year += (named == here.month) * {"last": -1, "next": 1}.get(turn, 0)
    return interval(month_of(here.year if turn == "this" else year, named), "month")


def season_told(t: Told) -> Interval:
    """A season of the north: spring begins in March; a winter is named by the year it begins in."""
    start = t.value("season")
    if t.groups.get("year"):
        return interval(month_of(t.value("year"), start), "season", month_of(t.value("year"), start + 2))
    if t.on is None or t.on.precision == "year":
        return interval(None, "season")
    first, last = season(t.on, start, t.text("turn"))
    return interval(first, "season", last)


def years(t: Told) -> Interval | None:
    """From one year to another; `1877-78` counts in the century of its first year."""
    first, last = t.text("year"), t.text("year2")
    last = first[: 4 - len(last)] + last
    return interval(When(first), "period", When(last)) if last > first else None


def decade(t: Told) -> Interval:
    """The 1990s, the late 1940s; a bare decade ("the nineties") lies in the last century that had it."""
    if t.groups.get("year"):
        start = t.value("year")
    else:
        year, start = (t.on.first.year if t.on else 2000), t.value("nineties")
        start += year // 100 * 100 - (100 if year % 100 < start else 0)
    first, last = _DECADE.get(t.text("part"), (0, 9))
    return interval(When(f"{start + first:04}"), "decade", When(f"{start + last:04}"))


def century(t: Told) -> Interval:
    """The nineteenth century runs from 1801 to 1900."""
    nth = t.value("nth") if t.groups.get("nth") else t.value("ordinal")
    return interval(When(f"{nth * 100 - 99:04}"), "century", When(f"{nth * 100:04}"))


def year(t: Told) -> Interval:
    """A year."""
    return interval(When(t.text("year")), "year")


def ago(t: Told) -> Interval:
    """The unit so many before; for a vague count all that it may mean (its bounds are in the lexicon)."""
    unit, vague = t.value("unit"), bool(t.text("vague"))
    if t.on is None or not known_to(t.on, unit):
        return interval(None, "vague" if vague else unit)
    least, most = t.value("vague") if vague else [t.value("count")] * 2
    return interval(unit_around(t.on, unit, -most)[0], "vague" if vague else unit, unit_around(t.on, unit, -least)[1])


def turn(t: Told) -> Interval:
    """Last week, this year, next month."""
    unit = t.value("unit")
    if t.on is None or not known_to(t.on, unit):
        return interval(None, unit)
    first, last = unit_around(t.on, unit, t.value("turn"))
    return interval(first, unit, last)


def stretch(t: Told) -> Interval:
    """Over the past year, in the last five years: up to the document's day."""
    if t.on is None or not known_to(t.on, t.value("unit")):
        return interval(None, "period")
    most = t.value("vague")[1] if t.text("vague") else t.value("count") if t.text("count") else 1
    return interval(moved(t.on, t.value("unit"), -most), "vague" if t.text("vague") else "period", t.on)


def since_then(t: Told) -> Interval:
    """In the five years since: from about that year up to the document's day."""
    if t.on is None or not known_to(t.on, t.value("unit")):
        return interval(None, "period")
    most = t.value("vague")[1] if t.text("vague") else t.value("count")
    return interval(unit_around(t.on, t.value("unit"), -most)[0], "period", t.on)


def ahead(t: Told) -> Interval:
    """Within the next two months."""
    if t.on is None or not known_to(t.on, t.value("unit")):
        return interval(None, "period")
    most = t.value("vague")[1] if t.text("vague") else t.value("count") if t.text("count") else 1
    return interval(t.on, "period", moved(t.on, t.value("unit"), most))


def recent(t: Told) -> Interval:
    """For years, in recent months: from nobody knows when, up to the document's day."""
    return Interval(from_=None, to=t.on, precision="vague")


def weekday(t: Told) -> Interval:
    """The last such day up to the document's; the next one where the text looks ahead or says so."""
    if t.on is None or t.on.precision != "day":
        return interval(None, "day")
    back = (t.on.first.isoweekday() - t.value("weekday")) % 7
    if t.text("turn") in {"next", "this"} or (t.ahead and not t.text("turn")):
        step = -back % 7 if t.text("turn") != "next" else -back % 7 or 7
        return interval(t.on.first + timedelta(days=step), "day")
    return interval(t.on.first - timedelta(days=7 if back == 0 and t.text("turn") == "last" else back), "day")


def today(t: Told) -> Interval:
    """Yesterday, tonight."""
    if t.on is None or t.on.precision != "day":
        return interval(None, "day")
    return interval(t.on.first + timedelta(days=t.value("today")), "day")


def later(t: Told) -> Interval | None:
    """Three years later: counted from the date last told in the text; None where there is none."""
    if t.last is None or t.text("vague") or not known_to(t.last, t.value("unit")):
        return None
    n = t.value("count") * (-1 if t.text("way") in {"earlier", "before"} else 1)
    first, last = unit_around(t.last, t.value("unit"), n)
    return interval(first, t.value("unit"), last)


def same(t: Told) -> Interval | None:
    """That evening, the following year: counted from the date last told in the text."""
    unit = t.words["part_of_day"].get(t.text("same"), t.text("same"))
    if t.last is None or not known_to(t.last, unit):
        return None
    first, last = unit_around(t.last, unit, 1 if t.text("way") else 0)
    return interval(first, unit, last)


MAKERS: dict[str, Callable[[Told], Interval | None]] = {
    make.__name__.removesuffix("_told"): make
    for make in (
        full, days, day_month, month_year, month, season_told, years, decade, century, year, ago, turn, stretch,
        since_then, ahead, recent, weekday, today, later, same,
    )
}  # fmt: skip


def number(word: str) -> int | None:
    """The number that a word or digits tell."""
    words: dict[str, int] = lexicon("dates")["words"]["number"]
    return int(word) if word.isdigit() else words.get(word.lower())

"""The arithmetic of told dates: units of time counted from a day that may be known only to the month or the year."""

from __future__ import annotations

from datetime import date, timedelta

from foedus.nouns import Interval
from foedus.when import When

_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def interval(first: When | date | None, precision: str, last: When | date | None = None) -> Interval:
    """From one date to another, or one date alone."""
    start = None if first is None else When(first)
    return Interval(from_=start, to=start if last is None else When(last), precision=precision)


def month_of(year: int, month: int) -> When:
    """A month counted on from January of a year: month 13 is January of the next."""
    return When(f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}")


def known_to(on: When, unit: str) -> bool:
    """Whether a date is known well enough to count such units from it."""
    return on.precision == "day" or (unit == "month" and on.precision == "month") or unit in _YEARS


def unit_around(on: When, unit: str, n: int) -> tuple[When, When]:
    """The first and last date of the day, week, month, year ... that lies `n` of them after a date (before: negative)."""
    if unit in _DAYS:
        moved = on.first + timedelta(days=n * _DAYS[unit])
        monday = moved - timedelta(days=moved.weekday())
        first, last = {"day": (0, 0), "weekend": (5, 6)}.get(unit, (0, 6))
        start = moved if unit == "day" else monday + timedelta(days=first)
        return When(start), When(start + timedelta(days=last - first))
    if unit == "month":
        month = month_of(on.first.year, on.first.month + n)
        return month, month
    width = _YEARS[unit]
    start_year = (on.first.year + n * width) // width * width if width > 1 else on.first.year + n
    return When(f"{start_year:04}"), When(f"{start_year + width - 1:04}")


def moved(on: When, unit: str, n: int) -> When:
    """The date `n` units after a date, known as well as that one: a year after 2015-09-20 is 2016-09-20."""
    if unit in _DAYS:
        return When(on.first + timedelta(days=n * _DAYS[unit]))
    month = month_of(on.first.year, on.first.month + n * _MONTHS[unit])
    if on.precision != "day":
        return When(month[: len(on)])
    return When(min(month.last, month.first + timedelta(days=on.first.day - 1)))


def nearest(on: When, month: int, day: int, ahead: bool) -> date:
    """The day of a month, in the year that brings it nearest to a date; not before that date if `ahead`."""
    days = [d for n in range(-4, 5) if (d := _day(on.first.year + n, month, day))]
    days = [d for d in days if not ahead or d >= on.first]
    return min(days, key=lambda d: (abs((d - on.first).days), d))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def season(on: When, start: int, turn: str) -> tuple[When, When]:
    """The last, this or next season of three months; a winter (start 12) is named by the year it begins in."""
    here = on.first.year * 12 + on.first.month - 1
    begins = [(on.first.year + n) * 12 + start - 1 for n in (-2, -1, 0, 1, 2)]
    if turn == "last":
        chosen = max(b for b in begins if b + 2 < here)
    elif turn == "next":
        chosen = min(b for b in begins if b > here)
    else:
        chosen = min(begins, key=lambda b: abs(b + 1 - here))
    return month_of(chosen // 12, chosen % 12 + 1), month_of(chosen // 12, chosen % 12 + 3)

"""Dates with reduced precision (ISO 8601 "1994", "1994-05", "1994-05-15") and what can be said of their order.

A date is the interval of days it may mean: "1994-05" is any day from 1 to 31 May 1994.
Every comparison has three answers: True, False, and None where the precision does not tell.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cached_property
from typing import Literal

Precision = Literal["year", "month", "day"]
Known = bool | None
"""A three-valued answer: holds, fails, unknown."""

_SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


class When(str):
    """One date as it is known. `first` and `last` are the earliest and latest day that it may mean.

    >>> When("1994-02").last
    datetime.date(1994, 2, 28)
    """

    __slots__ = ("__dict__",)

    def __new__(cls, text: str | date) -> When:
        """Raise ValueError, with the words that were given, for what is no such date."""
        text = text.isoformat() if isinstance(text, date) else text
        shape = _SHAPE.match(text)
        if not shape:
            raise ValueError(f"{text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part or 1) for part in shape.groups())
        try:
            date(year, month, day)
        except ValueError as error:
            raise ValueError(f"{text!r} is no date: {error}") from None
        return str.__new__(cls, text)

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        return ("year", "month", "day")[self.count("-")]

    @cached_property
    def first(self) -> date:
        """The earliest day it may mean."""
        year, month, day = (*map(int, self.split("-")), 1, 1)[:3]
        return date(year, month, day)

    @cached_property
    def last(self) -> date:
        """The latest day it may mean."""
        start = self.first
        month = 12 if self.precision == "year" else start.month
        if self.precision == "day":
            return start
        return date(start.year, month, calendar.monthrange(start.year, month)[1])


def not_after(a: When, b: When) -> Known:
    """Whether `a` is on or before `b`.

    >>> not_after(When("1994"), When("1994-05")) is None
    True
    """
    if a.last <= b.first:
        return True
    return False if a.first > b.last else None


def before(a: When, b: When) -> Known:
    """Whether `a` is strictly before `b`."""
    later = not_after(b, a)
    return None if later is None else not later


def all_of(*answers: Known) -> Known:
    """Three-valued and: one False decides, else one None."""
    if False in answers:
        return False
    return None if None in answers else True


def any_of(*answers: Known) -> Known:
    """Three-valued or: one True decides, else one None."""
    if True in answers:
        return True
    return None if None in answers else False


def within(on: When, start: When | None, end: When | None) -> Known:
    """Whether `on` lies in the interval from `start` (included) until `end` (excluded).

    A start of None was always so, an end of None is still so.
    """
    begun = True if start is None else not_after(start, on)
    open_still = True if end is None else before(on, end)
    return all_of(begun, open_still)


def overlap(a: tuple[When | None, When | None], b: tuple[When | None, When | None]) -> Known:
    """Whether two intervals (from included, until excluded) share a day."""
    starts_in_time = True if a[0] is None or b[1] is None else before(a[0], b[1])
    ends_late_enough = True if b[0] is None or a[1] is None else before(b[0], a[1])
    return all_of(starts_in_time, ends_late_enough)

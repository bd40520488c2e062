"""The record's answer to one finding, and what it is asked with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from foedus.nouns import Fact, Finding, Interval, Named, Noun
from foedus.shelf import Shelf
from foedus.when import Known, When, overlap

Word = Literal["supported", "contradicted", "contested", "silent"]


class Answer(Noun, frozen=True, kw_only=True):
    """How the record stands to a finding, the facts it rests on, and why."""

    record: Word
    facts: tuple[str, ...] = ()
    because: str = ""


class Comparison(Noun, frozen=True, kw_only=True):
    """The record's answer to a finding of a document."""

    finding: str
    document: str
    record: Word
    facts: tuple[str, ...]
    because: str


@dataclass(frozen=True)
class Asked:
    """The record, the day that a finding without a date is about, and the other findings of its document."""

    shelf: Shelf
    day: When
    findings: tuple[Finding, ...]
    text: str = ""

    def sentence(self, finding: Finding) -> str:
        """The sentence that a finding stands in."""
        start, end = finding.span
        before, behind = self.text[max(0, start - 300) : start], self.text[end : end + 300]
        first = max(before.rfind(mark) for mark in (". ", "? ", "! ", "\n"))
        last = min((place for mark in (". ", "? ", "! ", "\n") if (place := behind.find(mark)) >= 0), default=len(behind))
        return before[first + 1 :] + self.text[start:end] + behind[:last]

    @cached_property
    def covered(self) -> frozenset[str]:
        """The organisations whose members the record holds."""
        return frozenset(m.of for m in self.shelf.memberships if m.status == "member")

    def span(self, when: Interval | None) -> tuple[When | None, When | None]:
        """The days that a finding is about: its own, else the document's day."""
        return (when.from_, when.to) if when else (self.day, self.day)

    def during(self, fact_span: tuple[When | None, When | None], when: Interval | None) -> Known:
        """Whether a fact's interval and the finding's share a day."""
        first, last = self.span(when)
        return overlap(fact_span, (first, after(last)))


def after(day: When | None) -> When | None:
    """The day after the last day that `day` may mean, for an interval whose end is excluded."""
    from datetime import date, timedelta

    if day is None or day.last == date.max:
        return None
    return When(day.last + timedelta(days=1))


def id_of(named: Named | None) -> str | None:
    """The id of a party, None for nobody or an unknown name."""
    return named.id if named else None


def supported(facts: Iterable[Fact], because: str = "") -> Answer:
    """The record holds what the text tells."""
    return Answer(record="supported", facts=tuple(fact.id for fact in facts), because=because)


def contradicted(facts: Iterable[Fact], because: str) -> Answer:
    """The record holds otherwise."""
    return Answer(record="contradicted", facts=tuple(fact.id for fact in facts), because=because)


def contested(facts: Iterable[Fact], because: str) -> Answer:
    """The record holds sources for both."""
    return Answer(record="contested", facts=tuple(fact.id for fact in facts), because=because)


def silent(because: str) -> Answer:
    """The record does not tell."""
    return Answer(record="silent", because=because)


def turned(answer: Answer, because: str = "") -> Answer:
    """The answer to the opposite claim."""
    other: dict[Word, Word] = {"supported": "contradicted", "contradicted": "supported"}
    record = other.get(answer.record, answer.record)
    return Answer(record=record, facts=answer.facts, because=because or answer.because)

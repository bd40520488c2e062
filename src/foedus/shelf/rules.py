"""What must hold of a whole record, one rule a function: each yields the problems it sees."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from foedus.nouns import Dated, Membership, Period, Wording
from foedus.shelf.held import TABLES, Problem, Shelf
from foedus.shelf.spelling import did_you_mean
from foedus.when import before, overlap

ORGANISED = ("alliances",)
ACTORS = ("alliances", "bodies", "states", "threats", "actors", "political_parties")
REFERENCES: dict[tuple[str, str], tuple[str, ...]] = {
    ("memberships", "of"): ORGANISED,
    ("memberships", "state"): ("states",),
    ("bodies", "of"): ("alliances", "states", "bodies"),
    ("offices", "of"): ("alliances", "states", "bodies", "political_parties", "threats", "actors"),
    ("bases", "of"): ("alliances", "states"),
    ("bases", "host"): ("states", "places"),
    ("bases", "owner_by_law"): ("alliances", "states"),
    ("bases", "flag_by_name"): ("alliances", "states"),
    ("bases", "manned_by"): ("alliances", "states"),
    ("bases", "supplied_by"): ("alliances", "states"),
    ("summits", "of"): ORGANISED,
    ("operations", "of"): ORGANISED,
    ("operations", "crisis"): ("crises",),
    ("operations", "mandate"): ("mandates",),
    ("organ_acts", "of"): ORGANISED,
    ("forecasts", "of"): ORGANISED,
    ("treaties", "of"): ORGANISED,
    ("parties", "treaty"): ("treaties",),
    ("parties", "state"): ("states",),
    ("wordings", "treaty"): ("treaties",),
    ("wordings", "debtors"): ("states",),
    ("wordings", "creditors"): ("states",),
    ("crises", "places"): ("places", "states"),
    ("requests", "crisis"): ("crises",),
    ("requests", "by"): ACTORS,
    ("requests", "to"): ACTORS,
    ("requests", "treaty"): ("treaties",),
    ("responses", "crisis"): ("crises",),
    ("responses", "by"): ACTORS,
    ("responses", "to"): ACTORS,
    ("responses", "request"): ("requests",),
    ("aid", "giver"): ACTORS,
    ("aid", "receiver"): ACTORS,
    ("aid", "crisis"): ("crises",),
    ("mandates", "by"): ACTORS,
    ("mandates", "crisis"): ("crises",),
    ("actors", "of"): ("states",),
    ("political_parties", "of"): ("states",),
    ("repressions", "of"): ("states",),
    ("regimes", "of"): ("states",),
    ("incidents", "state"): ("states",),
    ("incidents", "threat"): ("threats",),
    ("incidents", "crisis"): ("crises",),
    ("ascriptions", "of"): ("states", "alliances"),
    ("ascriptions", "incident"): ("incidents",),
    ("ascriptions", "threat"): ("threats",),
}
"""Which tables the id in a field must stand in."""


def check(shelf: Shelf) -> list[Problem]:
    """Every problem of a record that could be read."""
    return [problem for rule in RULES for problem in rule(shelf)]


def unknown_ids(shelf: Shelf) -> Iterator[Problem]:
    """Every id that a fact points to stands in the record."""
    ids = {table: {row.id for row in getattr(shelf, table)} for table in (*TABLES, "states", "places")}
    for (table, field), targets in REFERENCES.items():
        known = set().union(*(ids[target] for target in targets))
        for fact in getattr(shelf, table):
            for id in _each(getattr(fact, field)):
                if id not in known:
                    what = f"{field} = {id!r} is in none of {', '.join(targets)}{did_you_mean(id, known)}"
                    yield Problem(shelf.where[fact.id], f"{fact.id}: {what}")


def unknown_parties_to_a_crisis(shelf: Shelf) -> Iterator[Problem]:
    """Victims and aggressors are states; an aggressor may also be a named threat or party."""
    states, groups = {s.id for s in shelf.states}, {t.id for t in (*shelf.threats, *shelf.political_parties)}
    for crisis in shelf.crises:
        for reading in crisis.readings:
            wrong = [v for v in reading.victims if v not in states]
            wrong += [b for b in reading.backers if b not in states]
            wrong += [a for a in reading.aggressors if a not in states | groups]
            for id in wrong:
                yield Problem(shelf.where[crisis.id], f"{crisis.id}: reading {reading.id} names {id!r}, which nothing is")


def evidence_without_a_fact_or_a_source(shelf: Shelf) -> Iterator[Problem]:
    """A row of evidence names a fact and a source that exist."""
    facts, sources = {fact.id for _, fact in shelf.facts()}, {source.id for source in shelf.sources}
    for row in shelf.evidence:
        if row.fact not in facts:
            yield Problem("evidence.csv", f"no fact has the id {row.fact!r}{did_you_mean(row.fact, facts)}")
        if row.source not in sources:
            yield Problem(
                "evidence.csv", f"{row.fact}: no source has the id {row.source!r}{did_you_mean(row.source, sources)}"
            )


def facts_without_evidence(shelf: Shelf) -> Iterator[Problem]:
    """Every fact but a source has a row of evidence."""
    for table, fact in shelf.facts():
        if table != "sources" and fact.id not in shelf.evidence_of:
            yield Problem(shelf.where[fact.id], f"{fact.id}: no evidence", "warning")


def dates_out_of_order(shelf: Shelf) -> Iterator[Problem]:
    """Nothing ends before it begins."""
    for _, fact in shelf.facts():
        spans: list[Any] = [fact] if isinstance(fact, Dated) else []
        spans += fact.periods if isinstance(fact, Wording) else ()
        for span in spans:
            if span.from_ and span.until and before(span.until, span.from_):
                yield Problem(shelf.where[fact.id], f"{fact.id}: until {span.until} lies before from {span.from_}")


def a_member_twice(shelf: Shelf) -> Iterator[Problem]:
    """A state has one standing in an organisation at a time."""
    by_seat: dict[tuple[str, str], list[Membership]] = {}
    for m in shelf.memberships:
        by_seat.setdefault((m.of, m.state), []).append(m)
    for (of, state), rows in by_seat.items():
        for a, b in itertools.combinations(rows, 2):
            if overlap((a.from_, a.until), (b.from_, b.until)):
                yield Problem(shelf.where[b.id], f"{state} stands twice in {of} at one time: {a.id} and {b.id}")


def overlapping_wordings(shelf: Shelf) -> Iterator[Problem]:
    """One article has one wording of a kind at a time, and no gap that is not itself a period with its reason."""
    by_article: dict[tuple[str, str, str], list[tuple[Period, Wording]]] = {}
    for w in shelf.wordings:
        by_article.setdefault((w.treaty, w.article, w.kind), []).extend((p, w) for p in w.periods)
        if not w.periods:
            yield Problem(shelf.where[w.id], f"{w.id}: a wording needs a period")
    for rows in by_article.values():
        rows.sort(key=lambda row: row[0].from_.first if row[0].from_ else date.min)
        for (a, w), (b, v) in itertools.pairwise(rows):
            if overlap((a.from_, a.until), (b.from_, b.until)):
                yield Problem(shelf.where[v.id], f"{w.id} and {v.id} are both in force from {b.from_}")
            elif a.until != b.from_:
                gap = f"between {a.until} and {b.from_} no wording stands"
                yield Problem(shelf.where[v.id], f"{v.id}: {gap}; write a period with status gap and because")


def periods_without_a_reason(shelf: Shelf) -> Iterator[Problem]:
    """A period that is not in force says why."""
    for w in shelf.wordings:
        for p in w.periods:
            if p.status != "in force" and not p.because:
                yield Problem(shelf.where[w.id], f"{w.id}: the {p.status} period from {p.from_} says no because")


def sources_without_coverage_or_licence(shelf: Shelf) -> Iterator[Problem]:
    """A source says what it covers and under which terms it may be used."""
    for source in shelf.sources:
        for field in ("coverage", "licence"):
            if not getattr(source, field):
                yield Problem(shelf.where[source.id], f"source {source.id}: no {field}")


def counts_outside_a_sources_bounds(shelf: Shelf) -> Iterator[Problem]:
    """As many facts cite a source as it says there should be."""
    cited = Counter(source for source, _ in {(row.source, row.fact) for row in shelf.evidence})
    for source in shelf.sources:
        count, least, most = cited[source.id], source.least, source.most
        if (least is not None and count < least) or (most is not None and count > most):
            bounds = f"{least if least is not None else 0} to {most if most is not None else 'any number'}"
            yield Problem(shelf.where[source.id], f"source {source.id}: {count} facts cite it, expected {bounds}")


RULES: tuple[Callable[[Shelf], Iterator[Problem]], ...] = (
    unknown_ids,
    unknown_parties_to_a_crisis,
    evidence_without_a_fact_or_a_source,
    facts_without_evidence,
    dates_out_of_order,
    a_member_twice,
    overlapping_wordings,
    periods_without_a_reason,
    sources_without_coverage_or_licence,
    counts_outside_a_sources_bounds,
)


def _each(value: Any) -> tuple[str, ...]:
    if not value:
        return ()
    return value if isinstance(value, tuple) else (value,)

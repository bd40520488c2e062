"""What the record covers: per alliance and kind of fact, how many, from when to when, how many confirmed."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from foedus.nouns import Fact, Noun
from foedus.shelf import Shelf
from foedus.verbs import opened
from foedus.when import When


class Covered(Noun, frozen=True, kw_only=True):
    """Facts of one kind about one organisation or state (`of` empty: about none in particular)."""

    of: str
    kind: str
    facts: int
    confirmed: int
    contested: int
    first: When | None
    last: When | None


class Cited(Noun, frozen=True, kw_only=True):
    """A source, what it covers, its terms, and how many facts cite it."""

    source: str
    title: str
    kind: str
    coverage: str
    licence: str
    facts: int


class CoverageAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `foedus coverage`. Outside these spans the record's answer is unknown, not none."""

    covered: tuple[Covered, ...]
    sources: tuple[Cited, ...]


def coverage(*, shelf: Shelf | None = None) -> CoverageAnswer:
    """What the record covers."""
    shelf = shelf or opened.shelf()
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    owner = {t.id: t.of for t in shelf.treaties}
    for table, fact in shelf.facts():
        if table != "sources":
            groups[_of(fact, owner), table].append(fact)
    cited: dict[str, set[str]] = defaultdict(set)
    for row in shelf.evidence:
        cited[row.source].add(row.fact)
    return CoverageAnswer(
        covered=tuple(_covered(shelf, of, kind, facts) for (of, kind), facts in sorted(groups.items())),
        sources=tuple(
            Cited(source=s.id, title=s.title, kind=s.kind, coverage=s.coverage, licence=s.licence, facts=len(cited[s.id]))
            for s in shelf.sources
        ),
    )


def _of(fact: Any, owner: dict[str, str]) -> str:
    return getattr(fact, "of", "") or owner.get(getattr(fact, "treaty", ""), "")


def _covered(shelf: Shelf, of: str, kind: str, facts: list[Fact]) -> Covered:
    days = [d for fact in facts for d in (getattr(fact, "from_", None), getattr(fact, "on", None)) if d]
    contested = sum(any(row.stance == "contradicts" for row in shelf.evidence_of.get(fact.id, ())) for fact in facts)
    return Covered(
        of=of,
        kind=kind,
        facts=len(facts),
        confirmed=sum(shelf.confirmed(fact.id) for fact in facts),
        contested=contested,
        first=min(days, key=lambda d: d.first, default=None),
        last=max(days, key=lambda d: d.last, default=None),
    )

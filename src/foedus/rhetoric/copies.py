"""Copies: the same words of the same speaker, printed by several papers or twice, are one statement.

Near-duplicates are found by MinHash over word triples (rensa); two statements of one speaker within a month of one
another whose triples agree by four fifths are taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol, TypeVar

THRESHOLD = 0.8
DAYS = 31
_HASHES, _BANDS, _SEED = 64, 16, 42
_WORD = re.compile(r"\w+")


class Said(Protocol):
    """A statement as this measure needs it."""

    @property
    def speaker(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def content(self) -> str: ...


S = TypeVar("S", bound=Said)


def without_copies(statements: Iterable[S]) -> list[S]:
    """The statements without later copies, by speaker and day; each copy is dropped for the first of its kind."""
    by_speaker: dict[str, list[S]] = {}
    for statement in statements:
        by_speaker.setdefault(statement.speaker, []).append(statement)
    return [kept for said in by_speaker.values() for kept in _firsts(sorted(said, key=lambda s: (s.on, s.content)))]


def _firsts(said: Sequence[S]) -> Iterator[S]:
    """The statements of one speaker, in order of day, without those that copy one of the month before."""
    from rensa import RMinHash, RMinHashLSH

    same: dict[str, date] = {}
    near = RMinHashLSH(threshold=THRESHOLD, num_perm=_HASHES, num_bands=_BANDS)
    sketches: list[RMinHash] = []
    days: list[date] = []
    for statement in said:
        words = _WORD.findall(statement.content.casefold())
        key = " ".join(words)
        if key in same and (statement.on - same[key]).days <= DAYS:
            continue
        sketch = RMinHash(num_perm=_HASHES, seed=_SEED)
        sketch.update(_triples(words))
        if any(_close(statement.on, days[i], sketch, sketches[i]) for i in near.query(sketch)):
            continue
        same[key] = statement.on
        near.insert(len(days), sketch)
        sketches.append(sketch)
        days.append(statement.on)
        yield statement


def _close(on: date, before: date, a: object, b: object) -> bool:
    return (on - before).days <= DAYS and a.jaccard(b) >= THRESHOLD  # type: ignore[attr-defined]


def _triples(words: list[str]) -> list[str]:
    """Word triples; a shorter statement is one piece."""
    return [" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))]

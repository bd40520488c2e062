"""Very long documents are read in parts, so that the time a text takes grows with its length and no faster."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from foedus.nouns import Document, Finding, Span

PART = 250_000  # characters
S = TypeVar("S")


def cuts(text: str) -> Iterator[Span]:
    """The parts of a text: all of it, or stretches of at most PART, cut after a paragraph, else a sentence or word."""
    start = 0
    while len(text) - start > PART:
        end = start + PART
        ends = (text.rfind(mark, start + PART // 2, end) + len(mark) for mark in ("\n", ". ", " "))
        cut = next((e for e in ends if e > start + PART // 2), end)
        yield start, cut
        start = cut
    yield start, len(text)


def part(document: Document, span: Span) -> Document:
    """The document with only that part of its text."""
    return (
        document
        if span == (0, len(document.text))
        else msgspec.structs.replace(document, text=document.text[slice(*span)])
    )


def moved(finding: Finding, by: int) -> Finding:
    """A finding of a part as one of the whole: every span moved, the id made anew."""
    if not by:
        return finding
    id = hashlib.blake2b(f"{finding.id} {by}".encode(), digest_size=8).hexdigest()
    return msgspec.structs.replace(_moved(finding, by), id=id)


def _moved(value: S, by: int) -> S:
    found: Any = value
    if isinstance(value, msgspec.Struct):
        changed = {
            f: _moved(v, by) for f, v in msgspec.structs.asdict(value).items() if isinstance(v, (tuple, msgspec.Struct))
        }
        found = msgspec.structs.replace(value, **changed)
    elif isinstance(value, tuple):
        span = len(value) == 2 and all(type(v) is int for v in value)
        found = tuple(v + by for v in value) if span else tuple(_moved(v, by) for v in value)
    result: S = found
    return result

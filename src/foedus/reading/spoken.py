"""What somebody is said to have said, before it becomes a finding: cue, source and content as places in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foedus.nouns import Span
from foedus.reading.parsed import Parsed


@dataclass(frozen=True)
class Spoken:
    """One attribution. `verb` is the token of the cue that decides (None in a layout: a colon, a dash)."""

    rule: str
    verb: int | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source: tuple[Span, ...]


def spans_of(parsed: Parsed, tokens: Iterable[int]) -> tuple[Span, ...]:
    """The stretches of the text that the tokens make up; tokens with nothing between them are one stretch."""
    return joined((parsed.places_of[i], i) for i in sorted(set(tokens)))


def joined(placed: Iterable[tuple[Span, int]]) -> tuple[Span, ...]:
    """Spans of tokens that follow each other, as one span each run."""
    out: list[Span] = []
    last = -2
    for (start, end), i in placed:
        if out and i == last + 1:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
        last = i
    return tuple(out)


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap or touch as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)

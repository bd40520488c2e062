"""Page furniture: the parts of a page that are not its text (subscription tails, teasers, captions)."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from foedus.nouns import Span
from foedus.reading.lexicon import lexicon

LINE = re.compile(r"[^\r\n]+")


@cache
def _patterns(table: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in lexicon("furniture")[table]), re.IGNORECASE)


def furniture(text: str) -> tuple[Span, ...]:
    """Spans of `text`, whole lines, that belong to the page and not to the writing. Sorted, apart from each other."""
    lines = [m.span() for m in LINE.finditer(text) if m.group().strip()]
    tail = _tail(text, lines)
    out = [(s, e) for s, e in lines if s < tail and _patterns("line").fullmatch(text[s:e].strip())]
    return tuple(out + ([(tail, len(text))] if tail < len(text) else []))


def _tail(text: str, lines: list[Span]) -> int:
    """Where the page's tail begins: a line that opens one, with no paragraph of prose after it; else the end.

    A tail never takes more than a third of the lines' words when it holds prose: an article may quote such a line.
    """
    for (s, e), _ in pairwise([*lines, (len(text), len(text))]):
        if _patterns("tail").fullmatch(text[s:e].strip()) and not _prose(text[e:]):
            return s
    return len(text)


def _prose(text: str) -> bool:
    """Whether what follows reads on: more than two lines of over 25 words that end as a sentence does."""
    long = [x for x in LINE.findall(text) if len(x.split()) > 25 and x.rstrip()[-1:] in '.!?”"’']
    return len(long) > 2

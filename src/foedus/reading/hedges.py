"""Words that weaken what is said, by class: lexicon/hedges.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from foedus.nouns import Hedge, Span
from foedus.reading.lexicon import lexicon

NUMBER = re.compile(
    r"[\s~]+(?:an? |the )?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|half|hundred|dozen)\b)",
    re.IGNORECASE,
)


def hedges(text: str, spans: Iterable[Span]) -> tuple[Hedge, ...]:
    """The hedges in the spans of a text, in order, the longest where several begin at one place."""
    found: dict[int, Hedge] = {}
    for start, end in spans:
        for hedge in _in(text, start, end):
            known = found.get(hedge.span[0])
            if known is None or hedge.span[1] > known.span[1]:
                found[hedge.span[0]] = hedge
    return tuple(found[s] for s in sorted(found))


def _in(text: str, start: int, end: int) -> Iterator[Hedge]:
    """Hedges of one span: a month ("May") and an approximator without a number are none."""
    classes, needing, pattern = _vocabulary()
    for m in pattern.finditer(text, start, end):
        word = m.group().lower()
        if word == "may" and m.group() != "may" and m.start() > 0 and text[m.start() - 1] not in '\n“"':
            continue
        if word in needing and not NUMBER.match(text, m.end(), end):
            continue
        yield Hedge(span=m.span(), class_=classes[word])


@cache
def _vocabulary() -> tuple[dict[str, str], frozenset[str], re.Pattern[str]]:
    """Word -> class, the words that need a number after them, and one pattern for all."""
    tables = lexicon("hedges")
    classes = {word: name for name, table in tables.items() for word in table["words"]}
    needing = frozenset(w for table in tables.values() for w in table.get("needs_number", ()))
    words = "|".join(re.escape(w) for w in sorted(classes, key=len, reverse=True))
    return classes, needing, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

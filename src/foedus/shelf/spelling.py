"""The nearest known words to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from itertools import takewhile

_CODE = 4
"""Letters up to which a word is a code rather than a name: there one wrong letter is a third of it."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean x, y?`, or nothing where no known word is near."""
    found = nearest(word, known)
    return f"; did you mean {', '.join(found)}?" if found else ""


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words that may have been meant, the likeliest first: like it, and of those such as begin like it."""
    by_lower = {name.lower(): name for name in sorted(known)}
    asked = word.lower()
    near = difflib.get_close_matches(asked, by_lower, n=20, cutoff=0.6 if len(asked) <= _CODE else 0.75)
    return [by_lower[name] for name in sorted(near, key=lambda name: (-_likeness(asked, name), name))[:most]]


def _likeness(asked: str, name: str) -> float:
    same_start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(asked, name, strict=False)))
    return difflib.SequenceMatcher(None, asked, name).ratio() + same_start / (10 * len(asked))

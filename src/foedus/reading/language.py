"""Is a text English? Most are; only where English function words are rare is a classifier asked (py3langid)."""

from __future__ import annotations

import re
from functools import cache

from foedus.reading.lexicon import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 30
_ENGLISH = 0.2


def language(text: str) -> str:
    """The ISO 639-1 code of a text's language; "en" for texts too short to tell."""
    words = [word.lower() for word in _WORD.findall(text[:20_000])]
    if len(words) < _LEAST or sum(word in _function_words() for word in words) / len(words) >= _ENGLISH:
        return "en"
    import py3langid

    code, _ = py3langid.classify(text[:20_000])
    return str(code)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(lexicon("english")["function_words"])

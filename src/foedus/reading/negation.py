"""Whether a cue is denied: did not confirm, declined to say, nobody claimed, without mentioning."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(lexicon("cues")["negation"][table])


def negated(doc: Doc, cue: Token, source: tuple[int, ...]) -> bool:
    """Whether the words were not said: by a negation at the cue, a verb of refusal above it, or nobody as the source."""
    if any(doc[i].lower_ in _words("nobody") for i in source[:1]) or (source and doc[source[0]].lower_ == "no"):
        return True
    verb = cue
    for _ in range(3):
        if any(c.dep_ == "neg" or c.lower_ in _words("adverbs") for c in verb.children):
            return True
        head = verb.head
        if verb.dep_ == "pcomp" and head.lower_ in _words("prepositions"):
            return True
        if verb.dep_ in ("xcomp", "pcomp", "prep") and head is not verb:
            if _lemma(head) in _words("refusals"):
                return True
            verb = head
        else:
            return False
    return False


def _lemma(token: Token) -> str:
    return token.lemma_.lower()

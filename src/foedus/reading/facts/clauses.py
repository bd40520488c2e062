"""Clauses as readers see them: the stretch between strong marks that a word stands in, shorter where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.nouns import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told

STRONG = {";", ":", "–", "—", "--", "(", ")", '"', "?", "!", "..."}
LONG = 26
"""Words beyond which a clause is cut at commas too."""


def around(told: Told, token: Token) -> Span | None:
    """The clause that a word stands in; None where it holds no word but that one's marks."""
    first, end = bounds(token)
    while first < end and (told.parsed.doc[first].is_punct or told.parsed.doc[first].dep_ in ("cc",)):
        first += 1
    while end > first and told.parsed.doc[end - 1].is_punct:
        end -= 1
    return told.parsed.span(told.parsed.doc[first:end]) if end - first > 1 else None


def bounds(token: Token) -> Span:
    """The clause of a word as token numbers, end exclusive."""
    sentence, doc = token.sent, token.doc
    first, end = token.i, token.i + 1
    while first > sentence.start and not _strong(doc[first - 1]):
        first -= 1
    while end < sentence.end and not _strong(doc[end]):
        end += 1
    if end - first > LONG:
        commas = [i for i in range(first, end) if doc[i].text == "," and not _in_list(doc[i])]
        first = max((i + 1 for i in commas if i < token.i), default=first)
        end = min((i for i in commas if i > token.i), default=end)
    return first, end


def _strong(token: Token) -> bool:
    return token.text in STRONG or (
        token.text == "-" and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)
    )


def _in_list(comma: Token) -> bool:
    """Whether a comma only sets apart the fellows of a list, or words before a noun."""
    after = comma.doc[comma.i + 1 : comma.i + 3]
    return any(t.dep_ == "conj" and t.pos_ in ("NOUN", "PROPN", "ADJ") for t in after)

"""Opinion: clauses in which the author evaluates. They are kept as such and assert no fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from foedus.nouns import View
from foedus.reading.facts.clauses import around
from foedus.reading.facts.grammar import doers
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told


def find(told: Told) -> Iterator[View]:
    """Each clause of opinion once, outside quotations; `by` is the speaker where somebody else's words are reported."""
    taken: set[tuple[int, int]] = set()
    for words, rule in sorted(_cues(told), key=lambda c: c[0].end):
        cue = words[-1]
        span = around(told, cue)
        if span is None or span in taken or told.quoted(cue):
            continue
        taken.add(span)
        made = told.parsed.base("judgement", span, f"judgement.{rule}")
        yield View(**made, by=told.voice(cue), of=told.text[slice(*told.parsed.span(words))])


def _cues(told: Told) -> Iterator[tuple[Tokens, str]]:
    """The words of opinion, and by which rule."""
    book = lexicon("judgement")
    for word in book["words"]:
        for token in (*told.lemmas.get(word, ()), *told.forms.get(word, ())):
            if token.pos_ != "PROPN":
                yield token.doc[token.i : token.i + 1], "word"
    pictures = (*told.words(book["verbs"], "VERB"), *(t for t in told.words(book["bodies"], "VERB") if _picture(told, t)))
    yield from ((t.doc[t.i : t.i + 1], "picture") for t in pictures)
    text = told.parsed.doc.text
    for found in _phrases().finditer(text):
        here = told.parsed.doc.char_span(*found.span(), alignment_mode="expand")
        if here is not None:
            yield here, "phrase"


def _picture(told: Told, verb: Token) -> bool:
    """`the pact limps on`: a verb for bodies, said of a state or an organisation."""
    if verb.dep_ == "amod":
        return False
    sorts = {told.sort(n) for d in doers(verb) for n in told.parties(d)}
    return bool(sorts & {"state", "organisation"}) or told.sort(told.organisation_in(verb.sent)) == "organisation"


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('judgement')['phrases'])})\b", re.I)

"""Questions of the author: asked with a mark, or left open (`who gave the order is unclear`). They assert nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import View
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told

_CUTS = {":", "-", "–", "—", "--", ";", "(", '"'}


def find(told: Told) -> Iterator[View]:
    """All questions outside quotations."""
    for sentence in told.parsed.sentences:
        marks = [t for t in sentence if t.text == "?"]
        for mark in marks:
            first = mark.i
            while first > sentence.start and told.parsed.doc[first - 1].text not in (_CUTS | {"?"}):
                first -= 1
            if first < mark.i and not told.quoted(mark) and not told.quoted(told.parsed.doc[first]):
                yield _made(told, told.parsed.doc[first], mark, "mark")
    yield from _left_open(told)


def _left_open(told: Told) -> Iterator[View]:
    book = lexicon("question")
    for verb in told.words(("be", "remain", "stay"), "AUX", "VERB"):
        asked = next((c for c in verb.children if c.dep_ in ("csubj", "nsubj", "advcl", "ccomp") and c.i < verb.i), None)
        if asked is None or asked.left_edge.lower_ not in book["asking"] or asked.pos_ not in ("VERB", "AUX"):
            continue
        if any(t.lower_ in book["open"] for t in verb.doc[verb.i + 1 : verb.i + 6]) and not told.quoted(verb):
            last = asked.right_edge if asked.right_edge.i < verb.i else verb.doc[verb.i - 1]
            yield _made(told, asked.left_edge, last, "open")


def _made(told: Told, first: Token, last: Token, rule: str) -> View:
    span = told.stretch(first, last)
    made = told.parsed.base("question", span, f"question.{rule}")
    return View(**made, of=made["quote"])

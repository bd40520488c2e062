"""Frames: generalisations that somebody spreads (`every critic is a foreign agent`). They assert nothing of the world."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import View
from foedus.reading.facts.clauses import around
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told


def find(told: Told) -> Iterator[View]:
    """All frames: a whole class, said to be of one sort, in somebody's words or under a word such as `theme`."""
    book = lexicon("frame")
    for quantifier in told.words(book["quantifiers"], "DET", "PRON"):
        noun = quantifier.head if quantifier.dep_ == "det" else quantifier
        verb = noun.head
        if (
            noun.dep_ not in ("nsubj", "nsubjpass", "csubj")
            or verb.lemma_.lower() not in book["verbs"]
            or verb.tag_ not in ("VBZ", "VBP", "VBG")
        ):
            continue
        whole = around(told, quantifier)
        span = (told.parsed.span(noun.left_edge)[0], whole[1]) if whole else None
        if (
            span
            and _of_suspects(told, verb, book["suspects"])
            and (told.voice(verb) or told.quoted(verb) or _told_as(verb))
        ):
            made = told.parsed.base("frame", span, "frame.whole")
            yield View(**made, by=told.voice(verb), of=made["quote"])


def _of_suspects(told: Told, verb: Token, suspects: list[str]) -> bool:
    return any(t.lemma_.lower() in suspects for t in verb.subtree)


def _told_as(verb: Token) -> bool:
    words = lexicon("frame")["told_as"]
    return any(t.lemma_.lower() in words for t in verb.sent)

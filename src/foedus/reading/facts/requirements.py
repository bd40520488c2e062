"""One organisation as the way into another: `CSTO membership requires EAEU membership`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import FactFinding, Named
from foedus.reading.facts.grammar import aspect, behind, passive
from foedus.reading.facts.lists import membership
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told


def required(told: Told) -> Iterator[FactFinding]:
    """`CSTO membership requires EAEU membership`: a rule that somebody states about two organisations."""
    book = lexicon("membership")["requires"]
    for word in told.words((*book["needed_first"], *book["needed_last"]), "VERB", "ADJ", "NOUN"):
        clause = word.head if word.pos_ in ("ADJ", "NOUN") and word.head.pos_ in ("AUX", "VERB") else word
        first = [n for t in clause.children if t.dep_ in ("nsubj", "nsubjpass") for n in _organisations(told, t)]
        after = [n for t in _after(word, clause, book["behind"]) for n in _organisations(told, t)]
        if not first or not after or first[0].id == after[0].id:
            continue
        active = word.pos_ == "VERB" and not passive(word)
        if active and word.lemma_.lower() not in book["needed_last"]:
            continue
        needed, of = (after[0], first[0]) if active else (first[0], after[0])
        last = clause.right_edge.i - clause.right_edge.is_punct
        span = told.parsed.span(word.doc[clause.left_edge.i : last + 1])
        yield membership(told, span, "required", needed, of, "required", aspect(clause))


def _after(word: Token, clause: Token, prepositions: list[str]) -> list[Token]:
    """What stands behind a word that says something is needed: its object, `for ...`, `to join ...`."""
    heads = (word, clause) if clause is not word else (word,)
    found = [t for head in heads for t in head.children if t.dep_ in ("dobj", "xcomp", "advcl") and t.i > word.i]
    return found + [t for head in heads for t in behind(head, prepositions)]


def _organisations(told: Told, token: Token) -> list[Named]:
    """The organisations named in a word's own words."""
    span = told.parsed.span(token.doc[token.left_edge.i : token.right_edge.i + 1])
    named = (Named(name=m.name, id=m.id, span=m.span) for m in told.parsed.mentions_in(span))
    return [n for n in named if told.sort(n) == "organisation"]

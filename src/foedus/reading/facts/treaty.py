"""Treaties: made, ratified, renewed, ended, in force, invoked; and those that a text names by their year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import FactFinding, Named
from foedus.reading.dates import date_in
from foedus.reading.facts.frames import told_by_verbs
from foedus.reading.facts.grammar import behind, own_subject, phrase
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told


def find(told: Told) -> Iterator[FactFinding]:
    """What verbs tell of treaties, and treaties named by their year where no verb tells of them."""
    by_verbs = list(told_by_verbs(told, "treaty"))
    yield from by_verbs
    for noun in told.words(lexicon("treaty")["things"]["named"], "NOUN", "PROPN"):
        span = _dated_phrase(told, noun)
        if span and not any(f.span[0] <= span[0] < f.span[1] for f in by_verbs):
            parties = _parties(told, noun)
            yield FactFinding(
                **told.parsed.base("treaty", span, "treaty.dated"),
                subject=parties[0] if parties else None,
                object=parties[1] if len(parties) > 1 else None,
                when=date_in(told.dates, *span),
                status="dated",
                value=told.phrase_text(noun),
            )


def _parties(told: Told, noun: Token) -> list[Named]:
    """Whose treaty it is: its adjectives of nation, whom it is with or between, who is bound `under` it."""
    inside = told.parsed.mentions_in(told.parsed.span(told.parsed.doc[noun.left_edge.i : noun.i + 1]))
    beside = [Named(name=m.name, id=m.id, span=m.span) for m in inside]
    behind_it = [n for t in behind(noun, ("with", "between", "among")) for n in told.parties(t)]
    bound = [
        n for c in noun.children if c.dep_ == "relcl" for d in own_subject(c) if d is not noun for n in told.parties(d)
    ]
    found = [n for n in (*beside, *behind_it, *bound) if told.sort(n) in ("state", "organisation")]
    return list({n.id or n.name: n for n in found if n}.values())


def _near(token: Token) -> list[Token]:
    """A word and the nouns and dates right behind it, without the clauses on them."""
    below = [
        t
        for c in token.children
        if c.i > token.i
        for t in (c, *(g for g in c.children if g.dep_ in ("compound", "nummod")))
    ]
    return [token, *below, *(g for t in below if t.dep_ == "prep" for g in t.children)]


def _dated_phrase(told: Told, noun: Token) -> tuple[int, int] | None:
    """The phrase of a treaty with its year: `the 2018 accord of Sochi`, `the pact of 1935`."""
    first, end = phrase(noun)
    after = [t for c in noun.children if c.lower_ in ("of", "signed", "concluded") for t in _near(c)]
    if after and max(t.i for t in after) - noun.i < 8:
        end = max(t.i for t in after) + 1
    span = told.parsed.span(told.parsed.doc[first:end])
    return span if date_in(told.dates, *span) else None

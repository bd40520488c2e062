"""Treaties: made, ratified, renewed, ended, in force, invoked; and those that a text names by their year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import FactFinding
from foedus.reading.dates import date_in
from foedus.reading.facts.frames import told_by_verbs
from foedus.reading.facts.grammar import behind, phrase
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
            parties = [n for t in behind(noun, ("with", "between", "of")) for n in told.parties(t)]
            yield FactFinding(
                **told.parsed.base("treaty", span, "treaty.dated"),
                subject=told.owner(noun),
                object=parties[0] if parties else None,
                when=date_in(told.dates, *span),
                status="dated",
                value=told.phrase_text(noun),
            )


def _dated_phrase(told: Told, noun: Token) -> tuple[int, int] | None:
    """The phrase of a treaty with its year: `the 2018 accord of Sochi`, `the pact of 1935`."""
    first, end = phrase(noun)
    after = [t for c in noun.children if c.lower_ in ("of", "signed", "concluded") for t in c.subtree if t.i > noun.i]
    if after and max(t.i for t in after) - noun.i < 8:
        end = max(t.i for t in after) + 1
    span = told.parsed.span(told.parsed.doc[first:end])
    return span if date_in(told.dates, *span) else None

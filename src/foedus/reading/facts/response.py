"""Who sent forces, promised them, refused them or never came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import FactFinding
from foedus.reading.facts.frames import is_thing, told_by_verbs
from foedus.reading.facts.grammar import behind, phrase
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from foedus.reading.facts.told import Told


def find(told: Told) -> Iterator[FactFinding]:
    """All responses that verbs tell, and nouns: `Belgium's offer of a field hospital`."""
    yield from told_by_verbs(told, "response")
    for noun in told.words(lexicon("response")["nouns"]["heads"], "NOUN"):
        things = [t for t in behind(noun, ("of",)) if is_thing(t, "response", ("forces", "facilities"))]
        giver = told.owner(noun) if things else None
        if told.sort(giver) in ("state", "organisation") and any(c.dep_ in ("poss", "amod") for c in noun.children):
            words = [w for part in (noun, things[0]) for w in told.parsed.doc[slice(*phrase(part))]]
            yield FactFinding(
                **told.parsed.base("response", told.stretch(*words), "response.noun"),
                subject=giver,
                polarity="planned",
                when=told.when(words),
                value=told.phrase_text(things[0]),
            )

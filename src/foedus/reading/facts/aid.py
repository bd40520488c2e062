"""Who gave whom arms, money or goods: `supplied arms to Albania`, `French military aid to Togo`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import FactFinding
from foedus.reading.facts.frames import told_by_verbs
from foedus.reading.facts.grammar import behind, phrase
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from foedus.reading.facts.told import Told


def find(told: Told) -> Iterator[FactFinding]:
    """All aid that verbs and nouns tell; a noun must name both giver and receiver."""
    yield from told_by_verbs(told, "aid")
    book = lexicon("aid")["nouns"]
    for noun in told.words(book["heads"], "NOUN"):
        if not any(c.lower_ in book["kinds"] for c in noun.children):
            continue
        giver = told.owner(noun)
        for token in behind(noun, ("to", "for")):
            for receiver in told.parties(token):
                if giver and told.sort(receiver) in ("state", "organisation", "group") and giver.id != receiver.id:
                    words = [token, *told.parsed.doc[slice(*phrase(noun))]]
                    yield FactFinding(
                        **told.parsed.base("aid", told.stretch(*words), "aid.noun"),
                        subject=giver,
                        object=receiver,
                        when=told.when(noun.subtree),
                        value=told.phrase_text(noun),
                    )

"""Who asked whom for help: `asked NATO for batteries`, `invoked Article 4`, `at the request of the king`."""

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
    """All requests that verbs and nouns tell."""
    yield from told_by_verbs(told, "request")
    for noun in told.words(lexicon("request")["nouns"]["heads"], "NOUN"):
        asker = told.owner(noun)
        things = [t for t in behind(noun, ("for",)) if is_thing(t, "request", ("help", "forces", "talks"))]
        at = noun.head if noun.head.lower_ in ("at", "on", "upon") and noun.dep_ == "pobj" else None
        if (
            asker is None
            or told.sort(asker) not in ("state", "organisation", "person", "other")
            or not (things or at is not None)
        ):
            continue
        words = [noun, *things, *([at] if at is not None else []), *behind(noun, ("of", "from", "by"))]
        words += [c for c in noun.children if c.dep_ in ("poss", "amod", "det")]
        words += [w for part in list(words) for w in told.parsed.doc[slice(*phrase(part))]]
        yield FactFinding(
            **told.parsed.base("request", told.stretch(*words), "request.noun"),
            subject=asker,
            when=told.when(words),
            value=told.phrase_text(things[0]) if things else "",
        )

"""The gate before the parser: whether a document is about the field at all, by the names in it."""

from __future__ import annotations

from collections import Counter

from foedus.nouns import Document
from foedus.reading.parsed import Gazetteer

SHORT = 1500  # characters: a shorter text always passes
DENSE = 2.0  # mentions of organisations a thousand words that let a document pass, from two mentions on
ABROAD = 15.0  # mentions of states, the commonest apart, that let it pass with one mention of an organisation


def passes(document: Document, gazetteer: Gazetteer) -> bool:
    """Whether a document speaks of organisations of states: more than in passing, or once among many states.

    Short texts always pass.
    """
    if len(document.text) < SHORT:
        return True
    mentions = gazetteer.find(document.text, document.date)
    thousands = document.text.count(" ") / 1000
    organisations = sum(m.kind == "organisation" for m in mentions)
    if organisations >= 2 and organisations >= DENSE * thousands:
        return True
    states = Counter(m.id for m in mentions if m.kind == "state")
    abroad = states.total() - max(states.values(), default=0)
    return organisations > 0 and len(states) >= 4 and abroad >= ABROAD * thousands

"""The gate before the parser: whether a document is about the field at all, by the names in it."""

from __future__ import annotations

from foedus.nouns import Document
from foedus.reading.parsed import Gazetteer

SHORT = 1500  # characters: a shorter text always passes
ORGANISATIONS = 2  # mentions of organisations that let a document pass
STATES = 4  # different states that let it pass with one mention


def passes(document: Document, gazetteer: Gazetteer) -> bool:
    """Whether a document names organisations of states twice, or once beside several states; short texts always pass."""
    if len(document.text) < SHORT:
        return True
    mentions = gazetteer.find(document.text, document.date)
    organisations = sum(m.kind == "organisation" for m in mentions)
    if organisations >= ORGANISATIONS:
        return True
    return organisations > 0 and len({m.id for m in mentions if m.kind == "state"}) >= STATES

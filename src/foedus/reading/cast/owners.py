"""Whose a noun is: the state, organisation or body that it is of, by adjective, compound, possessor, "of" or "to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.reading.cast.entity import Entity, acts

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.cast.whole import Cast

BEFORE = ("amod", "compound", "poss", "nmod")
AFTER = ("of", "to", "for", "at", "with", "from")


def owner_of(cast: Cast, token: Token) -> Entity | None:
    """Whose the noun is; None where it is nobody's that the text tells."""
    beside = [c for c in token.children if c.dep_ in BEFORE and c.i < token.i]
    behind = [p for c in token.children if c.dep_ == "prep" and c.lower_ in AFTER for p in c.children if p.dep_ == "pobj"]
    return next((found for word in (*beside, *behind) if (found := _as_owner(cast, word, token))), None)


def _as_owner(cast: Cast, word: Token, owned: Token) -> Entity | None:
    """Whom a modifier names. "His" gives whom he serves, and only for what acts ("his army", never "his colleagues")."""
    mention = cast.mention_at.get(word.i)
    if mention is not None and mention.kind != "person":
        return cast.mentioned(mention, word)
    if mention is not None:
        leader = cast.mentioned(mention, word)
        return leader if leader.for_ and word.dep_ == "poss" and acts(owned) else None
    if word.tag_ == "PRP$" or (word.pos_ == "NOUN" and word.dep_ in ("poss", "pobj")):
        found = cast.at(word)
        if found is None or (found.kind == "person" and not acts(owned)):
            return None
        return found if found.for_ or (found.id and found.kind != "person") else None
    if word.pos_ == "PROPN":
        inner = (c for c in word.children if c.dep_ in BEFORE)
        return next((found for c in inner if (found := _as_owner(cast, c, owned))), None)
    return None

"""Descriptions: "the bloc", "the general", "its defence minister", "two diplomats"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.reading.cast.entity import (
    ACTS_FOR,
    BODIES,
    LANDS,
    LOOSE,
    ORGANISED,
    PERSONS,
    REGIMES,
    RULERS,
    Entity,
    acts,
    former,
    phrase,
    sex_of,
)
from foedus.reading.cast.owners import owner_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.cast.whole import Cast

DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her", "these", "those", "both"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss", "advmod", "det", "quantmod"})
LONGEST = 8  # words before a noun that still belong to its description
PEOPLED = frozenset({"organisation", "threat", "group"})
LINKS = ("DET", "PUNCT", "ADP", "CCONJ", "ADV")


def described(cast: Cast, token: Token) -> Entity | None:
    """The one of the cast that a description comes back to, else somebody new; None where the text does not tell."""
    noun, plural = token.lemma_.lower(), token.tag_ in ("NNS", "NNPS")
    predicate = _predicated(cast, token)
    if predicate is not None:
        return predicate
    owner = owner_of(cast, token)
    definite = any(c.lower_ in DEFINITE or c.dep_ == "poss" for c in token.lefts)
    if definite or (plural and token.text[0].isupper()):
        back = _comes_back(cast, noun, token, owner, plural)
        if back is not None:
            return back
    if definite and not plural and owner is None:
        if noun in LANDS:
            return _land(cast, token)
        if noun in REGIMES or noun in RULERS:
            owner = cast.only_state(token)
            if owner is None and noun in REGIMES:
                return None
    return _new(cast, noun, token, owner, plural)


def _land(cast: Cast, token: Token) -> Entity | None:
    """ "The country": the state spoken of last; "her country": the one that she is of."""
    holder = next((cast.at(c) for c in token.lefts if c.dep_ == "poss"), None)
    if holder is not None:
        id = holder.for_ or holder.once or holder.home
        return next((e for (kind, key), e in cast.named.items() if kind == "state" and key == id), None)
    if any(c.tag_ == "PRP$" for c in token.lefts):
        return None
    return cast.latest(lambda e: e.kind == "state", token, 2)


def _predicated(cast: Cast, token: Token) -> Entity | None:
    """The person that a description is said of: "Warren, the senator", "he is the candidate"."""
    if token.lower_ not in PERSONS:
        return None
    if token.dep_ == "appos":
        whose = cast.known.get(token.head.i)
    elif token.dep_ == "attr":
        whose = next((cast.at(c) for c in token.head.lefts if c.dep_ == "nsubj"), None)
    else:
        return None
    return whose if whose is not None and whose.kind == "person" and not whose.plural else None


def _comes_back(cast: Cast, noun: str, token: Token, owner: Entity | None, plural: bool) -> Entity | None:
    """The latest of the cast that goes by the noun; with an owner ("its ministry") only one that is the owner's.

    In the plural only a group or an organisation whose people are so called ("the rebels", "the allies").
    """
    whole = phrase(token)
    kinds = [t for t in token.lefts if t.dep_ in ("amod", "compound", "nummod") and t.i not in cast.mention_at]
    wanted = {whole} if any(t.lower_ not in LOOSE for t in kinds) else {token.lower_ if plural else noun, whole}
    if owner is None and any(_narrows(c) for c in token.rights):
        return None
    owned_by = None if owner is None else owner.for_ or owner.id

    def goes_by(e: Entity) -> bool:
        if e.plural or e.kind == "thing" or not wanted & e.called or (plural and e.kind not in PEOPLED):
            return False
        return owner is None or (owned_by is not None and owned_by in (e.for_, e.id))

    found = cast.latest(goes_by, token)
    if found is not None and found.kind == "organisation" and owner is None:
        return cast.main(lambda e: e.kind == "organisation" and goes_by(e), token)
    if found is None and owner is None and wanted & ORGANISED:
        return cast.main(lambda e: e.kind == "organisation", token)
    return found


def _narrows(child: Token) -> bool:
    """Whether what follows a noun says which one: "the council of elders", "the man who came"."""
    if child.dep_ == "prep":
        return any(c.dep_ == "pobj" for c in child.children)
    return child.dep_ in ("relcl", "acl")


def _new(cast: Cast, noun: str, token: Token, owner: Entity | None, plural: bool) -> Entity:
    stuff = noun == "source" and any(c.dep_ == "compound" and c.i not in cast.mention_at for c in token.lefts)
    person = (noun in PERSONS or token.lower_ in PERSONS) and not stuff
    body = noun in ACTS_FOR or token.lower_ in ACTS_FOR or noun in BODIES
    kind = "person" if person else "body" if body else "thing"
    one = Entity(_words(cast, token, owner), kind, plural=plural, sex=sex_of(noun), named=False)
    one.called = {noun, phrase(token)}
    if owner is not None and person:
        one.home = owner.for_ or owner.id
    if owner is not None and acts(token) and not former(token):
        one.serve(owner)
    return one


def _words(cast: Cast, token: Token, owner: Entity | None) -> str:
    """The description without its article; a possessive pronoun gives way to its owner's name."""
    near = [c.left_edge.i for c in token.lefts if c.dep_ in MODIFIERS and token.i - c.left_edge.i <= LONGEST]
    start = min(near, default=token.i)
    while start < token.i and (cast.doc[start].pos_ in LINKS or cast.doc[start].tag_ == "PRP$"):
        start += 1
    words = cast.text(start, token.i + 1)
    behind = any(c.dep_ == "prep" and c.lower_ == "of" and c.i == token.i + 1 for c in token.children)
    of_nation = any(c.i in cast.mention_at for c in token.lefts)
    if owner is not None and (behind or (not of_nation and any(c.tag_ == "PRP$" for c in token.lefts))):
        return f"{words} of {owner.name if behind else owner.for_name or owner.name}"
    return words

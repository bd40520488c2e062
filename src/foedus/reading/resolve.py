"""Whom words mean: names, pronouns, descriptions. None is better than a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.nouns import Named, Span
from foedus.reading.cast import ACTS_FOR, Cast, Entity, human, owner_of
from foedus.reading.lexicon import lexicon
from foedus.reading.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

BELONGINGS = frozenset(lexicon("roles")["belongings"])


class Resolver:
    """`resolver(span)` is the person or body that spoke; `resolver.party(span)` the state or group that did it."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.cast = Cast(parsed)

    def __call__(self, span: Span) -> Named | None:
        """Whom the words at a span name, as one who speaks: a person or a body, with the id spoken for."""
        head = self._head(span)
        entity = self.cast.at(head) if head is not None else None
        if head is not None and (entity is None or entity.kind == "thing"):
            entity = entity if entity is not None and human(head) else self._author(head)
        if entity is None or (entity.kind == "thing" and not (head is not None and human(head))):
            return None
        mention = self.cast.mention_at.get(head.i) if head is not None else None
        if mention is not None and mention.form == "metonym":
            return Named(name=self.parsed.text[slice(*mention.span)], span=span, for_=mention.for_)
        for_ = entity.for_ if entity.for_ != entity.id else None
        return Named(name=entity.name, id=entity.id, span=span, for_=for_)

    def party(self, span: Span, target: bool = False) -> Named | None:
        """Whom the words at a span name, as one who acts or is acted on.

        A government, army, minister or capital is its state; others are themselves. As a `target`, what belongs to a
        state (its border, embassy, planes) counts as the state too.
        """
        head = self._head(span)
        return self.party_of(head, span, target) if head is not None else None

    def party_of(self, head: Token, span: Span | None = None, target: bool = False) -> Named | None:
        """The same for the word that heads the phrase."""
        entity = self.cast.at(head)
        if entity is None:
            return None
        span = span or self.parsed.span(head)
        serves = entity.for_ or entity.once
        if serves and (entity.kind == "person" or (entity.kind == "body" and (entity.id or self._acts(head, entity)))):
            return Named(name=entity.for_name or serves, id=serves, span=span)
        if entity.kind == "place" and target and entity.for_:
            return Named(name=entity.for_name or entity.name, id=entity.for_, span=span)
        if entity.kind == "thing":
            owner = owner_of(self.cast, head)
            acts = head.lemma_.lower() in ACTS_FOR or (target and head.lemma_.lower() in BELONGINGS)
            if owner and acts:
                return Named(name=owner.for_name or owner.name, id=owner.for_ or owner.id, span=span)
            return None
        return Named(name=entity.name, id=entity.id, span=span)

    def _author(self, head: Token) -> Entity | None:
        """Whose a thing that speaks is: "by his account", "a Kremlin statement", "a message from the king"."""
        holder = next((c for c in head.lefts if c.dep_ == "poss"), None)
        senders = (p for c in head.children if c.lower_ in ("from", "by") for p in c.children if p.dep_ == "pobj")
        holder = holder if holder is not None else next(senders, None)
        return self.cast.at(holder) if holder is not None else owner_of(self.cast, head)

    def _acts(self, head: Token, entity: Entity) -> bool:
        words = {head.lemma_.lower(), head.lower_, entity.name.split()[-1].lower()} | entity.called
        return bool(words & ACTS_FOR)

    def _head(self, span: Span) -> Token | None:
        tokens = self.parsed.tokens(span)
        if tokens is None or not len(tokens):
            return None
        root = tokens.root
        if root.pos_ in ("NOUN", "PROPN", "PRON"):
            return _out_of_compound(root, tokens)
        subject = next((t for t in tokens if t.dep_ in ("nsubj", "nsubjpass") and t.head == root), None)
        if subject is not None:
            return subject
        nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN", "PRON")]
        return _out_of_compound(nouns[-1], tokens) if nouns else _adjective(tokens)


def resolver(parsed: Parsed) -> Resolver:
    """The resolver of one parsed text."""
    return Resolver(parsed)


def party(parsed: Parsed, span: Span, target: bool = False) -> Named | None:
    """Whom the words at a span name, as one who acts or (`target`) is acted on; see Resolver.party."""
    resolve = parsed.resolve
    if not isinstance(resolve, Resolver):
        raise TypeError("parsed.resolve is not this module's resolver")
    return resolve.party(span, target)


def _out_of_compound(token: Token, tokens: Tokens) -> Token:
    """The word that heads the compound, where it lies in the span."""
    while token.dep_ == "compound" and tokens.start <= token.head.i < tokens.end:
        token = token.head
    return token


def _adjective(tokens: Tokens) -> Token | None:
    """A span of a demonym alone ("Soviet"): its own last word."""
    return tokens[-1] if tokens[-1].pos_ in ("ADJ", "PROPN") else None

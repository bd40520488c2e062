"""Names that the record does not know: people by title, label, apposition or surname; else as the model labels them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.reading.cast.entity import ACTS_FOR, PERSONS, SPEAKING, TITLES, WHOLE, Entity, bare, former, phrase, sex_of
from foedus.reading.cast.owners import owner_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.cast.whole import Cast

KINDS = {"ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}
ACRONYM = re.compile(r"\(\s*([A-Z][A-Za-z.]{1,9})\s*\)")


def proper(cast: Cast, token: Token) -> Entity | None:
    """The bearer of a proper name."""
    name = bare(name_at(cast, token))
    if not name or not name[0].isalnum():
        return None
    known = _known(cast, name, token)
    if known is not None:
        return known
    if _is_person(token):
        return titled(cast, cast.people.meet(name), token)
    return _thing_named(cast, name, token)


def beside(cast: Cast, token: Token) -> Entity | None:
    """The person whose name stands beside a description: "its secretary-general, Stanislav Zas"."""
    if token.pos_ not in ("NOUN", "PROPN") or token.tag_ in ("NNS", "NNPS"):
        return None
    for child in token.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            person = _if_person(cast, child, token.lower_ in PERSONS)
            if person:
                return described_by(cast, person, token)
    return None


def titled(cast: Cast, person: Entity, token: Token) -> Entity:
    """The person, richer by what stands before and after the name: a title, an office, a description in apposition."""
    for left in token.lefts:
        _call(person, left)
    for child in token.children:
        if child.dep_ == "appos" and child.lower_ in PERSONS:
            described_by(cast, person, child)
    if any(t.lower_ in ACTS_FOR for t in token.lefts) and not former(token):
        owner = owner_of(cast, token)
        if owner:
            person.serve(owner)
    return person


def described_by(cast: Cast, person: Entity, role: Token) -> Entity:
    """The person, richer by a description: what it is called and whom it serves."""
    _call(person, role)
    owner = None if person.for_ else owner_of(cast, role)
    if owner and former(role):
        person.home = owner.for_ or owner.id
    elif owner:
        person.serve(owner)
    return person


def name_at(cast: Cast, token: Token) -> str:
    """The words of a name: its proper compounds, without titles, demonyms and what the gazetteer holds apart."""
    start = token.i
    while start > 0 and _belongs(cast, cast.doc[start - 1], token):
        start -= 1
    return cast.text(start, token.i + 1)


def acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Short names that the text gives itself: "Collective Security Treaty Organization (CSTO)"."""
    for m in ACRONYM.finditer(text):
        letters = [c for c in m[1] if c.isupper()]
        words = text[max(0, m.start() - 120) : m.start()].split()
        for size in range(len(letters), min(len(words), len(letters) + 4) + 1):
            long = words[-size:]
            if long[0][:1].isupper() and letters == [p[0] for w in long for p in w.split("-") if p[:1].isupper()]:
                yield m[1], " ".join(long)
                break


def _known(cast: Cast, name: str, token: Token) -> Entity | None:
    """Somebody of that name in the text already: a person, an acronym's bearer, "the Post" of the New York Post."""
    sex = next((s for t in token.lefts if (s := sex_of(t.lower_))), "")
    person = cast.people.find(name, sex)
    if person is not None:
        return titled(cast, person, token)
    if name in cast.short:
        return _spelt_out(cast, cast.short[name], token)
    if " " not in name and token.i and cast.doc[token.i - 1].lower_ == "the":
        return cast.latest(lambda e: _shortened(e, name), token)
    return None


def _shortened(e: Entity, name: str) -> bool:
    """Whether "the Union", "the Post" can be short for it."""
    if e.kind not in ("medium", "body", "organisation") or e.plural or not e.named:
        return False
    return e.name.endswith(f" {name}") or (e.kind == "organisation" and name.lower() in e.called)


def _spelt_out(cast: Cast, words: str, token: Token) -> Entity | None:
    """The entity of the full name that the text gave before an acronym."""
    start = cast.parsed.text.find(words)
    tokens = cast.parsed.tokens((start, start + len(words)))
    return cast.at(tokens.root) if tokens is not None and tokens.end <= token.i else None


def _is_person(token: Token) -> bool:
    """By the model's label, a title before, a trade in apposition, or a verb of speaking after an unlabelled name."""
    if token.ent_type_ == "PERSON" or any(t.lower_ in PERSONS or t.lower_ in TITLES for t in token.lefts):
        return True
    if any(c.dep_ == "appos" and c.lower_ in PERSONS for c in token.children):
        return True
    return token.dep_ == "nsubj" and token.head.lemma_ in SPEAKING and token.ent_type_ not in KINDS


def _if_person(cast: Cast, token: Token, expected: bool) -> Entity | None:
    mention = cast.mention_at.get(token.i)
    if mention is not None:
        return cast.mentioned(mention, token) if mention.kind == "person" else None
    name = bare(name_at(cast, token)) if expected or token.ent_type_ == "PERSON" else ""
    return cast.people.meet(name) if name else None


def _thing_named(cast: Cast, name: str, token: Token) -> Entity:
    kind = KINDS.get(token.ent_type_, "body")
    last = name.split()[-1].lower()
    if (kind, name) not in cast.named:
        one = Entity(name, kind, plural=token.tag_ == "NNPS" or kind == "people")
        one.called = {last} | ({"party"} if last in WHOLE["party"] else set())
        owner = owner_of(cast, token)
        if owner:
            one.serve(owner)
        cast.named[kind, name] = one
    return cast.named[kind, name]


def _belongs(cast: Cast, left: Token, token: Token) -> bool:
    """Whether the word before is part of the name."""
    if left.text == "-" or (left.text == "." and left.i and left.nbor(-1).is_upper):
        return not left.whitespace_
    if left.lower_ in PERSONS or left.lower_ in TITLES or left.i in cast.mention_at:
        return False
    named = left.pos_ in ("PROPN", "NOUN") and left.text[:1].isupper()
    return bool(named and left.dep_ in ("compound", "nmod") and left.head.i <= token.i + 1)


def _call(person: Entity, role: Token) -> None:
    person.sex = person.sex or sex_of(role.lower_)
    if role.lower_ in PERSONS:
        person.called |= {role.lower_, phrase(role)}

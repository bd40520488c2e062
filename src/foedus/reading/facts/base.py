"""Bases: whose, where, under whose name, manned by whom; and forces kept in a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from foedus.nouns import FactFinding, Named, Polarity
from foedus.reading.facts.grammar import aspect, behind, doers, done_to, each, passive, phrase
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told


def find(told: Told) -> Iterator[FactFinding]:
    """All bases and stationed forces, each as its clause tells it."""
    book = lexicon("base")
    for noun in told.words((*book["nouns"], *book["plain"]), "NOUN", "PROPN"):
        clauses = list(_clauses(told, noun))
        yield from clauses or (_plain(told, noun) if _military(told, noun) else ())
    yield from _stationed(told)


def _military(told: Told, noun: Token) -> bool:
    """Whether a noun is a base of forces: by itself, by a word beside it, by its number, or because somebody has it."""
    book = lexicon("base")
    beside = {c.lower_ for c in noun.children if c.dep_ in ("compound", "amod", "nmod", "nummod")}
    if beside & set(book["never"]) or noun.dep_ == "compound":
        return False
    if noun.lemma_.lower() in book["nouns"] or beside & set(book["military"]):
        return True
    followed = behind(noun, ("of",)) or noun.lower_ == "basis"
    numbered = any(w[0].isdigit() and w[-1].isalpha() for w in beside)
    owned = told.sort(told.owner(noun)) in ("state", "organisation")
    return not followed and noun.lemma_ in ("base", "basis", "battery") and (numbered or owned or _kept(told, noun))


def _kept(told: Told, noun: Token) -> bool:
    """Whether a state is said to have it somewhere."""
    verb = _verb_of(noun)
    return told.sort(_had(told, noun, verb)[1]) in ("state", "organisation", "group") and bool(_where(noun, verb))


def _plain(told: Told, noun: Token) -> Iterator[FactFinding]:
    """`France kept a base at Dakar`, `its base in Syria`."""
    verb = _verb_of(noun)
    status, user = _had(told, noun, verb)
    user = user or told.owner(noun)
    where = _where(noun, verb if user else None)
    host = _elsewhere(told, user, where)
    if told.sort(user) not in ("state", "organisation", "group") and host is None:
        return
    polarity: Polarity = aspect(verb) if verb is not None and status else "asserted"
    if any(c.lower_ == "no" for c in noun.children):
        polarity = "negated"
    subject = (
        [d for d in doers(verb) if verb is not None and status and abs(d.i - noun.i) < 12] if verb is not None else []
    )
    yield _made(told, [noun, *where, *subject], "plain", user, host, status or "has", polarity, noun)


def _verb_of(noun: Token) -> Token | None:
    head = noun
    while head.dep_ in ("conj", "appos", "nmod") and head.head is not head:
        head = head.head
    return (
        head.head if head.head.pos_ in ("VERB", "AUX") and head.dep_ in ("dobj", "nsubjpass", "nsubj", "attr") else None
    )


def _had(told: Told, noun: Token, verb: Token | None) -> tuple[str, Named | None]:
    """What a verb says is done with a base, and by whom."""
    if verb is None or not any(noun in each(t) for t in done_to(verb)):
        return "", None
    for status, verbs in lexicon("base")["verbs"].items():
        if verb.lemma_.lower() in verbs:
            return status, next((n for d in doers(verb) for n in told.parties(d)), None)
    return "", None


def _where(noun: Token, verb: Token | None) -> list[Token]:
    """The nouns that say where: behind the base, or behind its verb."""
    places = lexicon("base")["places"]
    return behind(noun, places) or ([t for t in behind(verb, places) if t.i > noun.i] if verb is not None else [])


def _place(told: Told, where: list[Token]) -> Named | None:
    """The state or place that words name; a place that nobody knows under its own words."""
    for token in where:
        found = told.party(token) or (told.owner(token) if token.pos_ == "NOUN" else None) or _base_named(told, token)
        if found and told.sort(found) not in ("organisation", "person"):
            return found
    return None


def _elsewhere(told: Told, user: Named | None, where: list[Token]) -> Named | None:
    """The place of a base: under its own words where the record has it as the user's own ground."""
    host = _place(told, where)
    return told.unknown(where[0]) if host and user and host.id == user.id else host


def _base_named(told: Told, token: Token) -> Named | None:
    """`at Lask air base in Poland`: the place behind a base, else the base's own name."""
    if token.lemma_ not in ("base", "basis", *lexicon("base")["nouns"]):
        return None
    place = next((told.party(t) for t in behind(token, lexicon("base")["places"]) if t.pos_ == "PROPN"), None)
    return place or (told.unknown(token) if any(c.pos_ == "PROPN" for c in token.children) else None)


def _clauses(told: Told, noun: Token) -> Iterator[FactFinding]:
    """`bases belonging to the pact but manned through Russian supply`: one fact for each clause."""
    verbs = [v for c in noun.children if c.dep_ in ("acl", "relcl") for v in (c, *_verbs_beside(c))]
    verb = _verb_of(noun)
    verbs += (
        [v for v in (verb, *_verbs_beside(verb)) if v is not None] if verb is not None and verb.dep_ == "ROOT" else []
    )
    for one in verbs:
        for status, lemmas in lexicon("base")["clauses"].items():
            if one.lemma_.lower() in lemmas and (status == "belongs" or _suffered(one)):
                behind_it = behind(one, ("to",) if status == "belongs" else ("by", "through", "with", "from"))
                holders = [n for t in behind_it for n in (*told.parties(t), told.owner(t)) if n]
                for holder in holders[:1]:
                    front = [noun] if one is verbs[0] else []
                    yield _made(told, [*front, one, *behind_it], "clause", holder, None, status, aspect(one), noun)


def _suffered(verb: Token) -> bool:
    """Whether a verb says what is done to a base, also where the parser took its participle for a past tense."""
    return passive(verb) or (verb.tag_ in ("VBN", "VBD") and not done_to(verb))


def _verbs_beside(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")]


def _stationed(told: Told) -> Iterator[FactFinding]:
    """`keeps 1,500 soldiers in Y`, `men based at Y`."""
    book = lexicon("base")["forces"]
    for verb in told.words({*book["verbs"], *book["keep"], *book["stay"]}, "VERB"):
        stay = verb.lemma_.lower() in book["stay"]
        forces = [
            t for t in (doers if stay else done_to)(verb) if any(u.lemma_.lower() in book["nouns"] for u in each(t))
        ]
        kept = verb.lemma_.lower() in book["keep"] and not passive(verb)
        where = [t for t in behind(verb, ("in", "at", "near", "on", "inside")) if forces and t.i > forces[0].i]
        host = _place(told, where)
        if not forces or host is None or not (stay or kept or verb.lemma_.lower() in book["verbs"]):
            continue
        users = [n for d in doers(verb) if not stay for n in told.parties(d)] or [n for n in [told.owner(forces[0])] if n]
        near = [d for d in doers(verb) if abs(d.i - verb.i) < 12]
        yield _made(
            told,
            [*forces, verb, *where, *near],
            "stationed",
            users[0] if users else None,
            host,
            "stationed",
            aspect(verb),
            forces[0],
        )


def _made(
    told: Told,
    words: Iterable[Token],
    rule: str,
    user: Named | None,
    host: Named | None,
    status: str,
    polarity: Polarity,
    base: Token,
) -> FactFinding:
    stretch = [w for part in words for w in told.parsed.doc[slice(*phrase(part))]]
    span = told.dated(told.stretch(*stretch))
    return FactFinding(
        **told.parsed.base("base", span, f"base.{rule}.{status}"),
        subject=user,
        object=host,
        when=told.when(stretch) or told.when_in(span),
        polarity=polarity,
        status=status,
        value=told.phrase_text(base),
    )

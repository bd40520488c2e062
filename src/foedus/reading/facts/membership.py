"""Who belongs to what: joins, leaves, freezes, applies, is mooted, or stands on a list of members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import FactFinding, Named, Polarity, Span
from foedus.reading.facts import lists, requirements
from foedus.reading.facts.frames import told_by_verbs
from foedus.reading.facts.grammar import aspect, behind, doers, done_to, phrase
from foedus.reading.facts.lists import WORDS, membership
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told


def find(told: Told) -> Iterator[FactFinding]:
    """All memberships, each once a place: what a verb tells, what a noun says someone is, lists, shares of a list."""
    listed = list(lists.listed(told))
    taken: set[tuple[str | None, str | None, Span]] = set()
    for found in (
        *told_by_verbs(told, WORDS),
        *listed,
        *_nouns(told),
        *_wishes(told),
        *_memberships(told),
        *lists.shares(told, listed),
        *_bare_members(told),
        *requirements.required(told),
    ):
        key = (_key(found.subject), _key(found.object), found.span)
        if key not in taken:
            taken.add(key)
            yield found


def _key(named: Named | None) -> str | None:
    return (named.id or named.name) if named else None


def _organisation(told: Told, noun: Token) -> tuple[Named | None, Token | None]:
    """The organisation that a noun such as `member` belongs to, and the word that names it."""
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod", "poss"):
            found = told.named_by(child) or (told.party(child) if child.pos_ == "PROPN" else None)
            if told.sort(found) == "organisation":
                return found, child
    for name in behind(noun, ("of", "to", "in", "with", "for")):
        found = told.party(name)
        if told.sort(found) == "organisation":
            return found, name
        if name.lemma_.lower() in ("membership", "accession", "admission"):  # a candidate for EU membership
            return _organisation(told, name)
    return None, None


def _nouns(told: Told) -> Iterator[FactFinding]:
    """`X is a member of Y`, `X, a Y member`, `Y member X`, `X as a candidate`."""
    for lemma, status in lexicon(WORDS)["nouns"].items():
        for noun in told.words([lemma, lemma + "s"], "NOUN", "PROPN", "ADJ", "VERB"):
            of, of_token = _organisation(told, noun)
            for state, tokens, polarity in _holders(told, noun):
                group = of or (told.organisation_before(noun) if _bare(noun, lemma) else None)
                if group is None:
                    continue
                mooted = _mooted(noun)
                words = [noun, *([of_token] if of_token else []), *tokens]
                words += [w for part in list(words) for w in told.parsed.doc[slice(*phrase(part))]]
                yield membership(
                    told,
                    told.dated(told.stretch(*words)),
                    f"noun.{lemma}",
                    state,
                    group,
                    "mooted" if mooted else status,
                    polarity,
                )


def _mooted(noun: Token) -> bool:
    """`a potential candidate`, `are mooted as observers`."""
    book = lexicon(WORDS)["mooted"]
    talked_of = noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in book["verbs"]
    return talked_of or any(c.lower_ in book["words"] for c in noun.children)


def _bare(noun: Token, lemma: str) -> bool:
    """Whether a noun says by itself that somebody belongs, with no organisation beside it (`party` and `ally` do not)."""
    return lemma in ("member", "member-state", "candidate", "non-member", "observer") and not behind(noun, ("of", "to"))


def _holders(told: Told, noun: Token) -> Iterator[tuple[Named, list[Token], Polarity]]:
    """Of whom the noun is said, the words that say so, and whether it is affirmed."""
    head = noun.head
    if noun.dep_ in ("attr", "oprd") and head.pos_ in ("AUX", "VERB"):
        yield from ((n, [head], aspect(head)) for t in doers(head) for n in _states(told, t))
    elif noun.dep_ == "nsubj" and head.lemma_ == "be":
        yield from ((n, [t], aspect(head)) for t in done_to(head) for n in _states(told, t))
    elif noun.dep_ in ("appos", "compound", "nmod", "amod"):
        yield from ((n, [head], "asserted") for n in _states(told, head))
    elif noun.dep_ == "pobj" and head.lower_ == "as":
        yield from ((n, [t], "asserted") for t in _before_as(head) for n in _states(told, t))
    elif noun.dep_ == "pobj" and head.lower_ in ("though", "although", "while", "once") and head.i > 1:
        yield from ((n, [], "asserted") for n in _states(told, head.doc[head.i - 2]))
    for child in noun.children:
        if child.dep_ == "appos" or (child.dep_ == "prep" and child.lower_ in ("like", "including")):
            named = [child] if child.dep_ == "appos" else [c for c in child.children if c.dep_ == "pobj"]
            yield from ((n, [child], "asserted") for t in named for n in _states(told, t))


def _before_as(preposition: Token) -> list[Token]:
    """Whom `as` speaks of: the noun right before it, or what its verb acts on (`are mooted as observers`)."""
    before = [t for t in preposition.doc[max(0, preposition.i - 1) : preposition.i] if t.pos_ in ("PROPN", "NOUN")]
    verb = preposition.head
    return before or (done_to(verb) if verb.pos_ == "VERB" else [])


def _states(told: Told, token: Token) -> list[Named]:
    return [n for n in told.parties(token) if told.sort(n) == "state"]


def _bare_members(told: Told) -> Iterator[FactFinding]:
    """`help to a member-state`, where the sentence names one organisation and one state before: that state is meant."""
    for noun in told.words(("state", "country", "government", "member", "member-state"), "NOUN"):
        first, end = phrase(noun)
        words = told.parsed.doc[first:end]
        fellow = any(w.lower_ in ("member", "member-state") for w in words) and words[0].lower_ in (
            "a",
            "one",
            "fellow",
            "another",
        )
        if not fellow or noun.dep_ not in ("pobj", "dobj", "dative"):
            continue
        before = told.parsed.mentions_in((told.parsed.span(noun.sent)[0], told.parsed.span(words)[0]))
        states = {m.id: m for m in before if m.kind == "state" and m.id and getattr(m, "form", "name") == "name"}
        groups = {m.id: m for m in before if m.kind == "organisation" and m.id}
        if len(states) == len(groups) == 1:
            state, group = *states.values(), *groups.values()
            named = [Named(name=m.name, id=m.id, span=m.span) for m in (state, group)]
            yield membership(told, told.parsed.span(words), "bare", named[0], named[1], "member")


def _memberships(told: Told) -> Iterator[FactFinding]:
    """`Cuba's membership of the OAS was suspended`: the verb above says what became of it."""
    book = lexicon(WORDS)["memberships"]
    for noun in told.words(("membership",), "NOUN"):
        (of, token), state = _organisation(told, noun), told.owner(noun)
        if of is None or token is None or told.sort(state) != "state" or noun.head.pos_ not in ("VERB", "AUX"):
            continue
        verb = noun.head
        status = next((s for s, verbs in book.items() if verb.lemma_.lower() in verbs), "member")
        words = [noun, token, verb, *(c for c in noun.children if c.dep_ == "poss")]
        yield membership(told, told.dated(told.stretch(*words)), "membership", state, of, status, aspect(verb))


def _wishes(told: Told) -> Iterator[FactFinding]:
    """`Ukraine's bid for NATO membership`, `the suspension of Mali from ECOWAS`."""
    for status, nouns in lexicon(WORDS)["wishes"].items():
        for noun in told.words(nouns, "NOUN"):
            of, token = _of_wish(told, noun)
            state = told.owner(noun)
            if of and token is not None and told.sort(state) == "state":
                words = [noun, token, *(c for c in noun.children if c.dep_ in ("poss", "amod", "compound"))]
                yield membership(told, told.stretch(*words), f"wish.{noun.lemma_.lower()}", state, of, status)


def _of_wish(told: Told, noun: Token) -> tuple[Named | None, Token | None]:
    """The organisation that a wish is about: behind `for ... membership`, `to join`, `to`, `from`."""
    for name in behind(noun, ("to", "from", "into")):
        if told.sort(found := told.party(name)) == "organisation":
            return found, name
    for inner in noun.subtree:
        if inner.i > noun.i and inner.lemma_.lower() in ("membership", "join", "enter", "accession"):
            of, token = _organisation(told, inner)
            if of is None:
                direct = [c for c in inner.children if c.dep_ == "dobj"]
                of, token = next(((told.party(c), c) for c in direct), (None, None))
            if told.sort(of) == "organisation":
                return of, inner if token is None or token.i < inner.i else token
    return None, None

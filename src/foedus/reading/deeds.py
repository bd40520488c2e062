"""Who did what to whom, and whether it was done at all: the deeds of a text, by the rules of `lexicon/acts`.

A rule finds the word that tells of a deed; `arguments` fills its slots; `polarity` walks up the sentence to see whether
it was done, refused, promised or only feared; `deeds_context` fills what an earlier sentence said and merges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.nouns.findings import Deed, Named, Span
from foedus.reading import arguments, deeds_context, polarity
from foedus.reading.deeds_lexicon import Rule, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.parsed import Parsed

LONGEST = 400


@dataclass(frozen=True)
class Trigger:
    """A word that tells of a deed by a rule; `noun` where it is a noun."""

    token: Token
    rule: Rule
    noun: bool


@dataclass(frozen=True)
class Told:
    """A deed as its sentence tells it, with whoever takes part; either side may be missing."""

    trigger: Trigger
    actors: tuple[Named, ...]
    targets: tuple[Named, ...]
    standing: polarity.Standing
    span: Span


def find(parsed: Parsed) -> Iterable[Deed]:
    """The deeds of a text, in its order."""
    told = [t for t in map(lambda x: _told(parsed, x), _triggers(parsed)) if t is not None]
    return deeds_context.settle(parsed, told)


def _triggers(parsed: Parsed) -> list[Trigger]:
    """The words that tell of deeds, without nouns that a verb's rule has already used (`suspended aid`)."""
    verbs = [t for t in map(_verb, parsed.doc) if t is not None]
    used = {i for t in verbs for i in _used(t.token)}
    nouns = [t for t in map(_noun, parsed.doc) if t is not None and (t.token.i not in used or _has_owner(parsed, t.token))]
    return sorted([*verbs, *nouns], key=lambda t: t.token.i)


def _verb(token: Token) -> Trigger | None:
    if token.pos_ not in ("VERB", "AUX", "ADJ") or (token.pos_ == "ADJ" and token.dep_ not in ("acomp", "ROOT", "conj", "advcl", "attr")):
        return None
    return _matched(token, lexicon().verbs, False)


def _noun(token: Token) -> Trigger | None:
    if token.pos_ not in ("NOUN", "PROPN") and not (token.tag_ == "VBG" and any(c.dep_ == "det" for c in token.children)):
        return None
    return _matched(token, lexicon().nouns, True) if token.dep_ not in ("compound", "nmod") else None


def _matched(token: Token, table: dict[str, tuple[tuple[object, Rule], ...]], noun: bool) -> Trigger | None:
    for pattern, rule in table.get(token.lemma_.lower(), ()):
        if polarity.matches(pattern, token) and (rule.needs != "negation" or polarity.negation(token) is not None):
            return Trigger(token, rule, noun)
    return None


def _used(verb: Token) -> Iterator[int]:
    """The nouns that a verb's rule has read as its object or complement, and what hangs on them by a preposition."""
    if polarity.governor(verb, "noun"):
        return
    heads = [n for n in verb.children if n.dep_ in ("dobj", "nsubjpass", "attr", "dative")]
    heads += [n for c in verb.children if c.dep_ in ("prep", "prt", "advmod") for n in c.children if n.dep_ == "pobj"]
    for noun in heads:
        yield noun.i
        yield from (t.i for t in noun.conjuncts)
        yield from (n.i for c in noun.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj")


def _has_owner(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun says by itself whose deed it is: `Israel's attack`, `the attack by Israel`."""
    return any(slot(parsed, Trigger(noun, rule, True), name, False) for _, rule in lexicon().nouns.get(noun.lemma_.lower(), ())[:1] for name in ("whose", "by"))


def _told(parsed: Parsed, trigger: Trigger) -> Told | None:
    token, rule = trigger.token, trigger.rule
    actors = _first(parsed, trigger, rule.actor, False)
    targets = _first(parsed, trigger, rule.target, False, actors) or _first(parsed, trigger, rule.target, True, actors)
    if rule.mutual and not targets and len(actors) > 1:
        actors, targets = actors[:1], actors[1:]
    now = polarity.standing(token, rule.polarity, trigger.noun, rule.needs == "negation")
    return Told(trigger, tuple(actors), tuple(targets), now, _span(parsed, trigger, now, (*actors, *targets)))


def _first(parsed: Parsed, trigger: Trigger, slots: tuple[str, ...], things: bool, but: Iterable[Named] = ()) -> list[Named]:
    """The parties of the first slot that holds any, other than those named already."""
    known = {n.id or n.name for n in but}
    for name in slots:
        found = [n for n in slot(parsed, trigger, name, things) if (n.id or n.name) not in known]
        if found:
            return found
    return []


def slot(parsed: Parsed, trigger: Trigger, name: str, things: bool) -> list[Named]:
    """The parties in one slot of a deed's word; slots are listed in docs/reading.md."""
    token = trigger.token
    home = _carrier(token) if trigger.noun else token
    match name:
        case "subject" | "verb":
            tokens = arguments.subjects(home) if home is not None else []
        case "object":
            tokens = arguments.objects(token)
        case "whose":
            tokens = [c for c in token.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
        case "dative":
            tokens = [c for c in (home or token).children if c.dep_ == "dative" and c.pos_ != "ADP"]
        case "clause":
            tokens = [s for c in token.children if c.dep_ in ("ccomp", "xcomp") for s in arguments.subjects(c)]
        case "within":
            return _within(parsed, token)
        case "place":
            return [n for t in arguments.places(home or token) for n in arguments.parties(parsed, t) if n.id]
        case _:
            tokens = arguments.phrases(token, name) + (arguments.phrases(home, name) if home is not None and home is not token else [])
    return [n for t in tokens for n in arguments.parties(parsed, t, things and name not in ("subject", "verb", "whose"))]


def _carrier(noun: Token) -> Token | None:
    """The verb that carries a noun (`launch an attack`) or governs it (`refuse a visit`)."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.head.pos_ == "VERB" and polarity.governor(verb.head, "noun"):
        return verb.head
    if noun.dep_ in ("dobj", "nsubjpass", "attr") and (polarity.is_light(verb) or polarity.governor(verb, "noun")):
        return verb
    return None


def _within(parsed: Parsed, token: Token) -> list[Named]:
    """Names inside a verb's object: `reject France's proposal`, `sign the CSTO's declaration`."""
    for noun in arguments.objects(token) + [n for c in token.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj"]:
        found = [n for t in noun.subtree if t.pos_ in ("PROPN", "ADJ", "PRON") for n in arguments.parties(parsed, t) if n.id]
        if found:
            return found[:1]
    return []


def _span(parsed: Parsed, trigger: Trigger, now: polarity.Standing, people: Iterable[Named]) -> Span:
    """The words of the deed: from its first party or governor to its last complement, inside its sentence."""
    token = trigger.token
    sentence = parsed.span(token.sent)
    ends = [parsed.span(token)[1]]
    ends += [parsed.span(c.doc[c.left_edge.i : c.right_edge.i + 1])[1] for c in token.children if c.dep_ in ("dobj", "prep", "dative", "prt", "attr", "xcomp")]
    starts = [parsed.span(token)[0], *(p.span[0] for p in people if p.span and sentence[0] <= p.span[0] < sentence[1])]
    ends += [p.span[1] for p in people if p.span and sentence[0] <= p.span[0] < sentence[1]]
    start = min(starts)
    return start, min(max(ends), start + LONGEST)

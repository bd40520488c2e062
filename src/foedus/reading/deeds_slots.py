"""The slots of a deed's word, by name: `Rule` in `deeds_lexicon` says what each is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from foedus.nouns.findings import Named
from foedus.reading import arguments, clauses, parties
from foedus.reading.deeds_told import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.parsed import Parsed


GIVEN = {"FORCES", "ARMS", "MONEY", "SUPPLIES", "SUPPORT", "HELP", "AIDGIVEN"}

"""Classes of what is sent, promised or withheld: never the party it goes to."""


def first(
    parsed: Parsed, trigger: Trigger, slots: tuple[str, ...], strangers: str, but: Iterable[Named] = ()
) -> list[Named]:
    """The parties of the first slot that holds any, other than those named already."""
    known = {n.id or n.name for n in but}
    for name in slots:
        found = [n for n in slot(parsed, trigger, name, strangers, known) if (n.id or n.name) not in known]
        if found:
            return found
    return []


def slot(
    parsed: Parsed, trigger: Trigger, name: str, strangers: str = "", known: Collection[str | None] = ()
) -> list[Named]:
    """The parties in one slot of a deed's word; `Rule` says what the slots are."""
    if name in WHOLE:
        return WHOLE[name](parsed, trigger)
    for group in _groups(trigger, name, strangers):
        tokens = [t for t in group if _may_fill(t, trigger, name, strangers)]
        own = "" if name == "object" and GIVEN & set(trigger.pattern.words) else strangers
        found = [n for t in tokens for n in parties.parties(parsed, t, own, known)]
        if any((n.id or n.name) not in known for n in found):
            return found
    return []


def _may_fill(token: Token, trigger: Trigger, name: str, strangers: str) -> bool:
    """Whether a noun can be a party: not a time, not a word of the pattern, not the nameless troops that are sent."""
    own = {*trigger.pattern.words, *(noun for _, noun in trigger.pattern.phrases)}
    if arguments.is_time(token) or token.lemma_.lower() in own:
        return False
    return not (strangers and trigger.rule.act == "AID" and arguments.is_class(token, "FORCES"))


def _groups(trigger: Trigger, name: str, strangers: str) -> Iterable[list[Token]]:
    """The tokens in one slot, in groups of which the first that names a party counts."""
    token = trigger.token
    home = _carrier(token) if trigger.noun else token
    if name in ("subject", "verb"):
        return [arguments.subjects(home)] if home is not None else []
    if name == "whose":
        kinds = ("poss",) if strangers else ("poss", "amod", "compound", "nmod")
        return [[c for c in token.children if c.dep_ in kinds]]
    if name == "dative":
        return [[c for c in (home or token).children if c.dep_ == "dative" and c.pos_ != "ADP"]]
    if name in SLOTS:
        return [SLOTS[name](token)]
    further = arguments.phrase_groups(home, name) if home is not None and home is not token else ()
    there = [g for c in token.children if c.dep_ == "attr" for g in arguments.phrase_groups(c, name)]
    return [*arguments.phrase_groups(token, name), *further, *there]


def _forces(verb: Token) -> list[Token]:
    """A subject that is troops."""
    return [t for t in arguments.subjects(verb) or arguments.objects(verb) if arguments.is_class(t, "FORCES")]


def _owner(verb: Token) -> list[Token]:
    """Whose the thing is that was sent, where nobody says who sent it: `no Danish tanks were sent`."""
    passive = any(c.dep_ in ("auxpass", "expl") for c in verb.children)
    things = [c for c in verb.children if c.dep_ in ("nsubjpass", "attr")] if passive else []
    kinds = ("poss", "amod", "compound", "nmod")
    return [t for c in things for t in (*(x for x in c.children if x.dep_ in kinds), *arguments.phrases(c, "from"))]


def _clause(verb: Token) -> list[Token]:
    """The subject of what is said or wanted."""
    return [s for c in verb.children if c.dep_ in ("ccomp", "xcomp") for s in arguments.subjects(c)]


def _purpose(verb: Token) -> list[Token]:
    """Where and to whom, in the purpose of a deed: `chartered planes to carry arms to Ukraine`."""
    aims = [c for c in verb.children if c.dep_ in ("advcl", "xcomp", "relcl") and clauses.is_infinitive(c)]
    return [t for c in aims for word in ("to", "for", "into", "against", "in") for t in arguments.phrases(c, word)]


def _place(parsed: Parsed, trigger: Trigger) -> list[Named]:
    home = _carrier(trigger.token) if trigger.noun else trigger.token
    spots = arguments.places(home or trigger.token)
    return [n for t in spots for n in parties.parties(parsed, t) if n.id]


def _forum(parsed: Parsed, trigger: Trigger) -> list[Named]:
    named = parties.forum(parsed, trigger.token)
    return [named] if named else []


def _doer(noun: Token) -> list[Token]:
    """Who acts on what a noun tells: `Belgium rejected the ultimatum`, `troops came at the request of the king`."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return [] if verb.pos_ != "VERB" or clauses.is_light(verb) else arguments.subjects(verb)


def _talking(verb: Token) -> list[Token]:
    """Who talks, where talks are the subject: `a month of talks between A and B brought nothing`."""
    talks = [
        t for s in verb.children if s.dep_ in ("nsubj", "nsubjpass") for t in s.subtree if arguments.is_class(t, "TALKS")
    ]
    return [n for t in talks for word in ("between", "with", "of") for n in arguments.phrases(t, word)]


def _beset(noun: Token) -> list[Token]:
    """Who is under attack: `Serbia, under attack`, `Serbia is under attack`."""
    prep = noun.head
    if prep.lower_ != "under":
        return []
    return arguments.subjects(prep.head) if prep.head.pos_ in ("VERB", "AUX") else [prep.head]


def _carrier(noun: Token) -> Token | None:
    """The verb that carries a noun (`launch an attack`) or says whether it was done (`refuse a visit`)."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.head.pos_ in ("VERB", "ADJ") and _own_deed(verb.head):
        return verb.head
    if noun.dep_ in ("dobj", "nsubjpass", "attr") and (clauses.is_light(verb) or _own_deed(verb)):
        return verb
    return None


def _own_deed(verb: Token) -> bool:
    """Whether a governor speaks of what its own subject does: refuse, promise; not fear, expect."""
    row = clauses.governor(verb, "noun")
    return row is not None and row.effect != "hypothetical"


def _within(parsed: Parsed, trigger: Trigger) -> list[Named]:
    """Names inside a verb's object: `reject France's proposal`, `sign the CSTO's declaration`."""
    token = trigger.token
    homes = arguments.objects(token) + [
        n for c in token.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj"
    ]
    homes += [c for c in token.children if c.dep_ in ("ccomp", "xcomp")]
    for noun in homes:
        found = [n for t in _without_clauses(noun) for n in parties.parties(parsed, t) if n.id]
        if found:
            return found[:1]
    return []


def _without_clauses(token: Token) -> list[Token]:
    """The names, adjectives and pronouns below a word, those of relative clauses apart."""
    aside = {t.i for c in token.subtree if c.dep_ == "relcl" and c is not token for t in c.subtree}
    return [t for t in token.subtree if t.i not in aside and t.pos_ in ("PROPN", "ADJ", "PRON")]


SLOTS: dict[str, Callable[[Token], list[Token]]] = {
    "object": arguments.objects,
    "forces": _forces,
    "owner": _owner,
    "clause": _clause,
    "purpose": _purpose,
    "doer": _doer,
    "talks": _talking,
    "under": _beset,
}

WHOLE: dict[str, Callable[[Parsed, Trigger], list[Named]]] = {"within": _within, "place": _place, "forum": _forum}

"""Slots that tokens fill, and slots that parties fill at once; any other name is a preposition."""

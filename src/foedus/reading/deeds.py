"""Who did what to whom, and whether it was done at all: the deeds of a text, by the rules of `lexicon/acts`.

A rule finds the word that tells of a deed; `arguments` fills its slots; `polarity` walks up the sentence to see whether
it was done, refused, promised or only feared; `deeds_context` fills what an earlier sentence said and merges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from foedus.nouns.findings import Deed, Named, Span
from foedus.reading import arguments, clauses, deeds_context, polarity
from foedus.reading.deeds_lexicon import Pattern, Rule, lexicon
from foedus.reading.deeds_slots import first, slot
from foedus.reading.deeds_told import Told, Trigger

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedus.reading.parsed import Parsed

LONGEST = 400

LONG = 250

"""Words beyond which a sentence is a list or a table: no deed is read in it."""

TOGETHER = ("with", "object", "between", "by")

"""Where the other side of a mutual deed stands, when several are its subject."""


def find(parsed: Parsed) -> Iterable[Deed]:
    """The deeds of a text, in its order."""
    arguments.mark(parsed)
    told = [_told(parsed, trigger) for trigger in _triggers(parsed)]
    return deeds_context.settle(parsed, _governing_left_out(told))


def _triggers(parsed: Parsed) -> list[Trigger]:
    """The words that tell of deeds, without nouns that a verb's rule has already used (`suspended aid`)."""
    words = [t for s in parsed.sentences if len(s) <= LONG and not _elsewhere(s) for t in s if not t.is_punct]
    verbs = [t for t in map(_verb, words) if t is not None]
    used = {i for t in verbs for i in _used(t)}
    known = parsed.doc.user_data["kinds"]
    nouns = [
        t
        for t in map(_noun, (w for w in words if w.i not in known))
        if t is not None and (t.token.i not in used or _has_owner(parsed, t))
    ]
    inner = {
        n.i for t in nouns for c in t.token.children if c.lower_ in ("for", "of") for n in c.children if n.dep_ == "pobj"
    }
    nouns = [t for t in nouns if t.token.i not in inner or _has_owner(parsed, t)]
    return sorted([*verbs, *nouns], key=lambda t: t.token.i)


def _elsewhere(sentence: Tokens) -> bool:
    """Whether a sentence is about sport, weather or the like, where armies only march in figures of speech."""
    return bool({t.lemma_.lower() for t in sentence} & lexicon().classes["ELSEWHERE"])


def _verb(token: Token) -> Trigger | None:
    predicate = token.pos_ == "ADJ" and token.dep_ in ("acomp", "ROOT", "conj", "advcl", "attr")
    mistaken = {"nsubj", "aux"} <= {c.dep_ for c in token.children}  # the parser saw a verb where the tagger did not
    if token.pos_ in ("VERB", "AUX") or predicate or mistaken:
        return None if _is_noun(token) else _matched(token, lexicon().verbs, False)
    return None


def _noun(token: Token) -> Trigger | None:
    if token.dep_ in ("compound", "nmod") or not _is_noun(token):
        return None
    return _matched(token, lexicon().nouns, True)


def _is_noun(token: Token) -> bool:
    """A noun, or a gerund that stands as one: `the shelling`, `Fighting broke out`."""
    if token.pos_ in ("NOUN", "PROPN"):
        return not {"nsubj", "aux"} <= {c.dep_ for c in token.children}
    kids = {c.dep_ for c in token.children}
    gerund = token.tag_ == "VBG" and token.lower_ in lexicon().nouns
    return gerund and ("det" in kids or (token.dep_ in ("nsubj", "nsubjpass") and not kids & {"dobj", "nsubj"}))


def _matched(token: Token, table: dict[str, tuple[tuple[Pattern, Rule], ...]], noun: bool) -> Trigger | None:
    for lemma in _lemmas(token):
        for pattern, rule in table.get(lemma, ()):
            if clauses.matches(pattern, token) and _fits(rule, token):
                return None if rule.none else Trigger(token, pattern, rule, noun)
    return None


def _fits(rule: Rule, token: Token) -> bool:
    """Whether a rule's own conditions hold: a negation it needs, forces that it tells of, a party and no thing."""
    if rule.needs == "negation" and clauses.negation(token) is None:
        return False
    if rule.needs == "object" and not arguments.objects(token):
        return False
    if rule.needs == "no object" and any(c.dep_ == "dobj" for c in token.children):
        return False
    if rule.actor == ("forces",):
        return not any(c.dep_ == "xcomp" for c in token.children) and any(
            arguments.is_class(t, "FORCES") for t in arguments.subjects(token) or arguments.objects(token)
        )
    return not (token.lemma_ == "leave" and any(c.dep_ in ("oprd", "acomp") or c.lower_ == "for" for c in token.children))


def _lemmas(token: Token) -> Iterator[str]:
    """The model's lemma, then what a regular ending leaves (the small model makes `readmitte` of `readmitted`)."""
    yield token.lemma_.lower()
    word = token.lower_
    if word != token.lemma_.lower():
        yield word
    for ending in ("ed", "d", "ing", "s"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem, stem + "e")
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


def _used(trigger: Trigger) -> Iterator[int]:
    """The nouns that a verb's rule has read as its object or complement, and what hangs on them by a preposition."""
    verb = trigger.token
    heads = [n for n in verb.children if n.dep_ in ("dobj", "nsubjpass", "attr", "dative")]
    heads += [n for c in verb.children if c.dep_ in ("prep", "prt", "advmod") for n in c.children if n.dep_ == "pobj"]
    governs = clauses.governor(verb, "noun") is not None and not (trigger.pattern.words or trigger.pattern.phrases)
    for noun in heads:
        if governs and noun.lemma_.lower() not in lexicon().classes["REQUEST"]:
            continue
        yield noun.i
        yield from (t.i for t in noun.conjuncts)
        yield from (n.i for c in noun.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj")


def _has_owner(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a noun says by itself whose deed it is: `Israel's attack`, `the attack by Israel`."""
    owners = [c for c in trigger.token.children if c.dep_ == "poss"]
    if any(c.pos_ == "PRON" for c in owners):
        return False
    if owners and trigger.token.head.lower_ == "to":  # came to Poland's aid: not the aid that Poland gave
        return False
    return any(n.id for name in ("whose", "by") for n in slot(parsed, trigger, name)) or trigger.token.head.lower_ in (
        "at",
        "upon",
    )


def _told(parsed: Parsed, trigger: Trigger) -> Told:
    token, rule = trigger.token, trigger.rule
    actors = first(parsed, trigger, rule.actor, "")
    if not actors and not rule.known:
        actors = first(parsed, trigger, rule.actor, "agents")
    mutual = rule.mutual and len(actors) > 1
    slots = tuple(s for s in rule.target if s in TOGETHER) if mutual else rule.target
    targets = first(parsed, trigger, slots, "", actors)
    people = [] if targets or mutual else first(parsed, trigger, slots, "agents", actors)
    things = [] if targets or people or mutual or rule.party else first(parsed, trigger, slots, "things", actors)
    if mutual and not targets:
        actors, targets = actors[:1], actors[1:]
    denied = clauses.negation(token)
    idiom = rule.polarity != "asserted" and denied is not None and denied.lemma_.lower() in trigger.pattern.words
    counted = idiom or rule.needs == "negation"
    now = polarity.standing(token, rule.polarity, trigger.noun, counted)
    span = _span(parsed, trigger, (*actors, *targets))
    return Told(trigger, tuple(actors), tuple(targets), tuple(people), tuple(things), now, span)


def _governing_left_out(told: list[Told]) -> list[Told]:
    """One event, one deed: `refused to send` is the sending refused, `asked for help` the request."""
    governing = {i for one in told if one.actors and not one.standing.aside for i in one.standing.via}
    requests = [one for one in told if one.trigger.rule.act == "REQUEST" and not one.trigger.noun]
    asked = {one.trigger.token.i for one in requests if all(n.id or n.name[0].isupper() for n in one.actors)}
    idle = {one.trigger.token.i for one in told if one.trigger.rule.polarity == "failed"}
    letting = {one.trigger.token.i for one in told if _keeps(one)}
    governing, asked = governing - letting, asked | letting
    kept = []
    for one in told:
        rule, place = one.trigger.rule, one.trigger.token.i
        token = one.trigger.token
        above = {"xcomp": token.head.i, "pcomp": token.head.head.i}.get(token.dep_)
        if above in idle:  # `confined itself to evacuating tourists`
            continue
        if one.standing.aside or asked & set(one.standing.via):
            continue
        if (
            place in governing
            and place not in asked
            and (one.trigger.noun or rule.act not in ("ACCUSE", "THREATEN", "REQUEST"))
        ):
            continue
        kept.append(one)
    return kept


def _keeps(one: Told) -> bool:
    """Whether a verb of letting or helping is itself the deed: `let the bombers pass`, `helped them fortify the pass`."""
    token = one.trigger.token
    helping = token.lemma_ == "help" and any(c.dep_ in ("ccomp", "xcomp") for c in token.children)
    return helping or (one.trigger.rule.act == "COOPERATE" and bool(one.trigger.pattern.words))


def _span(parsed: Parsed, trigger: Trigger, people: Iterable[Named]) -> Span:
    """The words of the deed: from its first party or governor to its last complement, inside its sentence."""
    token = trigger.token
    sentence = parsed.span(token.sent)
    near = [p.span for p in people if p.span and sentence[0] <= p.span[0] < sentence[1]]
    tails = [c for c in token.children if c.dep_ in ("dobj", "prep", "dative", "prt", "attr", "xcomp", "neg")]
    ends = [
        parsed.span(token)[1],
        *(parsed.span(c.doc[c.left_edge.i : c.right_edge.i + 1])[1] for c in tails),
        *(e for _, e in near),
    ]
    start = min([parsed.span(token)[0], *(s for s, _ in near)])
    return start, min(max(ends), start + LONGEST)

"""Who did what to whom, and whether it was done at all: the deeds of a text, by the rules of `lexicon/acts`.

A rule finds the word that tells of a deed; `arguments` fills its slots; `polarity` walks up the sentence to see whether
it was done, refused, promised or only feared; `deeds_context` fills what an earlier sentence said and merges.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from foedus.nouns.findings import Deed, Named, Span
from foedus.reading import arguments, deeds_context, polarity
from foedus.reading.deeds_lexicon import Pattern, Rule, lexicon
from foedus.reading.deeds_told import Told, Trigger

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedus.reading.parsed import Parsed

LONGEST = 400
LONG = 250
"""Words beyond which a sentence is a list or a table: no deed is read in it."""
GIVEN = {"FORCES", "ARMS", "MONEY", "SUPPLIES", "SUPPORT", "HELP", "AIDGIVEN"}
"""Classes of what is sent, promised or withheld: never the party it goes to."""
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
            if polarity.matches(pattern, token) and _fits(rule, token):
                return Trigger(token, pattern, rule, noun)
    return None


def _fits(rule: Rule, token: Token) -> bool:
    """Whether a rule's own conditions hold: a negation it needs, forces that it tells of, a party and no thing."""
    if rule.needs == "negation" and polarity.negation(token) is None:
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
    governs = polarity.governor(verb, "noun") is not None and not (trigger.pattern.words or trigger.pattern.phrases)
    for noun in heads:
        if governs and noun.lemma_.lower() not in lexicon().classes["REQUEST"]:
            continue
        yield noun.i
        yield from (t.i for t in noun.conjuncts)
        yield from (n.i for c in noun.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj")


def _has_owner(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether a noun says by itself whose deed it is: `Israel's attack`, `the attack by Israel`."""
    if any(c.dep_ == "poss" and c.pos_ == "PRON" for c in trigger.token.children):
        return False
    return any(n.id for name in ("whose", "by") for n in slot(parsed, trigger, name)) or trigger.token.head.lower_ in (
        "at",
        "upon",
    )


def _told(parsed: Parsed, trigger: Trigger) -> Told:
    token, rule = trigger.token, trigger.rule
    actors = _first(parsed, trigger, rule.actor, "")
    if not actors and not rule.known:
        actors = _first(parsed, trigger, rule.actor, "agents")
    mutual = rule.mutual and len(actors) > 1
    slots = tuple(s for s in rule.target if s in TOGETHER) if mutual else rule.target
    targets = _first(parsed, trigger, slots, "", actors)
    people = [] if targets or mutual else _first(parsed, trigger, slots, "agents", actors)
    things = [] if targets or people or mutual or rule.party else _first(parsed, trigger, slots, "things", actors)
    if mutual and not targets:
        actors, targets = actors[:1], actors[1:]
    denied = polarity.negation(token)
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
    letting = {one.trigger.token.i for one in told if one.trigger.rule.act == "COOPERATE" and one.trigger.pattern.words}
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


def _first(
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
        found = [n for t in tokens for n in arguments.parties(parsed, t, own, known)]
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
    return [*arguments.phrase_groups(token, name), *further]


def _forces(verb: Token) -> list[Token]:
    """A subject that is troops."""
    return [t for t in arguments.subjects(verb) or arguments.objects(verb) if arguments.is_class(t, "FORCES")]


def _clause(verb: Token) -> list[Token]:
    """The subject of what is said or wanted."""
    return [s for c in verb.children if c.dep_ in ("ccomp", "xcomp") for s in arguments.subjects(c)]


def _purpose(verb: Token) -> list[Token]:
    """Where and to whom, in the purpose of a deed: `chartered planes to carry arms to Ukraine`."""
    aims = [c for c in verb.children if c.dep_ in ("advcl", "xcomp", "relcl") and polarity.is_infinitive(c)]
    return [t for c in aims for word in ("to", "for", "into", "against", "in") for t in arguments.phrases(c, word)]


def _place(parsed: Parsed, trigger: Trigger) -> list[Named]:
    home = _carrier(trigger.token) if trigger.noun else trigger.token
    spots = arguments.places(home or trigger.token)
    return [n for t in spots for n in arguments.parties(parsed, t) if n.id]


def _forum(parsed: Parsed, trigger: Trigger) -> list[Named]:
    named = arguments.forum(parsed, trigger.token)
    return [named] if named else []


def _doer(noun: Token) -> list[Token]:
    """Who acts on what a noun tells: `Belgium rejected the ultimatum`, `troops came at the request of the king`."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return [] if verb.pos_ != "VERB" or polarity.is_light(verb) else arguments.subjects(verb)


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
    if noun.dep_ in ("dobj", "nsubjpass", "attr") and (polarity.is_light(verb) or _own_deed(verb)):
        return verb
    return None


def _own_deed(verb: Token) -> bool:
    """Whether a governor speaks of what its own subject does: refuse, promise; not fear, expect."""
    row = polarity.governor(verb, "noun")
    return row is not None and row.effect != "hypothetical"


def _within(parsed: Parsed, trigger: Trigger) -> list[Named]:
    """Names inside a verb's object: `reject France's proposal`, `sign the CSTO's declaration`."""
    token = trigger.token
    homes = arguments.objects(token) + [
        n for c in token.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj"
    ]
    homes += [c for c in token.children if c.dep_ in ("ccomp", "xcomp")]
    for noun in homes:
        found = [n for t in _without_clauses(noun) for n in arguments.parties(parsed, t) if n.id]
        if found:
            return found[:1]
    return []


def _without_clauses(token: Token) -> list[Token]:
    """The names, adjectives and pronouns below a word, those of relative clauses apart."""
    aside = {t.i for c in token.subtree if c.dep_ == "relcl" and c is not token for t in c.subtree}
    return [t for t in token.subtree if t.i not in aside and t.pos_ in ("PROPN", "ADJ", "PRON")]


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


SLOTS: dict[str, Callable[[Token], list[Token]]] = {
    "object": arguments.objects,
    "forces": _forces,
    "clause": _clause,
    "purpose": _purpose,
    "doer": _doer,
    "talks": _talking,
    "under": _beset,
}
WHOLE: dict[str, Callable[[Parsed, Trigger], list[Named]]] = {"within": _within, "place": _place, "forum": _forum}
"""Slots that tokens fill, and slots that parties fill at once; any other name is a preposition."""

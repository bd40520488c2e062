"""What a sentence leaves out: parties that the text named before, echoes (`Sweden did not`), one event told twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from foedus.nouns.findings import Deed, Interval, Named, PloverRoot, Polarity, Span
from foedus.reading import polarity
from foedus.reading.arguments import is_class, known_parties, landlord, objects, parties, subjects
from foedus.reading.dates import Dated, date_in, dates_in
from foedus.reading.deeds_lexicon import lexicon
from foedus.reading.deeds_told import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.parsed import Parsed

MOST = 12
NEAR = 3
"""How many sentences back a party may have been named."""
UNDONE = ("negated", "refused", "failed")
ANSWERS = ("ACCUSE", "SUPPORT", "REJECT", "PROTEST")
"""Acts towards what another has done: `condemned it`, `backed it`."""
ON_THE_GROUND = ("ASSAULT", "AID", "RETREAT", "MOBILIZE", "COERCE", "REQUEST", "CONSULT", "AGREE", "COOPERATE")
"""Acts whose target is the state that a territory lies in; one may recognise, blame or sanction a territory itself."""
GIVING = ("AID", "SUPPORT", "MOBILIZE", "COOPERATE")


@dataclass(frozen=True)
class Event:
    """One deed of one actor towards one target, before it becomes a finding."""

    actor: Named
    act: PloverRoot
    polarity: Polarity
    target: Named | None
    attributed_to: Named | None
    rule: str
    span: Span
    sentence: int


def settle(parsed: Parsed, told: Sequence[Told]) -> list[Deed]:
    """The deeds of what was told: gaps filled, one for each pair of parties, doubles merged."""
    number = {t.i: n for n, sentence in enumerate(parsed.sentences) for t in sentence}
    events: list[Event] = []
    todo: list[tuple[int, Told | Token]] = [(t.trigger.token.i, t) for t in told]
    todo += [(t.i, t) for t in _echoing(parsed, {t.trigger.token.i for t in told})]
    for place, one in sorted(todo, key=lambda x: x[0]):
        here = number.get(place, 0)
        if isinstance(one, Told):
            found = list(_events(parsed, one, told, events, number))
        else:
            found = list(_echo(parsed, one, events, here))
        events = _joined(events, found)
    dates = dates_in(parsed.text, parsed.date)
    return [_deed(parsed, e, dates) for e in _denied_later(parsed, _addressed(events))]


def _deed(parsed: Parsed, event: Event, dates: tuple[Dated, ...]) -> Deed:
    who = (event.rule, event.polarity, event.actor.name, event.target.name if event.target else "")
    base = parsed.base("deed", event.span, "|".join(who))
    return Deed(
        **{**base, "rule": event.rule},
        actor=event.actor,
        act=event.act,
        polarity=event.polarity,
        target=event.target,
        attributed_to=event.attributed_to,
        when=_when(parsed, event, dates),
        place=_place(parsed, event),
    )


def _when(parsed: Parsed, event: Event, dates: tuple[Dated, ...]) -> Interval | None:
    """The date among the words of the deed, else the only one of its sentence."""
    start, end = parsed.span(parsed.sentences[event.sentence])
    there = [d for d in dates if start <= d.span[0] and d.span[1] <= end]
    return date_in(dates, *event.span) or (there[0].when if len(there) == 1 else None)


def _place(parsed: Parsed, event: Event) -> Named | None:
    """The name behind in, at, near, over or off among the words of the deed."""
    words = lexicon().classes["WHERE"]
    for mention in parsed.mentions_in(event.span):
        before = parsed.text[event.span[0] : mention.span[0]].lower().removesuffix("the ").split()
        if before and before[-1] in words and mention.kind in ("place", "state"):
            name = parsed.text[slice(*mention.span)] if mention.kind == "state" else mention.name
            return Named(name=name, id=mention.id, span=mention.span)
    return None


def _same(a: Named | None, b: Named | None) -> bool:
    return a is not None and b is not None and (a.id or a.name) == (b.id or b.name)


def _events(
    parsed: Parsed, told: Told, all_told: Sequence[Told], so_far: list[Event], number: dict[int, int]
) -> Iterator[Event]:
    """The events of one telling: each actor with each target."""
    rule, here = told.trigger.rule, number.get(told.trigger.token.i, 0)
    sayer = _sayer(parsed, told)
    actors = _actors(told, so_far, here, sayer)
    victim = (
        sayer is not None
        and rule.act == "ASSAULT"
        and not told.targets
        and sayer.id
        and not any(_same(sayer, a) for a in actors)
    )
    targets: Sequence[Named | None] = (
        told.targets or [sayer] if victim else told.targets or _gap(parsed, told, actors, all_told, so_far, here, number)
    )
    if rule.act == "REJECT" and told.standing.polarity in UNDONE:
        return
    if rule.polarity == "failed" and told.standing.polarity == "asserted":  # `did not waver` tells of no deed
        return
    if not actors or _figurative(told) or (rule.both and not targets) or (rule.party and not victim and _of_things(told)):
        return
    for actor, target in list(product(actors, targets or (None,)))[:MOST]:
        if _same(actor, target):
            target = None
        if target is not None and target.for_ and rule.act in ON_THE_GROUND and target.for_ != actor.id:
            target = landlord(parsed, target)
        own_word = sayer is not None and _same(sayer, actor)
        attributed = sayer if sayer is not None and not own_word else None
        undone = told.standing.polarity == "negated" and own_word and _is_past(told.trigger.token)
        outcome = "denied" if undone else told.standing.polarity
        yield Event(actor, rule.act, outcome, target, attributed, rule.id, told.span, here)


def _is_past(verb: Token) -> bool:
    """`had never moved`, `did not cross`."""
    return verb.tag_ == "VBD" or any(c.dep_ == "aux" and c.lower_ in ("had", "did") for c in verb.children)


def _figurative(told: Told) -> bool:
    """Whether the only target is something that one fights in a figure of speech."""
    figures = lexicon().classes["FIGURE"]
    return not told.targets and any(t.name.split()[-1].lower() in figures for t in told.things)


def _of_things(told: Told) -> bool:
    """Whether a deed that is done to parties has a thing for its object: `hit the headlines`."""
    return not told.targets and not told.people and any(t.pos_ in ("NOUN", "NUM") for t in objects(told.trigger.token))


def _sayer(parsed: Parsed, told: Told) -> Named | None:
    """Who says that it was done: the subject of the reporting verb, or who stands behind `according to`."""
    word = told.standing.said_by
    tokens = subjects(word) if word is not None and word.pos_ == "VERB" else []
    if not tokens:
        according = (t for t in told.trigger.token.sent if t.lower_ == "according")
        tokens = [n for t in according for to in t.children if to.lower_ == "to" for n in to.children if n.dep_ == "pobj"]
    return next((n for t in tokens for n in parties(parsed, t, "agents")), None)


def _actors(told: Told, so_far: list[Event], here: int, sayer: Named | None) -> Sequence[Named]:
    """Who did it: as told; the denier of what nameless soldiers did; of a reply, whoever was asked."""
    rule, standing = told.trigger.rule, told.standing
    known = any(n.id for n in told.actors)
    if standing.polarity == "denied" and sayer is not None and not known:
        return [sayer]
    lately = [e for e in reversed(so_far) if here - e.sentence <= NEAR]
    if lately and any(t.lower_ in ("neither", "both", "each") for t in subjects(told.trigger.token)):
        return [e.actor for e in reversed(lately) if (e.rule, e.span[1]) == (lately[0].rule, lately[0].span[1])]
    if not told.actors and sayer is not None and _is_pronoun(told):
        return [sayer]
    if rule.act not in GIVING or (standing.polarity == "asserted" and told.actors):
        return told.actors
    if told.actors and not _is_pronoun(told):
        return told.actors
    asked = next((e for e in lately if e.act == "REQUEST" and e.target is not None), None)
    if asked is not None and asked.target is not None and (not told.actors or _same(told.actors[0], asked.actor)):
        return [asked.target]
    promised = next((e.actor for e in lately if e.act in GIVING and e.polarity == "planned"), None)
    return told.actors or ([promised] if promised and standing.polarity in UNDONE else [])


def _is_pronoun(told: Told) -> bool:
    return any(t.pos_ == "PRON" for t in subjects(told.trigger.token))


def _gap(
    parsed: Parsed,
    told: Told,
    actors: Sequence[Named],
    all_told: Sequence[Told],
    so_far: list[Event],
    here: int,
    number: dict[int, int],
) -> Sequence[Named]:
    """Whom a deed was for or against when no known party is named: those in need, strangers, whoever else is near."""
    going_on = [e for e in so_far if e.sentence == here and e.target and told.trigger.token.dep_ in ("conj", "xcomp")]
    if going_on and actors and _same(going_on[-1].actor, actors[0]) and not told.people:
        return [n for n in (going_on[-1].target,) if n]
    pointing = any(t.pos_ == "PRON" for t in objects(told.trigger.token))
    if pointing and told.trigger.rule.act in ANSWERS and so_far and not any(_same(so_far[-1].actor, a) for a in actors):
        return [so_far[-1].actor]
    if not actors or not told.trigger.rule.context:
        return told.people or (() if _figurative(told) else told.things)
    sentence = [t for t in all_told if number.get(t.trigger.token.i) == here and t is not told]
    assaults = [t for t in sentence if t.trigger.rule.act == "ASSAULT"]
    taken = [*actors, *(n for t in assaults if told.trigger.rule.act in GIVING for n in t.actors)]

    def first(*groups: Iterable[Named | None]) -> list[Named]:
        others = (n for g in groups for n in g if n is not None and not any(_same(n, a) for a in taken))
        return list(others)[:1]

    lately = [e for e in reversed(so_far) if here - e.sentence <= NEAR]
    attacked = (n for t in assaults for n in (t.targets or t.people or t.things))
    asking = (e.actor for e in lately if e.act == "REQUEST" and any(_same(e.target, a) for a in actors))
    served = (e.target for e in lately if e.act in GIVING and any(_same(e.actor, a) for a in actors))
    alike = (e.target for e in lately if e.act == "AID" and told.trigger.rule.act in GIVING)
    answering = any(is_class(t, name) for t in objects(told.trigger.token) for name in ("REQUEST", "PROPOSAL"))
    proposing = (e.actor for e in lately if answering and e.act in ("REQUEST", "THREATEN"))
    doing = (e.actor for e in lately[:1] if told.trigger.rule.act in ("SUPPORT", "REJECT") and e.actor.id)
    earlier = (e.target if e.act == "ASSAULT" else e.actor for e in lately if e.act in ("ASSAULT", "REQUEST"))
    around = known_parties(parsed, parsed.span(told.trigger.token.sent))
    earlier_words = (parsed.span(parsed.sentences[max(0, here - NEAR)])[0], parsed.span(parsed.sentences[here])[0])
    before = reversed(known_parties(parsed, earlier_words))
    strong = first(attacked, asking, served, proposing, alike, doing)
    guess = told.trigger.rule.act in ("AID", "SUPPORT", "REQUEST", "REJECT", "RETREAT", "ASSAULT")
    weak = first(around, earlier, before) if guess and not strong and not told.people else []
    return strong or told.people or weak or (() if _figurative(told) else told.things)


def _joined(events: list[Event], new: list[Event]) -> list[Event]:
    """Events with new ones; one event told twice is one, with its last state."""
    for event in new:
        twin = next((old for old in reversed(events) if _one_event(old, event)), None)
        if twin is None:
            events = [*events, event]
            continue
        target = (
            twin.target if event.target is None or (twin.target is not None and not event.target.id) else event.target
        )
        merged = replace(event, target=target, act=twin.act, attributed_to=event.attributed_to or twin.attributed_to)
        events = [merged if old is twin else old for old in events]
    return events


def _one_event(old: Event, new: Event) -> bool:
    """Whether two tellings are of one event: the same words twice, or a promise and what became of it."""
    if not _same(old.actor, new.actor) or new.sentence - old.sentence > 1:
        return False
    matched = (
        _same(old.target, new.target)
        or old.target is None
        or new.target is None
        or not old.target.id
        or not new.target.id
    )
    if not matched:
        return False
    if old.act == new.act and old.polarity == new.polarity and old.sentence == new.sentence:
        return True
    related = old.act == new.act or (old.act in GIVING and new.act in GIVING)
    return related and old.polarity == "planned" and new.polarity in ("failed", "negated")


def _addressed(events: list[Event]) -> list[Event]:
    """A request that names nobody went to who then answered it."""
    answers = [(i, e) for i, e in enumerate(events) if e.act in (*GIVING, "REJECT", "AGREE", "CONCEDE") and e.target]

    def reply(place: int, event: Event) -> Named | None:
        later = (a for i, a in answers if i > place and 0 <= a.sentence - event.sentence <= 2)
        return next((a.actor for a in later if _same(a.target, event.actor)), None)

    return [
        replace(e, target=reply(i, e))
        if e.act == "REQUEST" and (e.target is None or not e.target.id) and reply(i, e)
        else e
        for i, e in enumerate(events)
    ]


def _echoing(parsed: Parsed, taken: set[int]) -> Iterator[Token]:
    """Verbs that repeat a deed told before: `Sweden did not`, `followed suit`."""
    for token in parsed.doc:
        if token.i in taken or token.pos_ not in ("VERB", "AUX"):
            continue
        if (token.lemma_ == "do" and _bare(token)) or any(
            polarity.matches(p, token) and (p.words or _bare(token))
            for p, _ in lexicon().echoes.get(token.lemma_.lower(), ())
        ):
            yield token


def _bare(verb: Token) -> bool:
    """Whether a verb stands alone with its subject: `Sweden did not`."""
    kids = {c.dep_ for c in verb.children}
    return (
        bool(kids & {"nsubj"})
        and not kids & {"dobj", "xcomp", "ccomp", "prep", "acomp", "attr", "dative"}
        and verb.dep_ != "aux"
    )


def _echo(parsed: Parsed, verb: Token, so_far: list[Event], here: int) -> Iterator[Event]:
    """The last deed again, with the subject of this verb."""
    echo = next((e for p, e in lexicon().echoes.get(verb.lemma_.lower(), ()) if polarity.matches(p, verb)), None)
    now = polarity.standing(verb, echo.polarity if echo else "asserted")
    if verb.tag_ == "MD" and now.polarity == "negated" and verb.lower_ in ("will", "would"):
        now = replace(now, polarity="refused")
    last = next((e for e in reversed(so_far) if here - e.sentence <= 1), None)
    if last is None or (echo is None and now.polarity == "asserted"):
        return
    doers = subjects(verb)
    again = any(t.lower_ in ("neither", "both", "none") for t in doers)
    named = [last.actor] if again else [n for t in doers for n in parties(parsed, t)]
    for actor in named:
        if again or not _same(actor, last.actor):
            span = parsed.span(parsed.doc[verb.left_edge.i : verb.i + 1])
            target = None if _same(last.target, actor) else last.target
            yield Event(actor, last.act, now.polarity, target, None, f"{last.rule}.echo", span, here)


def _denied_later(parsed: Parsed, events: list[Event]) -> list[Event]:
    """A charge and its denial are one deed, denied: `Ankara called it a lie`."""
    words = lexicon().classes["DENIAL"]
    deniers = [
        (named, i)
        for i, sentence in enumerate(parsed.sentences)
        if {t.lemma_.lower() for t in sentence} & words
        for named in known_parties(parsed, parsed.span(sentence))
    ]

    def denies(named: Named, sentence: int, event: Event) -> bool:
        later = named.span is not None and named.span[0] >= event.span[1]
        return later and _same(named, event.actor) and sentence - event.sentence <= 2

    charges = [e for e in events if e.attributed_to and e.polarity == "asserted"]
    denied = {id(e) for e in charges for named, i in deniers if denies(named, i, e)}
    return [replace(e, polarity="denied") if id(e) in denied else e for e in events]

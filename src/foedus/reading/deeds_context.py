"""From what sentences tell to deeds: gaps filled, one deed for each pair of parties, doubles merged, day and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from foedus.nouns.findings import Deed, Interval, Named, Polarity
from foedus.reading import clauses, deeds_story
from foedus.reading.arguments import objects, subjects
from foedus.reading.dates import Dated, date_in, dates_in
from foedus.reading.deeds_event import FAR, NEAR, UNDONE, Event, same
from foedus.reading.deeds_gaps import actors_of, figurative, targets_of
from foedus.reading.deeds_lexicon import lexicon
from foedus.reading.deeds_told import Told
from foedus.reading.parties import landlord, parties

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.parsed import Parsed

MOST = 12
"""The most pairs of actor and target that one telling makes."""
ON_THE_GROUND = ("ASSAULT", "AID", "RETREAT", "MOBILIZE", "COERCE", "REQUEST", "CONSULT", "AGREE", "COOPERATE")
"""Acts whose target is the state that a territory lies in; one may recognise, blame or sanction a territory itself."""


def settle(parsed: Parsed, told: Sequence[Told]) -> list[Deed]:
    """The deeds of what was told, in the order of the text."""
    dates = dates_in(parsed.text, parsed.date)
    events = deeds_story.addressed(list(_story(parsed, told)))
    return [_deed(parsed, e, dates) for e in deeds_story.denied(parsed, events)]


def _story(parsed: Parsed, told: Sequence[Told]) -> Iterator[Event]:
    """The events, sentence by sentence; only those of the last few sentences bear on the next."""
    number = {t.i: n for n, sentence in enumerate(parsed.sentences) for t in sentence}
    beside: dict[int, list[Told]] = defaultdict(list)
    for one in told:
        beside[number.get(one.trigger.token.i, 0)].append(one)
    todo: list[tuple[int, Told | Token]] = [(t.trigger.token.i, t) for t in told]
    todo += [(t.i, t) for t in deeds_story.echoing(parsed, {t.trigger.token.i for t in told})]
    recent: list[Event] = []
    for place, word in sorted(todo, key=lambda x: x[0]):
        here = number.get(place, 0)
        yield from (e for e in recent if here - e.sentence > _reach(e))
        recent = [e for e in recent if here - e.sentence <= _reach(e)]
        if isinstance(word, Told):
            found = list(_events(parsed, word, beside[here], recent, here))
        else:
            found = list(deeds_story.echo_of(parsed, word, recent, here))
        recent = deeds_story.joined(recent, found)
    yield from recent


def _reach(event: Event) -> int:
    """For how many sentences an event bears on others; whom one helps stays the matter of a text for longer."""
    return FAR if event.act == "AID" and event.target is not None and event.target.id else NEAR


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


def _events(parsed: Parsed, told: Told, beside: Sequence[Told], recent: list[Event], here: int) -> Iterator[Event]:
    """The events of one telling: each actor with each target."""
    rule = told.trigger.rule
    sayer = _sayer(parsed, told)
    actors = actors_of(told, recent, sayer)
    victim = _victim(told, actors, sayer)
    targets: Sequence[Named | None] = told.targets or victim or targets_of(parsed, told, actors, beside, recent, here)
    if rule.act == "REJECT" and told.standing.polarity in UNDONE:
        return
    if rule.polarity == "failed" and told.standing.polarity == "asserted":  # `did not waver` tells of no deed
        return
    if not actors or figurative(told) or (rule.both and not targets) or (rule.party and not victim and _of_things(told)):
        return
    for actor, target in list(product(actors, targets or (None,)))[:MOST]:
        attributed = sayer if sayer is not None and not same(sayer, actor) else None
        outcome = _outcome(told, actor, sayer)
        yield Event(actor, rule.act, outcome, _whom(parsed, told, actor, target), attributed, rule.id, told.span, here)


def _victim(told: Told, actors: Sequence[Named], sayer: Named | None) -> list[Named]:
    """Who says that he was attacked, where the words name nobody else."""
    if told.trigger.rule.act != "ASSAULT" or told.targets or sayer is None or not sayer.id:
        return []
    return [] if any(same(sayer, a) for a in actors) else [sayer]


def _whom(parsed: Parsed, told: Told, actor: Named, target: Named | None) -> Named | None:
    """The target, of a territory its state; nobody where it would be the actor."""
    if target is None or same(actor, target):
        return None
    if target.for_ and told.trigger.rule.act in ON_THE_GROUND and target.for_ != actor.id:
        return landlord(parsed, target)
    return target


def _outcome(told: Told, actor: Named, sayer: Named | None) -> Polarity:
    """What the sentence says; `we did not cross` said by the accused is a denial."""
    polarity = told.standing.polarity
    own_word = polarity == "negated" and same(sayer, actor) and _is_past(told.trigger.token)
    return "denied" if own_word else polarity


def _is_past(verb: Token) -> bool:
    """`had never moved`, `did not cross`."""
    return verb.tag_ == "VBD" or any(c.dep_ == "aux" and c.lower_ in ("had", "did") for c in verb.children)


def _of_things(told: Told) -> bool:
    """Whether a deed that is done to parties has a thing for its object: `hit the headlines`."""
    return not told.targets and not told.people and any(t.pos_ in ("NOUN", "NUM") for t in objects(told.trigger.token))


def _put_in(verb: Token) -> bool:
    """Whether a reporting clause is put into what is said: `Peru, she repeated, had sent no ship`."""
    if verb.dep_ not in ("parataxis", "ccomp") or any(c.dep_ in ("ccomp", "dobj", "mark") for c in verb.children):
        return False
    row = clauses.governor(verb, "clause")
    return row is not None and row.says


def _sayer(parsed: Parsed, told: Told) -> Named | None:
    """Who says that it was done: the subject of the reporting verb, or who stands behind `according to`."""
    word = told.standing.said_by
    tokens = subjects(word) if word is not None and word.pos_ == "VERB" else []
    if not tokens:
        tokens = [s for c in told.trigger.token.children if _put_in(c) for s in subjects(c)]
    if not tokens:
        according = (t for t in told.trigger.token.sent if t.lower_ == "according")
        tokens = [n for t in according for to in t.children if to.lower_ == "to" for n in to.children if n.dep_ == "pobj"]
    return next((n for t in tokens for n in parties(parsed, t, "agents")), None)

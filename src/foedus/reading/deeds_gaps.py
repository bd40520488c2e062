"""What a sentence leaves out: who did it, and to whom, where the text named them before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from foedus.nouns.findings import Named
from foedus.reading.arguments import is_class, objects, subjects
from foedus.reading.deeds_event import GIVING, NEAR, UNDONE, Event, same
from foedus.reading.deeds_lexicon import lexicon
from foedus.reading.deeds_told import Told
from foedus.reading.parties import known_parties

if TYPE_CHECKING:
    from foedus.reading.parsed import Parsed

ANSWERS = ("ACCUSE", "SUPPORT", "REJECT", "PROTEST")
"""Acts towards what another has done: `condemned it`, `backed it`."""
GUESSED = ("AID", "SUPPORT", "REQUEST", "REJECT", "RETREAT", "ASSAULT")
"""Acts whose target may be whoever else is named close by."""


def actors_of(told: Told, recent: Sequence[Event], sayer: Named | None) -> Sequence[Named]:
    """Who did it: as told; the denier of what nameless soldiers did; of a reply, whoever was asked."""
    rule, standing = told.trigger.rule, told.standing
    known = any(n.id for n in told.actors)
    if standing.polarity == "denied" and sayer is not None and not known:
        return [sayer]
    lately = list(reversed(recent))
    if lately and any(t.lower_ in ("neither", "both", "each") for t in subjects(told.trigger.token)):
        return [e.actor for e in reversed(lately) if (e.rule, e.span[1]) == (lately[0].rule, lately[0].span[1])]
    if not told.actors and sayer is not None and _is_pronoun(told):
        return [sayer]
    if rule.act not in GIVING or (standing.polarity == "asserted" and told.actors):
        return told.actors
    if told.actors and not _is_pronoun(told):
        return told.actors
    asked = next((e for e in lately if e.act == "REQUEST" and e.target is not None), None)
    if asked is not None and asked.target is not None and (not told.actors or same(told.actors[0], asked.actor)):
        return [asked.target]
    promised = next((e.actor for e in lately if e.act in GIVING and e.polarity == "planned"), None)
    return told.actors or ([promised] if promised and standing.polarity in UNDONE else [])


def _is_pronoun(told: Told) -> bool:
    return any(t.pos_ == "PRON" for t in subjects(told.trigger.token))


def figurative(told: Told) -> bool:
    """Whether the only target is something that one fights in a figure of speech."""
    figures = lexicon().classes["FIGURE"]
    return not told.targets and any(t.name.split()[-1].lower() in figures for t in told.things)


def targets_of(
    parsed: Parsed, told: Told, actors: Sequence[Named], beside: Sequence[Told], recent: Sequence[Event], here: int
) -> Sequence[Named]:
    """Whom a deed was for or against when no known party is named: those in need, strangers, whoever else is near."""
    rest = () if figurative(told) else told.things
    pointed = _pointed_at(told, actors, recent, here)
    if pointed is not None or not actors or not told.trigger.rule.context:
        return [pointed] if pointed is not None else told.people or rest
    assaults = [t for t in beside if t.trigger.rule.act == "ASSAULT" and t is not told]
    taken = [*actors, *(n for t in assaults if told.trigger.rule.act in GIVING for n in t.actors)]

    def first(named: Iterable[Named | None]) -> list[Named]:
        found = next((n for n in named if n is not None and not any(same(n, a) for a in taken)), None)
        return [found] if found else []

    strong = first(_in_need(told, actors, assaults, recent))
    guess = told.trigger.rule.act in GUESSED and not strong and not told.people
    return strong or told.people or (first(_close_by(parsed, told, recent, here)) if guess else []) or rest


def _pointed_at(told: Told, actors: Sequence[Named], recent: Sequence[Event], here: int) -> Named | None:
    """Whom a list of verbs goes on about (`shelled the town and seized it`), or whose deed a pronoun means."""
    going_on = [e for e in recent if e.sentence == here and e.target and told.trigger.token.dep_ in ("conj", "xcomp")]
    if going_on and actors and same(going_on[-1].actor, actors[0]) and not told.people:
        return going_on[-1].target
    pointing = any(t.pos_ == "PRON" for t in objects(told.trigger.token))
    if pointing and told.trigger.rule.act in ANSWERS and recent and not any(same(recent[-1].actor, a) for a in actors):
        return recent[-1].actor
    return None


def _in_need(
    told: Told, actors: Sequence[Named], assaults: Sequence[Told], recent: Sequence[Event]
) -> Iterator[Named | None]:
    """The attacked, the asking, those whom the same or another has just helped, the proposer, who has just acted."""
    act, lately = told.trigger.rule.act, list(reversed(recent))
    yield from (n for t in assaults for n in (t.targets or t.people or t.things))
    yield from (e.actor for e in lately if e.act == "REQUEST" and any(same(e.target, a) for a in actors))
    yield from (e.target for e in lately if e.act in GIVING and any(same(e.actor, a) for a in actors))
    if any(is_class(t, name) for t in objects(told.trigger.token) for name in ("REQUEST", "PROPOSAL")):
        yield from (e.actor for e in lately if e.act in ("REQUEST", "THREATEN"))
    if act in GIVING:
        yield from (e.target for e in lately if e.act == "AID" and e.target and e.target.id)
    if act in ("SUPPORT", "REJECT"):
        yield from (e.actor for e in lately[:1] if e.actor.id)


def _close_by(parsed: Parsed, told: Told, recent: Sequence[Event], here: int) -> Iterator[Named | None]:
    """Other parties of the sentence; the attacked and asking of late; parties of the sentences before, the last first."""
    yield from known_parties(parsed, parsed.span(told.trigger.token.sent))
    lately = (e for e in reversed(recent) if e.act in ("ASSAULT", "REQUEST"))
    yield from (e.target if e.act == "ASSAULT" else e.actor for e in lately)
    start, end = parsed.sentences[max(0, here - NEAR)], parsed.sentences[here]
    yield from reversed(known_parties(parsed, (parsed.span(start)[0], parsed.span(end)[0])))

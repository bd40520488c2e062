"""One event told twice, echoes (`Sweden did not`), requests and their answers, charges and their denials."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.nouns.findings import Named
from foedus.reading import clauses, polarity
from foedus.reading.arguments import is_class, subjects
from foedus.reading.deeds_event import GIVING, Event, same
from foedus.reading.deeds_lexicon import lexicon
from foedus.reading.parties import known_parties, parties

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.parsed import Parsed

AFTER = 2
"""How many sentences later an answer or a denial may stand."""


def joined(events: list[Event], new: list[Event]) -> list[Event]:
    """Recent events with new ones; one event told twice is one, with its last state."""
    for event in new:
        twin = next((old for old in reversed(events) if _one_event(old, event)), None)
        events = [*events, event] if twin is None else [_merged(old, event) if old is twin else old for old in events]
    return events


def _merged(old: Event, new: Event) -> Event:
    known = new.target is None or (old.target is not None and not new.target.id)
    target = old.target if known else new.target
    return replace(new, target=target, act=old.act, attributed_to=new.attributed_to or old.attributed_to)


def _one_event(old: Event, new: Event) -> bool:
    """Whether two tellings are of one event: the same words twice, or a promise and what became of it."""
    if not same(old.actor, new.actor) or new.sentence - old.sentence > 1:
        return False
    matched = (
        same(old.target, new.target) or old.target is None or new.target is None or not old.target.id or not new.target.id
    )
    if not matched:
        return False
    if old.act == new.act and old.polarity == new.polarity and old.sentence == new.sentence:
        return True
    related = old.act == new.act or {old.act, new.act} <= {"AID", "MOBILIZE"}
    return related and old.polarity == "planned" and new.polarity in ("failed", "negated")


def addressed(events: list[Event]) -> list[Event]:
    """A request that names nobody went to who then answered it."""
    answers: dict[int, list[tuple[int, Event]]] = {}
    for i, event in enumerate(events):
        if event.act in (*GIVING, "REJECT", "AGREE", "CONCEDE") and event.target:
            answers.setdefault(event.sentence, []).append((i, event))

    def reply(place: int, event: Event) -> Named | None:
        near = (a for s in range(event.sentence, event.sentence + AFTER + 1) for a in answers.get(s, ()))
        return next((a.actor for i, a in near if i > place and same(a.target, event.actor)), None)

    open_requests = {i for i, e in enumerate(events) if e.act == "REQUEST" and (e.target is None or not e.target.id)}
    return [replace(e, target=reply(i, e) or e.target) if i in open_requests else e for i, e in enumerate(events)]


def _brushes_off(token: Token) -> bool:
    """Whether a word denies a charge without a word for lies: `brushed off the claim`."""
    row = clauses.governor(token, "noun") if token.pos_ == "VERB" else None
    claims = any(is_class(c, "CLAIM") for c in token.children if c.dep_ in ("dobj", "nsubjpass"))
    return claims and row is not None and row.effect == "denied"


def denied(parsed: Parsed, events: list[Event]) -> list[Event]:
    """A charge and its denial are one deed, denied: `Ankara called it a lie`."""
    words = lexicon().classes["DENIAL"]
    deniers = {
        i: known_parties(parsed, parsed.span(sentence))
        for i, sentence in enumerate(parsed.sentences)
        if any(t.lemma_.lower() in words or _brushes_off(t) for t in sentence)
    }

    def denies(event: Event) -> bool:
        near = (n for i in range(event.sentence, event.sentence + AFTER + 1) for n in deniers.get(i, ()))
        return any(n.span is not None and n.span[0] >= event.span[1] and same(n, event.actor) for n in near)

    charges = [bool(e.attributed_to) and e.polarity == "asserted" for e in events]
    return [
        replace(e, polarity="denied") if charge and denies(e) else e for charge, e in zip(charges, events, strict=True)
    ]


def echoing(parsed: Parsed, taken: set[int]) -> Iterator[Token]:
    """Verbs that repeat a deed told before: `Sweden did not`, `followed suit`."""
    for token in parsed.doc:
        if token.i in taken or token.pos_ not in ("VERB", "AUX"):
            continue
        if ((token.lemma_ in ("do", "have") or token.tag_ == "MD") and _bare(token)) or any(
            clauses.matches(p, token) and (p.words or _bare(token))
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


def echo_of(parsed: Parsed, verb: Token, recent: list[Event], here: int) -> Iterator[Event]:
    """The last deed again, with the subject of this verb."""
    echo = next((e for p, e in lexicon().echoes.get(verb.lemma_.lower(), ()) if clauses.matches(p, verb)), None)
    now = polarity.standing(verb, echo.polarity if echo else "asserted")
    if verb.tag_ == "MD" and now.polarity == "negated" and verb.lower_ in ("will", "would"):
        now = replace(now, polarity="refused")
    last = next((e for e in reversed(recent) if here - e.sentence <= 1), None)
    if last is None or (echo is None and now.polarity == "asserted"):
        return
    doers = subjects(verb)
    again = any(t.lower_ in ("neither", "both", "none") for t in doers)
    named = [last.actor] if again else [n for t in doers for n in parties(parsed, t)]
    for actor in named:
        if again or not same(actor, last.actor):
            span = parsed.span(parsed.doc[verb.left_edge.i : verb.i + 1])
            target = None if same(last.target, actor) else last.target
            yield Event(actor, last.act, now.polarity, target, None, f"{last.rule}.echo", span, here)

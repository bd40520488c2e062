"""Facts that a verb tells: which slot holds whom, by rows of a lexicon. `join`: the doer is a member of the object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import msgspec

from foedus.nouns import FactFinding, Named, Polarity, Span
from foedus.nouns.noun import Noun
from foedus.reading.facts.grammar import alleged, aspect, behind, clause, doers, done_to, each, passive, phrase
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told

FAR = 14  # words between verb and subject beyond which a finding's span leaves the subject out


class Frame(Noun, frozen=True, kw_only=True):
    """Verbs that tell one thing, and where they keep it.

    `subject`, `object`: slots tried in order: doer, object, or a preposition; `*_is`: the sorts that may fill them (none:
    anyone, also nobody). `thing` and `things`: slots that must hold a noun of the lists named `things` in the lexicon.
    `polarity` is what the verbs say by themselves (`refuse`).
    """

    id: str
    verbs: tuple[str, ...]
    subject: tuple[str, ...] = ("doer",)
    subject_is: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    object_is: tuple[str, ...] = ()
    object_may: tuple[str, ...] = ()
    """As `object_is`, where the slot is filled at all: `gave arms` tells of aid, `gave arms to his brother` does not."""
    thing: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    status: str = ""
    needs: tuple[str, ...] = ()
    """Words of which some must stand behind the verb: `into force`."""
    agentless: bool = False
    """Whether a passive that names no doer tells the fact all the same: `the pact was dissolved`."""
    whole: bool = False
    """Whether the finding's words run to the end of the clause."""
    polarity: Polarity = "asserted"
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@cache
def frames(kind: str) -> tuple[Frame, ...]:
    """The verb rows of `lexicon/<kind>.toml`."""
    return tuple(msgspec.convert(row, Frame) for row in lexicon(kind).get("verb", ()))


def told_by_verbs(told: Told, kind: str) -> Iterator[FactFinding]:
    """The facts of one kind that verbs tell, one for each pair of subject and object."""
    taken: set[tuple[int, str | None, str | None]] = set()
    for frame in frames(kind):
        for verb in told.words(frame.verbs, "VERB", "AUX"):
            for found in _found(told, kind, frame, verb):
                key = (verb.i, _key(found.subject), _key(found.object))
                if key not in taken:
                    taken.add(key)
                    yield found


def _key(named: Named | None) -> str | None:
    return (named.id or named.name) if named else None


def _found(told: Told, kind: str, frame: Frame, verb: Token) -> Iterator[FactFinding]:
    things = _things(verb, kind, frame)
    if (frame.thing and not things) or not _needed(verb, frame.needs) or alleged(verb) or _asked(verb, things):
        return
    doing = slot(verb, frame.subject) or ([t for t in things if told.owner(t)] if passive(verb) else [])
    needed = () if frame.agentless and passive(verb) and not doing else frame.subject_is
    subjects = named(told, doing, needed, told.owner)
    receiving = _objects(verb, things, frame)
    objects = named(told, receiving, frame.object_is or (frame.object_may if receiving else ()))
    if subjects is None or objects is None:
        return
    for (subject, s_token), (obj, o_token) in product(subjects, objects):
        if subject is None and obj is None and (s_token is not None or o_token is not None):
            continue  # nobody can tell who did it, nor to whom
        if subject and _key(subject) == _key(obj):  # a pronoun that cannot mean the doer, or `itself`
            if frame.object_is:
                continue
            obj = o_token = None
        words = [verb, *(whole(t) for t in (*things, o_token) if t), *_near(verb, s_token)]
        words += [w for part in list(words) for w in told.parsed.doc[slice(*phrase(part))]]
        words += [t for t in clause(verb) if t.i > verb.i] if frame.whole else []
        date = told.when(clause(verb))
        yield FactFinding(
            **told.parsed.base(
                kind,
                told.dated(_with_names(told.stretch(*words), subject, obj)),
                f"{kind}.{frame.id}",
            ),
            subject=subject,
            object=obj,
            when=date,
            polarity=_polarity(verb, frame),
            status=frame.status,
            value=told.phrase_text(things[0]) if things else "",
        )


def _below(verb: Token) -> list[Token]:
    """The verbs of the clause below: `asked them to send`."""
    return [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i and c.pos_ == "VERB"]


def _receivers(verb: Token) -> list[Token]:
    """Whom something is given: `sold Kenya its rifles`, also where the parser sees two objects."""
    given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    return given or [c for c in verb.children if c.dep_ == "dobj"][:-1]


_SLOTS: dict[str, Callable[[Token], list[Token]]] = {
    "doer": doers,
    "object": done_to,
    "clause": _below,
    "dative": _receivers,
    "none": lambda verb: [],
}


def _things(verb: Token, kind: str, frame: Frame) -> list[Token]:
    """The nouns of the lexicon's lists in the first slot that has any."""
    for name in frame.thing:
        if found := [t for t in slot(verb, (name,)) if is_thing(t, kind, frame.things)]:
            return found
    return []


def _polarity(verb: Token, frame: Frame) -> Polarity:
    """What the clause says of its verb, else what the verb says by itself."""
    told = aspect(verb)
    return frame.polarity if told == "asserted" else told


def slot(verb: Token, names: Iterable[str]) -> list[Token]:
    """The nouns of the first slot that is filled."""
    for name in names:
        found = _SLOTS[name](verb) if name in _SLOTS else behind(verb, (name,))
        if found:
            return found
    return []


def named(
    told: Told, tokens: list[Token], sorts: tuple[str, ...], else_: Callable[[Token], Named | None] = lambda t: None
) -> list[tuple[Named | None, Token | None]] | None:
    """The parties that fill a slot, of the sorts allowed; None where a slot that needs one has none."""
    found: list[tuple[Named | None, Token | None]] = []
    for token in tokens:
        if token.lower_ in ("he", "she", "him", "her") and sorts and "person" not in sorts:
            continue
        parties = told.parties(token) or [n for n in [else_(token)] if n]
        fitting = [n for n in parties if not sorts or told.sort(n) in sorts]
        found += [(n, token) for n in fitting]
        if not fitting and token.lower_ in ("it", "they", "he", "she"):  # somebody, though nobody can tell who
            found.append((None, token))
    return found or (None if sorts else [(None, None)])


def _objects(verb: Token, things: list[Token], frame: Frame) -> list[Token]:
    """What fills the object's slot, behind the verb or behind (in front of: `whose`) the thing."""
    for name in frame.object:
        of_things = [
            p
            for t in things
            for p in ([c for c in t.children if c.dep_ == "poss"] if name == "whose" else behind(t, (name,)))
        ]
        found = [t for t in slot(verb, (name,)) if t not in things] if name != "whose" else []
        if found or of_things:
            return found or of_things
    return []


def _with_names(span: Span, *parties: Named | None) -> Span:
    """A span that does not cut off a name at its end."""
    return span[0], max([span[1], *(p.span[1] for p in parties if p and p.span and p.span[0] < span[1])])


def _asked(verb: Token, things: list[Token]) -> bool:
    """Whether the thing is only asked about: `how many soldiers it would send`."""
    asked = any(t.tag_ in ("WRB", "WDT", "WP") for thing in things for t in thing.subtree if t.i < thing.i)
    return asked or any(c.lower_ == "whether" for c in verb.children)


def _needed(verb: Token, words: tuple[str, ...]) -> bool:
    rest = verb.doc[verb.i + 1 : verb.i + 5].text.lower()
    return not words or any(rest.startswith(w) for w in words)


def is_thing(token: Token, kind: str, lists: tuple[str, ...]) -> bool:
    """Whether a noun, what it counts (`thousands of men`) or a fellow of it is on one of the lexicon's lists."""
    wanted = {w for name in lists for w in lexicon(kind)["things"][name]}
    heads = [h for t in each(token) for h in (t, *(_counted(t) if _counts(t) else ()))]
    return any(h.lemma_.lower() in wanted or h.lower_ in wanted for h in heads)


def _counts(noun: Token) -> bool:
    return noun.pos_ in ("NUM", "DET", "PRON") or noun.lemma_.lower() in lexicon("parties")["measures"]


def _counted(noun: Token) -> list[Token]:
    return [p for c in noun.children if c.lower_ == "of" for p in c.children]


def whole(token: Token) -> Token:
    """The last fellow of a list of nouns."""
    return each(token)[-1]


def _near(verb: Token, subject: Token | None) -> list[Token]:
    return [subject] if subject is not None and abs(subject.i - verb.i) <= FAR else []

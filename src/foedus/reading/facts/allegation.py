"""Who accuses whom of what, with what the text says of the evidence. An allegation is no deed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from foedus.nouns import Allegation, Named
from foedus.reading.facts.evidence import evidence_for
from foedus.reading.facts.grammar import doers, done_to, own_subject, trimmed
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told

LONG = 45


def find(told: Told) -> Iterator[Allegation]:
    """All allegations, one a place."""
    taken: list[tuple[int, int]] = []
    for found in (*_accused(told), *_labelled(told), *_claimed(told), *_nouns(told)):
        if not any(s < found.span[1] and found.span[0] < e for s, e in taken):
            taken.append(found.span)
            yield found


def _accused(told: Told) -> Iterator[Allegation]:
    """`accused Russia of shelling`, `blamed it for the raid`."""
    book = lexicon("allegation")["accuse"]
    for verb in told.words(book["verbs"], "VERB"):
        targets = done_to(verb)
        charge = [
            c for c in verb.subtree if c.lower_ in book["prepositions"] and c.i > verb.i and c.dep_ in ("prep", "mark")
        ]
        accused = [n for t in targets for n in (told.who(t), *told.people(t)) if n]
        speaker = _speaker(told, verb)
        if not (accused and charge) or not _can_be_accused(told, accused[0], targets) or _same(accused[0], speaker):
            continue
        words = [verb, *_gerunds(charge[0]), *(t for c in charge[1:] if c.dep_ == "conj" for t in c.subtree)]
        yield _made(told, [w for w in words if w.i - verb.i < LONG], "accuse", speaker, accused[0], charge[0])


def _nouns(told: Told) -> Iterator[Allegation]:
    """`the charge that X had fired`, `laptops as proof that X sheltered them`, `put the blame for it on X`."""
    book = lexicon("allegation")["nouns"]
    for noun in told.words(book["that"], "NOUN"):
        for clause in (c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and c.i > noun.i):
            maker = next((a for a in noun.ancestors if a.pos_ == "VERB"), noun)
            yield from _charge(told, clause, told.owner(noun) or _speaker(told, maker), noun, strong=True)
    for noun in told.words(book["on"], "NOUN"):
        verb = noun.head
        behind_it = [t for p in verb.subtree if p.lower_ in ("on", "upon") and p.i > noun.i for t in p.children]
        accused = [n for t in behind_it for n in (*told.parties(t), told.owner(t)) if n]
        if noun.dep_ == "dobj" and accused and _can_be_accused(told, accused[0]):
            words = [t for t in verb.subtree if t.i >= verb.i and t.i - verb.i < LONG]
            yield _made(told, words, "blame", _speaker(told, verb), accused[0], noun)


def _gerunds(charge: Token) -> list[Token]:
    """The charge behind `of`, without a finite verb that the parser hung on it (`accused X of Y and produced Z`)."""
    apart = {t.i for v in charge.subtree if v.dep_ == "conj" and v.tag_ in ("VBD", "VBZ", "VBP") for t in v.subtree}
    return [t for t in charge.subtree if t.i not in apart]


def _can_be_accused(told: Told, named: Named, targets: Iterable[Token] = ()) -> bool:
    return bool(named.id) or named.name[:1].isupper() or any(told.people(t) for t in targets)


def _claimed(told: Told) -> Iterator[Allegation]:
    """`claimed that Thai guns had fired`, `according to the army, jets bombed a depot. It gave no evidence.`"""
    book = lexicon("allegation")["clause"]
    for verb in told.words((*book["strong"], *book["weak"]), "VERB"):
        strong = verb.lemma_.lower() in book["strong"]
        for clause in (c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i):
            yield from _charge(told, clause, _speaker(told, verb), verb, strong)
    for sentence in told.parsed.sentences:
        for found in _attributions().finditer(sentence.text):
            cue = sentence.char_span(*found.span(), alignment_mode="expand")
            if cue is not None:
                yield from _by_account(told, cue[0], cue[-1])


@cache
def _attributions() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon("allegation")["clause"]["phrases"])), re.I)


def _by_account(told: Told, first: Token, last: Token) -> Iterator[Allegation]:
    """The clause behind `according to X` or `by his account`."""
    end = max((t.i for c in last.children for t in c.subtree), default=last.i)
    rest = [t for t in last.doc[end + 1 : last.sent.end] if t.pos_ in ("VERB", "AUX") and own_subject(t)]
    for clause in rest[:1]:
        yield from _charge(told, clause, _account_of(told, first, last), last.doc[end], strong=False)


def _account_of(told: Told, first: Token, last: Token) -> Named | None:
    """Whose account it is: the noun behind `according to`, or whom the possessive in `by his account` means."""
    names = [c for c in last.children if c.dep_ == "pobj"]
    if names:
        return next(iter(told.parties(names[0])), None)
    return next((told.named_by(t) for t in first.doc[first.i : last.i + 1] if t.tag_ == "PRP$"), None)


def _charge(told: Told, clause: Token, speaker: Named | None, verb: Token, strong: bool) -> Iterator[Allegation]:
    """The charge in a clause behind a word: somebody else does something hostile in it."""
    accused = next((n for d in _actors(clause) for n in (*told.parties(d), told.owner(d)) if n), None)
    if accused is None or not _can_be_accused(told, accused) or not _hostile(clause):
        return
    if _same(accused, speaker):
        if verb.pos_ == "NOUN" or any(d.pos_ != "NOUN" for d in doers(verb)):
            return
        speaker = None  # `the minister` is hardly that of the state he accuses
    if strong or evidence_for(told, verb.sent)[1]:
        words = [t for t in clause.subtree if t.i - clause.left_edge.i < LONG]
        words = [w for w in words if w.i > verb.i]
        yield _made(told, words, "claim", speaker, accused, clause)


def _actors(clause: Token) -> list[Token]:
    return own_subject(clause) if clause.pos_ in ("VERB", "AUX") else []


def _same(a: Named | None, b: Named | None) -> bool:
    return a is not None and b is not None and (a.id or a.name) == (b.id or b.name)


def _hostile(clause: Token) -> bool:
    book = lexicon("allegation")["hostile"]
    return any(
        (t.pos_ == "VERB" and t.lemma_.lower() in book["verbs"])
        or (t.pos_ == "NOUN" and t.lemma_.lower() in book["nouns"])
        for t in clause.subtree
    )


def _labelled(told: Told) -> Iterator[Allegation]:
    """`label the brawl as an attack of the Islamic State`."""
    for verb in told.words(lexicon("allegation")["label"]["verbs"], "VERB"):
        things = [] if any(c.lower_ in lexicon("aspect")["if"] for c in verb.children) else done_to(verb)
        names = [c for c in verb.subtree if c.lower_ == "as" and c.i > verb.i and c.dep_ == "prep"][:1]
        inside = [t for c in names for t in c.subtree] or [
            t for c in verb.children if c.dep_ == "oprd" for t in c.subtree
        ]
        if not things or not _hostile_words(inside):
            continue
        accused = next((n for t in inside for n in [told.named_by(t)] if n), None)
        accused = accused or next((n for t in things for n in told.parties(t)), None)
        if accused is None:
            continue
        words = [verb, *(t for thing in things for t in thing.subtree if abs(t.i - verb.i) < LONG), *inside]
        yield _made(told, words, "label", _speaker(told, verb), accused, inside[-1])


def _hostile_words(words: Iterable[Token]) -> bool:
    nouns = lexicon("allegation")["hostile"]["nouns"]
    return any(t.lemma_.lower() in nouns for t in words)


def _speaker(told: Told, verb: Token) -> Named | None:
    return next((n for d in doers(verb) for n in [told.who(d)] if n), None)


def _made(
    told: Told, words: list[Token], rule: str, speaker: Named | None, accused: Named | None, charge: Token
) -> Allegation:
    words = trimmed([t for t in words if not (t.lower_ == "that" and t.dep_ == "mark")])
    span = told.stretch(*words)
    inside = [t for t in _gerunds(charge) if abs(t.i - charge.i) < LONG and t.dep_ != "mark"]
    inside = [t for t in inside if t.i >= words[0].i]
    inside = trimmed([t for t in inside if t.i != charge.i or t.pos_ not in ("ADP", "SCONJ")] or [charge])
    return Allegation(
        **told.parsed.base("allegation", span, f"allegation.{rule}"),
        speaker=speaker,
        accused=accused,
        of=told.text[slice(*told.stretch(*inside))],
        evidence=evidence_for(told, words[0].sent)[0],
        threats=tuple(dict.fromkeys(m.id for m in told.parsed.mentions_in(span) if m.kind == "threat" and m.id)),
    )

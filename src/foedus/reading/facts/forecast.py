"""What somebody foresees: `unlikely to send`, `could be in the cards`, `will not survive`. It is no fact yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from foedus.nouns import View
from foedus.reading.facts.clauses import around
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told


def find(told: Told) -> Iterator[View]:
    """All forecasts, one a clause; questions foresee nothing."""
    taken: set[tuple[int, int]] = set()
    for cue, rule in sorted(_cues(told), key=lambda c: c[0].i):
        span = around(told, cue)
        if span is None or any(s < span[1] and span[0] < e for s, e in taken):
            continue
        taken.add(span)
        made = told.parsed.base("forecast", span, f"forecast.{rule}")
        yield View(**made, by=told.voice(cue), of=made["quote"], when=told.when_in(span))


def _cues(told: Told) -> Iterator[tuple[Token, str]]:
    """The words that foresee, and by which rule."""
    book = lexicon("forecast")
    yield from ((t, "likely") for t in told.words(book["likely"], "ADJ", "ADV") if _foreseen(t) and not _asked(t))
    yield from (
        (t, "bound")
        for t in told.words((*book["bound"], "expect"), "ADJ", "VERB")
        if t.lower_ in book["bound"] and _before_infinitive(t)
    )
    yield from ((t, "surely") for t in told.words(book["surely"], "ADV") if _willed(t))
    yield from ((t, "certain") for t in told.words(("certain", "sure", "inevitable"), "ADJ") if _that(t))
    yield from ((t, "noun") for t in told.words(book["nouns"], "NOUN") if _graded(t, book["grades"]))
    yield from ((t, "foresee") for t in told.words(book["foresee"], "VERB") if _foresees(t))
    yield from ((t, "chance") for t in told.words(book["chance"], "AUX") if _ahead(t, book["ahead"]))
    yield from (
        (t, "becoming")
        for t in told.words(("will", "shall"), "AUX")
        if t.head.lemma_ in book["becoming"] and not _wills(told, t.head)
    )
    yield from _idioms(told, book["idioms"])


def _willed(adverb: Token) -> bool:
    """`will probably`: an adverb of chance beside `will`."""
    return any(c.lower_ in ("will", "'ll", "wo", "shall") for c in (*adverb.head.children, *adverb.children))


def _that(adjective: Token) -> bool:
    """`it seems certain that ...`, in the present."""
    above = adjective.head
    below = any(c.dep_ == "ccomp" for c in (*adjective.children, *above.children))
    return below and above.tag_ in ("VBZ", "VBP") and any(c.lower_ == "it" for c in above.children)


def _foreseen(likely: Token) -> bool:
    """Whether `likely` foresees: not in `likely voters`, but in `the likely outcome`."""
    return likely.dep_ != "amod" or likely.head.lemma_.lower() in lexicon("forecast")["outcomes"]


def _asked(token: Token) -> bool:
    return token.sent.text.rstrip().endswith("?")


def _before_infinitive(token: Token) -> bool:
    """`is set to fall`, `are expected to vote`: in the present, with an infinitive."""
    below = any(c.dep_ == "xcomp" and any(g.lower_ == "to" for g in c.children) for c in token.children)
    be = next((a for a in (token.head, *token.children) if a.lemma_ == "be"), None)
    return below and be is not None and be.tag_ in ("VBP", "VBZ") and token.tag_ != "VB"


def _graded(token: Token, grades: Iterable[str]) -> bool:
    said = {c.lower_ for c in token.head.children if c.dep_ == "acomp"}
    near = (
        said
        | {c.lower_ for c in token.subtree if abs(c.i - token.i) < 3}
        | {t.lower_ for t in token.doc[max(0, token.i - 3) : token.i + 2]}
    )
    return bool(near & set(grades))


def _foresees(token: Token) -> bool:
    """A finite verb of foreseeing with something below it; `had been expected` looks back."""
    below = any(c.dep_ in ("ccomp", "xcomp") and c.i > token.i for c in token.children)
    events = lexicon("forecast")["events"]
    below |= token.tag_ != "VBD" and any(c.dep_ == "dobj" and c.lemma_.lower() in events for c in token.children)
    below &= not any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in token.children)
    below &= not (token.tag_ in ("VB", "VBD") and any(c.dep_ == "neg" for c in token.children))
    back = any(c.lower_ in ("had", "would") for c in token.children if c.dep_ == "aux")
    return below and not back and any(c.dep_ == "nsubj" for c in token.children)


def _ahead(modal: Token, words: Iterable[str]) -> bool:
    """`may yet collapse`: a modal of chance beside a word that looks ahead, and no `could have`."""
    verb = modal.head
    if any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children) or _asked(modal):
        return False
    return any(t.lower_ in words for t in verb.doc[modal.i : modal.i + 9] if t.sent.start == modal.sent.start)


def _wills(told: Told, verb: Token) -> bool:
    """Whether somebody says what he himself will do."""
    return (
        any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in verb.children)
        or told.sort(told.voice(verb)) == "state"
    )


def _idioms(told: Told, idioms: Iterable[str]) -> Iterator[tuple[Token, str]]:
    pattern = re.compile("|".join(map(re.escape, idioms)), re.I)
    for found in pattern.finditer(told.parsed.doc.text):
        words = told.parsed.doc.char_span(*found.span(), alignment_mode="expand")
        if words is not None:
            yield words[-1], "idiom"

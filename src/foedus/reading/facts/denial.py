"""Who denies what: `denied that its guns had fired`, `rejected the charge`, `Russia's denial of any role`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import Denial, Named
from foedus.reading.facts.grammar import behind, doers, done_to, passive
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told

LONG = 30


def find(told: Told) -> Iterator[Denial]:
    """All denials that verbs and nouns tell."""
    book = lexicon("denial")
    for verb in told.words(book["verbs"], "VERB"):
        denied = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "dobj") and c.i > verb.i]
        speaker = _who(told, doers(verb))
        if speaker and denied and not passive(verb) and _deniable(denied[0]):
            yield _made(told, verb, denied[0], speaker)
    for verb in told.words(book["rejects"], "VERB"):
        denied = [t for t in done_to(verb) if t.lemma_.lower() in book["charges"] or t.lower_ in ("this", "that")]
        speaker = _who(told, doers(verb))
        if speaker and denied:
            yield _made(told, verb, denied[0], speaker)
    for noun in told.words(book["nouns"], "NOUN"):
        denied, speaker = behind(noun, ("of", "that")), told.owner(noun)
        if speaker and denied:
            yield _made(told, noun, denied[0], speaker)


def _deniable(denied: Token) -> bool:
    """Whether what is denied is a doing or a charge: `denied a visa` refuses, `denied climate change` disputes."""
    if denied.dep_ in ("ccomp", "xcomp") or denied.tag_ == "VBG":
        return True
    book = lexicon("denial")
    return denied.lemma_.lower() in (*book["charges"], *book["doings"])


def _who(told: Told, subjects: list[Token]) -> Named | None:
    return next((n for s in subjects for n in [told.who(s)] if n), None)


def _made(told: Told, cue: Token, denied: Token, speaker: Named) -> Denial:
    inside = [t for t in denied.subtree if t.i > cue.i and t.i - cue.i < LONG]
    owner = [t for c in cue.children if c.dep_ in ("poss", "amod", "nsubj") for t in c.subtree if 0 < cue.i - t.i < LONG]
    return Denial(
        **told.parsed.base("denial", told.stretch(cue, *owner, *inside), f"denial.{cue.lemma_.lower()}"),
        speaker=speaker,
        of=told.text[slice(*told.stretch(*inside))],
    )

"""What a text says of the evidence for a charge: none offered, some offered, or the charge contradicted."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

    from foedus.reading.facts.told import Told

Evidence = Literal["none_offered", "offered", "contradicted"]
REACH = 3


def evidence_for(told: Told, sentence: Tokens) -> tuple[Evidence, bool]:
    """What is said of the evidence, and whether anything is said at all: silence counts as none offered.

    The accuser's own evidence stands in the sentence of the charge or in the next; what its target shows, when it
    rejects the charge, speaks against it.
    """
    here, *later = [s.text for s in _from(told, sentence)]
    near = f"{here} {later[0]}" if later and _goes_on(later[0]) else here
    if _said("contradicted", near) or _said("contradicted", " ".join(later[:1])):
        return "contradicted", True
    if _said("none", near):
        return "none_offered", True
    if _rejecting().search(" ".join(later)) and _said("offered", " ".join(later)):
        return "contradicted", True
    return ("offered", True) if _said("offered", near) else ("none_offered", False)


def _from(told: Told, sentence: Tokens) -> list[Tokens]:
    """The sentence and those after it, up to REACH and within its paragraph."""
    found = [sentence]
    while len(found) <= REACH and found[-1].end < len(told.parsed.doc):
        after = told.parsed.doc[found[-1].end].sent
        gap = told.text[told.parsed.span(found[-1])[1] : told.parsed.span(after)[0]]
        if "\n\n" in gap:
            break
        found.append(after)
    return found


def _goes_on(sentence: str) -> bool:
    """Whether a sentence goes on about the one who spoke: it begins with a pronoun or a body, or with nothing new."""
    first = sentence.split()[:1]
    return bool(first) and first[0].strip('"').lower() in (
        "he",
        "she",
        "it",
        "they",
        "the",
        "no",
        "for",
        "but",
        "nor",
        "neither",
        "nothing",
        "his",
        "her",
        "its",
        "their",
        "yet",
    )


def _said(name: str, text: str) -> bool:
    return bool(_patterns(name).search(text))


@cache
def _patterns(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in lexicon("allegation")["evidence"][name]), re.I)


@cache
def _rejecting() -> re.Pattern[str]:
    return re.compile(lexicon("allegation")["evidence"]["rejecting"], re.I)

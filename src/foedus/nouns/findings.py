"""What a reader proposes. Every finding holds its verbatim words and where they stand (code points, end exclusive)."""

from __future__ import annotations

from typing import Literal

from foedus.nouns.noun import Noun
from foedus.when import When

Span = tuple[int, int]
PloverRoot = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Polarity = Literal["asserted", "negated", "refused", "failed", "denied", "hypothetical", "planned"]


class Named(Noun, frozen=True, kw_only=True):
    """A party in a text: canonical English name, id where the record knows it, span as written where it is written.

    `for_` is the id that a speaker speaks for (a minister for the state, a secretary-general for the organisation).
    """

    name: str
    id: str | None = None
    span: Span | None = None
    for_: str | None = None


class Interval(Noun, frozen=True, kw_only=True):
    """When something happened: the first and last day it may mean."""

    from_: When | None
    to: When | None
    precision: str


class Hedge(Noun, frozen=True, kw_only=True):
    """Words that weaken a statement, and their class (named in lexicon/hedges.toml)."""

    span: Span
    class_: str


class Finding(Noun, frozen=True, kw_only=True):
    """What every finding has. `id` is a hash of document, kind, span and rule; `quote` is text[span]."""

    id: str
    kind: str
    span: Span
    quote: str
    rule: str


class Statement(Finding, frozen=True, kw_only=True):
    """Words someone spoke, wrote or thought; contents, sources and cues may be discontinuous."""

    mode: Literal["direct", "mixed", "indirect"]
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speaker: Named | None = None
    cue_polarity: Literal["asserted", "negated"] = "asserted"
    hedges: tuple[Hedge, ...] = ()
    threats: tuple[str, ...] = ()


class Deed(Finding, frozen=True, kw_only=True):
    """Who did what to whom, with its polarity; `act` is a PLOVER root."""

    actor: Named | None
    act: PloverRoot
    polarity: Polarity
    target: Named | None = None
    when: Interval | None = None
    attributed_to: Named | None = None
    place: Named | None = None


class FactFinding(Finding, frozen=True, kw_only=True):
    """A membership, office, base, treaty, request, response, aid or summit_outcome that a text tells of.

    `status` is the kind's own word: member, joins, leaves, freezes, applies, mooted (membership); none (no new bases);
    `polarity` as in deeds; `title` of an office; `value` the rest in words.
    """

    subject: Named | None = None
    object: Named | None = None
    when: Interval | None = None
    polarity: Polarity = "asserted"
    status: str = ""
    title: str = ""
    value: str = ""


class Allegation(Finding, frozen=True, kw_only=True):
    """Someone is accused of something, with what the text says of the evidence."""

    speaker: Named | None
    accused: Named | None
    of: str
    evidence: Literal["none_offered", "offered", "contradicted"] = "none_offered"
    threats: tuple[str, ...] = ()


class Denial(Finding, frozen=True, kw_only=True):
    """Someone denies something."""

    speaker: Named | None
    of: str


class View(Finding, frozen=True, kw_only=True):
    """A forecast, question, judgement or frame: `by` None is the text's own author. It asserts no fact."""

    by: Named | None = None
    of: str = ""
    when: Interval | None = None


class Document(Noun, frozen=True, kw_only=True):
    """A text as read: `text` is what all spans count in."""

    id: str
    title: str = ""
    date: When | None = None
    author: str = ""
    publisher: str = ""
    language: str = ""
    text: str = ""


class ReadingResult(Noun, frozen=True, kw_only=True):
    """A document and what was found in it."""

    document: Document
    findings: tuple[Finding, ...]

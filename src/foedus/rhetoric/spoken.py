"""What a read text has its speakers say of a threat: statements about security, and frames that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from foedus.nouns import Noun, ReadingResult, Span, Statement, Threat, View
from foedus.rhetoric.corpus import names, security
from foedus.when import When

_SENTENCE_END = re.compile(r"[.!?…][”\"')\]]*\s|\n")
_FURTHEST = 1000
Names = Literal["in the words", "in the sentence", "no"]


class Said(Noun, frozen=True, kw_only=True):
    """A statement about security. `names`: the threat is named in the words said, in the sentence around them, or not."""

    document: str
    finding: str
    on: When | None
    speaker: str
    speaks_for: str | None
    mode: str
    names: Names
    words: str


class Framed(Noun, frozen=True, kw_only=True):
    """A generalisation about the threat that a text tells of; `by` None: its author tells it of nobody in particular."""

    document: str
    finding: str
    by: str | None
    words: str


def said(reading: ReadingResult, threat: Threat) -> Iterator[Said]:
    """The statements by somebody that name the threat or are about security; what a speaker did not say is left out."""
    about = re.compile(security())
    for s in reading.findings:
        if not isinstance(s, Statement) or s.speaker is None or s.cue_polarity == "negated":
            continue
        words = " … ".join(reading.document.text[start:end] for start, end in s.content)
        named = _named(reading, s, words, threat)
        if named != "no" or about.search(words):
            yield Said(
                document=reading.document.id,
                finding=s.id,
                on=reading.document.date,
                speaker=s.speaker.name,
                speaks_for=s.speaker.for_ or s.speaker.id,
                mode=s.mode,
                names=named,
                words=words,
            )


def framed(reading: ReadingResult, threat: Threat) -> Iterator[Framed]:
    """The frames that name the threat."""
    named = re.compile(names(threat))
    for f in reading.findings:
        if isinstance(f, View) and f.kind == "frame" and named.search(f.quote):
            yield Framed(document=reading.document.id, finding=f.id, by=f.by.name if f.by else None, words=f.quote)


def _named(reading: ReadingResult, statement: Statement, words: str, threat: Threat) -> Names:
    named = re.compile(names(threat))
    if threat.id in statement.threats or named.search(words):
        return "in the words"
    return "in the sentence" if named.search(_sentence(reading.document.text, statement.span)) else "no"


def _sentence(text: str, span: Span) -> str:
    """The sentence, or sentences, that a span stands in."""
    first = max(0, span[0] - _FURTHEST)
    starts = [m.end() for m in _SENTENCE_END.finditer(text, first, span[0])]
    end = _SENTENCE_END.search(text, max(0, span[1] - 1))
    return text[starts[-1] if starts else first : end.end() if end else len(text)]

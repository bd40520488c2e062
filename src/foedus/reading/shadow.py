"""A cleaned copy of a text for the parser, with the way back: every place in the copy knows its place in the text."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from foedus.nouns import Span

PIECE = 2_500  # the longest stretch handed to the parser at once: tokenisers are not linear in the length of a word run
LINE = re.compile(r"[^\r\n\x0b\x0c\u0085\u2028\u2029]+")
NOTHING = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
STRAIGHT = str.maketrans("’‘‛`“”„«»…", '\'\'\'\'""""".')


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of the copy (a paragraph, or a part of a very long one) and the place in the text of each character."""

    text: str
    places: array[int]

    def span(self, start: int, end: int) -> Span:
        """The span in the text of copy[start:end]."""
        return self.places[start], self.places[end - 1] + 1


def paragraphs(text: str) -> Iterator[Span]:
    """Spans of the paragraphs: lines, joined where a text is wrapped hard at a column."""
    start = end = -1
    for m in LINE.finditer(text):
        if not m.group().strip():
            continue
        if start >= 0 and _wrapped(text[start:end], text[end : m.start()], m.group()):
            end = m.end()
            continue
        if start >= 0:
            yield start, end
        start, end = m.span()
    if start >= 0:
        yield start, end


def _wrapped(before: str, gap: str, line: str) -> bool:
    """Whether `line` goes on with the sentence of the line before it: one break, a column's length."""
    if gap.count("\n") + (gap.count("\r") if "\n" not in gap else 0) > 1:
        return False
    last = before[before.rfind("\n") + 1 :].rstrip()
    return 45 <= len(last) <= 100 and last[-1] not in '.!?:”"’' and line.lstrip()[:1] not in '-–—•*·“"'


def piece(text: str, start: int, end: int) -> Piece:
    """The clean copy of text[start:end]: blanks single and plain, marks that do not show dropped, quotes straight.

    It ends with a blank, so that copies can be joined.
    """
    out: list[str] = []
    places = array("l")
    blank = True
    for i in range(start, end):
        c = text[i]
        if c in NOTHING:
            continue
        if c.isspace() or c < " ":
            if blank:
                continue
            c, blank = " ", True
        else:
            blank = False
        if "\ud800" <= c <= "\udfff":
            c = "\ufffd"
        out.append(c)
        places.append(i)
    if not blank:
        out.append(" ")
        places.append(end - 1)
    return Piece("".join(out).translate(STRAIGHT), places)


def pieces(text: str, apart: tuple[Span, ...] = ()) -> Iterator[Piece]:
    """All pieces of a text but those in the spans `apart`; none longer than PIECE."""
    cuts = iter(apart)
    cut = next(cuts, None)
    for start, end in paragraphs(text):
        while cut and cut[1] <= start:
            cut = next(cuts, None)
        if cut and cut[0] < end:
            continue
        for s, e in _short(text, start, end):
            clean = piece(text, s, e)
            if _prose(clean.text):
                yield clean


def _prose(text: str) -> bool:
    """Whether letters are at least a third of a stretch; the rest is figures, rules, pictures, noise."""
    return 3 * sum(map(str.isalpha, text)) >= len(text) > 1


def _short(text: str, start: int, end: int) -> Iterator[Span]:
    """text[start:end] in parts of at most PIECE characters, cut after a sentence, else at a blank, else anywhere."""
    while end - start > PIECE:
        part = text[start : start + PIECE]
        cut = max(part.rfind(". "), part.rfind("? "), part.rfind("! ")) + 1
        if cut < PIECE // 2:
            cut = part.rfind(" ") if part.rfind(" ") > PIECE // 2 else PIECE
        yield start, start + cut
        start += cut
    yield start, end

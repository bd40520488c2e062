"""Quote marks over a whole text: where each quotation begins and ends, also when it runs over sentences and paragraphs.

Marks are curly, straight, doubled single, guillemets and low-high; nested ones know their depth. A mark that
is never closed ends with its paragraph, unless the next paragraph opens with the same mark: then the quotation goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from foedus.nouns import Span

MARK = re.compile("''|``|[\"“”„‟«»‹›＂‘’‚‛']")
OPENS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", "‚": "‘’", "‛": "’", "``": "''"}
EITHER = {'"', "''", "'", "＂", "‟"}
SINGLE = {"‘", "’", "‚", "‛", "'"}
BEFORE_OPENING = "([{—–-/‘“\"'«…"
AFTER_CLOSING = ")]}.,;:!?—–-/’”\"'»…"
LINE = re.compile(r"[^\r\n\u2028\u2029]+")
CLOSER = re.compile(r"(?<=[\w.,!?;:…)\]])['’](?=[\s.,;:!?)\]—–\"”]|$)")
CUT_WORD = re.compile(r"(?:\d0s|em|til|tis|twas|cause|n|round)\b", re.IGNORECASE)
REACH = 1500  # a single mark that finds no partner within this many characters is an apostrophe
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quote marks. `parts` are the words without their marks, one span a paragraph.

    `depth` is 0 for a quotation that stands in no other; `closed` False where the closing mark is missing.
    """

    span: Span
    parts: tuple[Span, ...]
    depth: int
    closed: bool
    mark: str

    @property
    def inside(self) -> Span:
        """From the first word to the last."""
        return self.parts[0][0], self.parts[-1][1]


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text, in the order in which they begin."""
    tracker = _Tracker(text)
    for line in LINE.finditer(text):
        if line.group().strip():
            tracker.follow(*line.span())
    tracker.give_up()
    found = (q for q in tracker.done if q.inside[0] < q.inside[1])
    return tuple(sorted(found, key=lambda q: (q.span[0], q.depth)))


@dataclass(slots=True)
class _Open:
    """A quotation not yet closed: `inner` is where the words of the paragraph at hand begin."""

    mark: str
    start: int
    inner: int
    depth: int
    parts: list[Span]


class _Tracker:
    """Goes through a text paragraph by paragraph; `open` are the quotations that the place at hand stands in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Open] = []
        self.done: list[Quotation] = []
        self.closers = [m.start() for m in CLOSER.finditer(text)]

    def follow(self, start: int, end: int) -> None:
        """One paragraph. At its end only the outermost quotation may stay open."""
        at = self._taken_up(start, end)
        for m in MARK.finditer(self.text, at, end):
            turn = self._turn(m, end)
            if turn == "anew":
                self._unclosed(self.open.pop(), m.start())
            if turn in ("open", "anew") and len(self.open) < DEEPEST:
                self.open.append(_Open(m.group(), m.start(), m.end(), len(self.open), []))
            elif turn == "close":
                self._close(m)
        for inner in self.open[1:]:
            self._unclosed(inner, end)
        del self.open[1:]
        if self.open:
            self.open[0].parts.append((self.open[0].inner, end))

    def give_up(self) -> None:
        """End the quotation that the last paragraph left open."""
        for left in self.open:
            self.done.append(Quotation((left.start, left.parts[-1][1]), tuple(left.parts), left.depth, False, left.mark))
        self.open.clear()

    def _taken_up(self, start: int, end: int) -> int:
        """Where to look from: a paragraph that begins with the mark of the open quotation goes on with it."""
        if self.open:
            head = next(i for i in range(start, end) if not self.text[i].isspace())
            mark = self.open[0].mark
            if mark not in SINGLE and self.text.startswith(mark, head):
                self.open[0].inner = head + len(mark)
                return head + len(mark)
            self.give_up()
        return start

    def _close(self, m: re.Match[str]) -> None:
        """Close the quotation that the mark belongs to; those inside it were never closed."""
        while self.open:
            top = self.open.pop()
            if _pairs(top.mark, m.group()) or not self.open:
                parts = (*top.parts, (top.inner, m.start()))
                self.done.append(Quotation((top.start, m.end()), parts, top.depth, True, top.mark))
                return
            self._unclosed(top, m.start())

    def _unclosed(self, q: _Open, end: int) -> None:
        self.done.append(Quotation((q.start, end), (*q.parts, (q.inner, end)), q.depth, False, q.mark))

    def _turn(self, m: re.Match[str], end: int) -> str:
        """What a mark does: "open" or "close" a quotation, begin one "anew", or nothing (an apostrophe, a stray mark)."""
        mark, before, after = m.group(), self.text[m.start() - 1 : m.start()], self.text[m.end() : m.end() + 1]
        starts = not before or before.isspace() or before in BEFORE_OPENING
        ends = not after or after.isspace() or after in AFTER_CLOSING
        if mark in SINGLE:
            return self._single(m, starts, ends)
        awaited = any(_pairs(o.mark, mark) for o in self.open)
        if mark in EITHER:
            if awaited:
                return self._again(mark, m.end(), end) if starts and not ends and before.isspace() else "close"
            if ends and not starts:
                return "close" if self.open and self.open[-1].mark not in SINGLE else ""
            return "open"
        if mark in OPENS and not (awaited and self.open[-1].mark == "„"):
            return "close" if ends and not starts and any(o.mark == mark for o in self.open) else "open"
        return "close" if awaited or (self.open and not starts) else ""

    def _again(self, mark: str, at: int, end: int) -> str:
        """What a straight mark that looks like an opening one does inside an open quotation of its own kind.

        Two closing marks after it: a quotation inside. One: the open quotation was never closed. None: it closes.
        """
        closing = 0
        while closing < 2 and (at := self.text.find(mark, at, end)) >= 0:
            if self.text[at - 1].isspace() and self.text[at + len(mark) : at + len(mark) + 1].strip():
                break
            closing += 1
            at += len(mark)
        return ("close", "anew", "open")[closing]

    def _single(self, m: re.Match[str], starts: bool, ends: bool) -> str:
        """A single mark is an apostrophe unless it stands at a word's edge and has a partner."""
        mine = next((o for o in reversed(self.open) if o.mark in SINGLE), None)
        if mine:
            if not ends or starts or not _pairs(mine.mark, m.group()):
                return ""
            return "" if self._possessive(m) and self._partner(m.end()) else "close"
        if not starts or ends or m.group() == "’" or CUT_WORD.match(self.text, m.end()):
            return ""
        return "open" if self._partner(m.end()) else ""

    def _possessive(self, m: re.Match[str]) -> bool:
        after = self.text[m.end() : m.end() + 2]
        return self.text[m.start() - 1] in "sS" and after[:1] == " " and after[1:].isalpha()

    def _partner(self, at: int) -> bool:
        i = bisect_left(self.closers, at)
        return i < len(self.closers) and self.closers[i] < at + REACH


def _pairs(opening: str, closing: str) -> bool:
    return closing in OPENS.get(opening, opening)

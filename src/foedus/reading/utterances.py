"""Direct speech: which quotations are utterances, which cue stands beside each, and who spoke.

A parser sees one sentence at a time; a quotation has several. So the way here goes from the quote marks outward: the cue
after the closing mark (... ," she said), the cue before the opening one (She said: "...), the cue of the quotation before
it in the same paragraph, a paragraph that ends with a colon, and the layouts without a verb (NAME: ...).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedus.nouns import Span
from foedus.reading.cues import bare_quoting, no_names, quoting
from foedus.reading.frames import cue_of, source_of
from foedus.reading.parsed import Parsed
from foedus.reading.quotes import Quotation
from foedus.reading.shadow import paragraphs
from foedus.reading.spoken import Spoken, spans_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

NAMING = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"}
OBJECTS = {"dobj", "ccomp", "xcomp"}
FAR = 16  # tokens between a cue and the quotation that it brings
NAME = 7  # tokens before the colon of `NAME: words`


@dataclass
class Speech:
    """What one cue brings: `verb` None where a colon alone does. Grows with each quotation that goes on with it."""

    rule: str
    verb: Token | None
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: list[Span] = field(default_factory=list)

    def spoken(self, parsed: Parsed) -> Spoken:
        """As places in the text."""
        cue, source = spans_of(parsed, self.cue), spans_of(parsed, self.source)
        return Spoken(self.rule, self.verb.i if self.verb is not None else None, cue, tuple(self.content), source)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its quotations (outermost only) and its tokens outside them."""

    span: Span
    quotes: tuple[Quotation, ...]
    outside: tuple[Token, ...]

    def between(self, parsed: Parsed, start: int, end: int) -> list[Token]:
        """The tokens outside quotations that begin in a stretch of the text."""

        def place(token: Token) -> int:
            return parsed.places_of[token.i][0]

        first = bisect_left(self.outside, start, key=place)
        return list(self.outside[first : bisect_left(self.outside, end, key=place)])


def laid_out(parsed: Parsed) -> Iterator[Paragraph]:
    """The paragraphs of a text, furniture apart."""
    starts = [s for s, _ in parsed.places_of]
    outer = [q for q in parsed.quotations if q.depth == 0]
    first = [q.inside[0] for q in outer]
    for start, end in paragraphs(parsed.text):
        tokens = parsed.doc[bisect_left(starts, start) : bisect_left(starts, end)]
        quotes = outer[max(0, bisect_left(first, start) - 1) : bisect_left(first, end)]  # one may go on from before
        here = tuple(q for q in quotes if q.inside[1] > start)
        yield Paragraph((start, end), here, tuple(_beside(tokens, starts, here)))


def _beside(tokens: Tokens, starts: list[int], quotes: tuple[Quotation, ...]) -> Iterator[Token]:
    """The tokens that stand in none of the quotations, which follow each other."""
    coming = iter(quotes)
    quotation = next(coming, None)
    for token in tokens:
        place = starts[token.i]
        while quotation and quotation.span[1] <= place:
            quotation = next(coming, None)
        if not quotation or place < quotation.span[0]:
            yield token


def utterances(parsed: Parsed) -> Iterator[Spoken]:
    """Every piece of direct speech with its cue; all the quotations that one cue brings are one."""
    going: Speech | None = None
    announced: Speech | None = None
    for paragraph in laid_out(parsed):
        speeches: list[Speech] = []
        for k, quotation in enumerate(paragraph.quotes):
            _hear(parsed, paragraph, k, quotation, speeches, announced or going)
        if announced and not paragraph.quotes:
            announced.content.append(paragraph.span)
        named = _named(parsed, paragraph) if not paragraph.quotes or not speeches else None
        if named:
            speeches.append(named)
        if announced and announced.content:
            speeches.insert(0, announced)
        if speeches or paragraph.outside:
            if going:
                yield going.spoken(parsed)
            yield from (s.spoken(parsed) for s in speeches[:-1])
            going = speeches[-1] if speeches else None
        announced = _announces(parsed, paragraph)
    if going:
        yield going.spoken(parsed)


def _hear(
    parsed: Parsed, at: Paragraph, k: int, quotation: Quotation, speeches: list[Speech], earlier: Speech | None
) -> None:
    """Give one quotation to the speech that it belongs to, or leave it: words that nobody is said to have used."""
    left = at.quotes[k - 1].span[1] if k else at.span[0]
    right = at.quotes[k + 1].span[0] if k + 1 < len(at.quotes) else at.span[1]
    before = _since_sentence(at.between(parsed, left, quotation.span[0]))
    after = _to_sentence(at.between(parsed, quotation.span[1], right))
    words = (max(quotation.span[0], at.span[0]), min(quotation.span[1], at.span[1]))
    found = _after(parsed, quotation, after, _text(before)) or _before(parsed, quotation, before)
    if found:
        last = speeches[-3:]
        same = next((s for s in last if found.verb and s.verb and s.verb.i == found.verb.i), None)
        if same is None:
            speeches.append(found)
        lead = _lead(parsed, before, found)
        (same or found).content.append((lead, words[1]) if lead is not None else words)
    elif speeches and not _text(before):
        speeches[-1].content.append(words)
    elif earlier and not speeches and not _text(before) and (k == 0 or not at.outside):
        earlier.content.append(words)


def _text(tokens: Sequence[Token]) -> bool:
    return any((t.is_alpha and t.pos_ != "CCONJ") or t.like_num for t in tokens)


def _lead(parsed: Parsed, before: list[Token], found: Speech) -> int | None:
    """Where the content begins when words before the quotation belong to it: It was "a farce," she said."""
    if not _text(before) or found.verb is None:
        return None
    if found.rule == "quote.after" and not any(t.i in found.cue for t in before):
        return parsed.places_of[before[0].i][0]
    clause = next((c for c in found.verb.children if c.dep_ == "ccomp" and c.i > found.verb.i), None)
    if found.rule == "quote.before" and clause is not None and before[0].i <= clause.left_edge.i <= before[-1].i:
        return parsed.places_of[clause.left_edge.i][0]
    return None


def _since_sentence(tokens: list[Token]) -> list[Token]:
    ends = [k for k, t in enumerate(tokens) if t.text in ".?!"]
    return tokens[ends[-1] + 1 :] if ends else tokens


def _to_sentence(tokens: list[Token]) -> list[Token]:
    for k, t in enumerate(tokens):
        if t.text in ".?!;":
            return tokens[:k]
    return tokens


def _after(parsed: Parsed, quotation: Quotation, zone: list[Token], led: bool) -> Speech | None:
    """... ," she said. The quotation must not have ended its sentence before.

    Where words lead up to the quotation (`led`) a comma must part them from the cue, and the cue have no object.
    """
    last = parsed.text[quotation.inside[1] - 1]
    if not zone or not (zone[0].is_lower or zone[0].text == "," or last in ",?!—–-…"):
        return None
    if led and "," not in (last, zone[0].text):
        return None
    for k, token in enumerate(zone[:FAR]):
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG" and _lemma(token) in quoting():
            if token.dep_ in ("relcl", "acl", "xcomp", "ccomp") and token.head in zone[:k]:
                continue
            if led and any(c.dep_ in OBJECTS and c.i > token.i for c in token.children):
                return None
            return Speech("quote.after", token, cue_of(token), _speaker(parsed, token, zone, k))
        if token.lower_ == "according" and not led:
            return Speech("quote.according", token, (token.i,), tuple(t.i for t in zone[k + 2 :]))
    return None


def _before(parsed: Parsed, quotation: Quotation, zone: list[Token]) -> Speech | None:
    """She said: "... — a colon, a comma, or the verb itself stands before the mark."""
    if not zone:
        return None
    near = zone[-FAR:]
    last = near[-1]
    listed = quoting()
    if last.text not in (",", ":", "-", "—", "–", "--"):
        long = quotation.inside[1] - quotation.inside[0] > 12
        near, listed = near[-2 if last.lower_ == "that" else -1 :], bare_quoting() if long else frozenset()
    for k in range(len(near) - 1, -1, -1):
        token = near[k]
        if token.pos_ in ("VERB", "AUX") and _lemma(token) in listed:
            return Speech("quote.before", token, cue_of(token), _speaker(parsed, token, zone, k + len(zone) - len(near)))
    if last.text == ":":
        return _colon(parsed, zone)
    return None


def _colon(parsed: Parsed, zone: list[Token]) -> Speech | None:
    """Words that end with a colon before a quotation, without a verb of saying: who is their subject speaks."""
    verb = next((t for t in zone if t.dep_ == "ROOT" and t.pos_ in ("VERB", "AUX")), None)
    if verb is not None:
        return Speech("quote.colon", verb, cue_of(verb), _outside(source_of(verb), zone))
    names = tuple(t.i for t in zone[:-1])
    return Speech("quote.name", None, (zone[-1].i,), names) if 0 < len(names) <= NAME else None


def _announces(parsed: Parsed, at: Paragraph) -> Speech | None:
    """A paragraph that ends with a colon and a verb of saying: the next one is what was said."""
    tokens = list(at.outside)
    if not tokens or tokens[-1].text != ":" or parsed.text[at.span[1] - 1] != ":":
        return None
    zone = _since_sentence(tokens)
    for k in range(len(zone) - 1, -1, -1):
        if zone[k].pos_ in ("VERB", "AUX") and _lemma(zone[k]) in quoting():
            return Speech("quote.announced", zone[k], cue_of(zone[k]), _speaker(parsed, zone[k], zone, k))
    return None


def _named(parsed: Parsed, at: Paragraph) -> Speech | None:
    """`NAME: words`, as in transcripts and headings."""
    tokens = at.outside
    colon = next((k for k, t in enumerate(tokens[: NAME + 1]) if t.text == ":"), None)
    if not colon or colon + 1 >= len(tokens) or tokens[colon].i - tokens[0].i != colon:
        return None
    name = tokens[:colon]
    if name[0].lower_ in no_names() or not all(t.text[0].isupper() or not t.is_alpha for t in name):
        return None
    if not any(t.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or t.text.isupper() for t in name):
        return None
    start = parsed.places_of[tokens[colon].i][1]
    while start < at.span[1] and parsed.text[start].isspace():
        start += 1
    content = [(start, at.span[1])] if start < at.span[1] else []
    return Speech("layout.name", None, (tokens[colon].i,), tuple(t.i for t in name), content) if content else None


def _speaker(parsed: Parsed, verb: Token, zone: list[Token], k: int) -> tuple[int, ...]:
    """Who speaks: what the parser says, if that stands in the zone; else the words before the verb, else those after."""
    parsed_source = _outside(source_of(verb), zone)
    if parsed_source:
        return parsed_source
    behind = [t.i for t in zone[:k] if t.pos_ in NAMING]
    if behind:
        return tuple(range(behind[0], behind[-1] + 1))
    ahead: list[int] = []
    for token in zone[k + 1 :]:
        if token.pos_ in ("VERB", "ADP", "SCONJ") or token.text in ",:;" or token.dep_ == "mark":
            break
        ahead.append(token.i)
    return tuple(ahead) if any(t.pos_ in NAMING and t.i in ahead for t in zone) else ()


def _outside(source: tuple[int, ...], zone: list[Token]) -> tuple[int, ...]:
    here = {t.i for t in zone}
    return source if source and all(i in here for i in source[:1]) else ()


def _lemma(token: Token) -> str:
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), "")
    return f"{token.lemma_.lower()} {particle}".strip() if particle else token.lemma_.lower()

"""Who said, wrote, thought or wanted what: attributions by their cue in the grammar, and direct speech by its marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal

from foedus.nouns import Named, Span, Statement
from foedus.reading.cues import frames, retold
from foedus.reading.frames import Attribution, attributions
from foedus.reading.hedges import hedges
from foedus.reading.negation import negated
from foedus.reading.parsed import Parsed
from foedus.reading.quotes import Quotation
from foedus.reading.spoken import Spoken, spans_of, united
from foedus.reading.telling import head_of, tells
from foedus.reading.utterances import utterances


def find(parsed: Parsed) -> Iterator[Statement]:
    """All statements of a text."""
    for spoken in spoken_in(parsed):
        yield _statement(parsed, spoken)


def spoken_in(parsed: Parsed) -> list[Spoken]:
    """Direct speech, and what the grammar attributes beside it.

    Nothing from a cue inside a quotation; inside what another is said to have said, only further speech.
    """
    direct = list(utterances(parsed))
    taken = {s.verb for s in direct}
    quotes = [q for q in parsed.quotations if q.depth == 0]
    marked = {t for q in quotes for t in _tokens(parsed, q)}
    listed = frames()
    indirect = [
        a
        for a in attributions(parsed.doc)
        if a.key in listed and a.cue[0] not in marked and not taken & set(a.cue) and tells(parsed.doc, a)
    ]
    said = {t: a for a in indirect for t in a.content}
    kept = (a for a in indirect if a.key in retold() or not _told_by_another(a, said))
    return sorted(_apart([*direct, *(_spoken(parsed, a, quotes) for a in kept)]), key=lambda s: (s.content, s.cue))


def _told_by_another(a: Attribution, said: dict[int, Attribution]) -> bool:
    return all(t in said and said[t] is not a for t in a.cue)


def _tokens(parsed: Parsed, quotation: Quotation) -> range:
    tokens = parsed.tokens(quotation.span)
    return range(tokens.start, tokens.end) if tokens is not None else range(0)


def _spoken(parsed: Parsed, a: Attribution, quotes: list[Quotation]) -> Spoken:
    content = spans_of(parsed, a.content)
    head = head_of(parsed.doc, a).i
    return Spoken(a.key, head, spans_of(parsed, a.cue), _to_marks(content, quotes), spans_of(parsed, a.source))


def _to_marks(content: tuple[Span, ...], quotes: list[Quotation]) -> tuple[Span, ...]:
    """A content that ends inside a quotation, which it began before or at, goes on to the closing mark."""
    if not content:
        return content
    end = content[-1][1]
    k = bisect_left(quotes, end, key=lambda q: q.span[0]) - 1
    last = quotes[k] if k >= 0 else None
    if last is None or end >= last.span[1] or content[0][0] > last.inside[0]:
        return content
    return united((*content, last.span))


def _apart(spoken: Iterable[Spoken]) -> Iterator[Spoken]:
    """One of each: those with the same content, or the same cue, are one; the first stands."""
    seen: set[tuple[Span, ...]] = set()
    for one in spoken:
        if one.content and one.content not in seen:
            seen.add(one.content)
            yield one


def _statement(parsed: Parsed, spoken: Spoken) -> Statement:
    spans = [*spoken.content, *spoken.cue, *spoken.source]
    whole = min(s for s, _ in spans), max(e for _, e in spans)
    return Statement(
        **parsed.base("statement", whole, spoken.rule),
        mode=_mode(parsed, spoken.content),
        content=spoken.content,
        source=spoken.source,
        cue=spoken.cue,
        speaker=_speaker(parsed, spoken.source),
        cue_polarity="negated" if _negated(parsed, spoken) else "asserted",
        hedges=hedges(parsed.text, united((*spoken.content, *spoken.cue))),
        threats=_threats(parsed, spoken.content),
    )


def _negated(parsed: Parsed, spoken: Spoken) -> bool:
    tokens = parsed.tokens(spoken.source[0]) if spoken.source else None
    source = tuple(t.i for t in tokens) if tokens is not None else ()
    return spoken.verb is not None and negated(parsed.doc, parsed.doc[spoken.verb], source)


def _threats(parsed: Parsed, content: tuple[Span, ...]) -> tuple[str, ...]:
    """Ids of the threats that the content names."""
    named = {m.id for span in content for m in parsed.mentions_in(span) if m.kind == "threat" and m.id}
    return tuple(sorted(named))


def _mode(parsed: Parsed, content: tuple[Span, ...]) -> Literal["direct", "mixed", "indirect"]:
    """direct: all words between quote marks; mixed: some; indirect: none."""
    words = sum(len(parsed.text[s:e].split()) for s, e in content)
    quoted = sum(
        len(parsed.text[max(s, q.span[0]) : min(e, q.span[1])].split()) for s, e in content for q in _quoted(parsed, s, e)
    )
    return "direct" if quoted >= words else "mixed" if quoted else "indirect"


def _quoted(parsed: Parsed, start: int, end: int) -> Iterator[Quotation]:
    """The outermost quotations that touch a stretch of the text."""
    k = bisect_left(parsed.quotations, end, key=lambda q: q.span[0]) - 1
    while k >= 0 and (parsed.quotations[k].depth or start < parsed.quotations[k].span[1]):
        if not parsed.quotations[k].depth:
            yield parsed.quotations[k]
        k -= 1


def _speaker(parsed: Parsed, source: tuple[Span, ...]) -> Named | None:
    return parsed.resolve((source[0][0], source[-1][1])) if source else None

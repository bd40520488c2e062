"""A parsed document as the fact finders look at it: its dates, its words by lemma, whose words they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from foedus.nouns import Interval, Named, Span, Statement
from foedus.reading.dates import Dated, date_in, dates_in
from foedus.reading.facts.bodies import Bodies
from foedus.reading.facts.grammar import doers
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.parsed import Parsed

_GAP = 5


class Told(Bodies):
    """One document, read once for all fact finders; `statements` are those found in it before."""

    def __init__(self, parsed: Parsed, statements: Iterable[Statement] = ()) -> None:
        super().__init__(parsed)
        self.statements = tuple(statements)

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """The dates in the text."""
        return dates_in(self.text, self.parsed.date)

    @cached_property
    def lemmas(self) -> dict[str, list[Token]]:
        """The words of the text by lemma, in lower case."""
        return self._by_word[0]

    @cached_property
    def forms(self) -> dict[str, list[Token]]:
        """The words of the text as they are written, in lower case."""
        return self._by_word[1]

    @cached_property
    def _by_word(self) -> tuple[dict[str, list[Token]], dict[str, list[Token]]]:
        lemmas: dict[str, list[Token]] = {}
        forms: dict[str, list[Token]] = {}
        for token in self.parsed.doc:
            lemmas.setdefault(token.lemma_.lower(), []).append(token)
            forms.setdefault(token.lower_, []).append(token)
        return lemmas, forms

    def words(self, lemmas: Iterable[str], *parts: str) -> Iterator[Token]:
        """The words with one of these lemmas, of these parts of speech (any, if none is named)."""
        for lemma in lemmas:
            yield from (t for t in self.lemmas.get(lemma, ()) if not parts or t.pos_ in parts)

    def when(self, tokens: Iterable[Token]) -> Interval | None:
        """The first date among some words."""
        spans = [self.parsed.span(t) for t in tokens]
        return date_in(self.dates, min(s for s, _ in spans), max(e for _, e in spans)) if spans else None

    def quoted(self, token: Token) -> bool:
        """Whether a word stands in a quotation."""
        place = self.parsed.span(token)[0]
        return any(start <= place < end for start, end in self._quoted)

    def voice(self, token: Token) -> Named | None:
        """Who says, thinks or foresees what a word is part of; None is the text's own author."""
        place = self.parsed.span(token)[0]
        said = [s for s in self.statements if any(a <= place < b for a, b in s.content)]
        if said:
            return min(said, key=lambda s: sum(b - a for a, b in s.content)).speaker
        for verb in (token, *token.ancestors):
            if verb.lemma_.lower() in lexicon("parties")["saying"] and verb.pos_ == "VERB":
                return next((n for d in doers(verb) for n in self.parties(d)), None)
        return None

    @cached_property
    def _quoted(self) -> tuple[Span, ...]:
        return tuple(q.inside for q in self.parsed.quotations if q.depth == 0)

    def when_in(self, span: Span) -> Interval | None:
        """The first date inside a span."""
        return date_in(self.dates, *span)

    def stretch(self, *tokens: Token) -> Span:
        """The span from the first to the last of some words."""
        spans = [self.parsed.span(t) for t in tokens]
        return min(s for s, _ in spans), max(e for _, e in spans)

    def dated(self, span: Span) -> Span:
        """A span, and the date that follows right behind it."""
        after = next((d for d in self.dates if span[1] <= d.span[0] <= span[1] + _GAP), None)
        gap = self.text[span[1] : after.span[0]] if after else "."
        return (span[0], after.span[1]) if after and gap.strip() in ("", "in", "on", "of", "at", ",") else span

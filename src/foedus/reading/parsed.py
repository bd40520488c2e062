"""What every finder gets: a document, parsed once, with the names and quotations in it."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from foedus.nouns import Document, Named, Span
from foedus.reading.furniture import furniture
from foedus.reading.model import SHIPPED, model
from foedus.reading.quotes import Quotation, quotations
from foedus.reading.shadow import Piece, pieces
from foedus.when import When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

BATCH = 32  # paragraphs that the parser takes at once: more are no faster and take more memory
LONGEST = 400  # the longest span of a finding, statements apart


class Mention(Protocol):
    """A name in the text as the gazetteer knows it: where, whom it names, and of which kind (state, organisation ...)."""

    @property
    def span(self) -> Span: ...
    @property
    def name(self) -> str: ...
    @property
    def id(self) -> str | None: ...
    @property
    def kind(self) -> str: ...


class Gazetteer(Protocol):
    """Finds the names of a text, as they were on a day; mentions come sorted and do not overlap."""

    def find(self, text: str, on: When | None = None) -> Sequence[Mention]: ...


@dataclass(frozen=True)
class Parsed:
    """A document with all that the finders share. Spans are code points of `text`, end exclusive.

    `doc` is one spaCy Doc over a cleaned copy of the text, without page furniture; sentences never run over paragraphs.
    `span(tokens)` leads from its tokens back into the text, `tokens(span)` the other way.
    """

    document: Document
    doc: Doc
    places: array[int]
    furniture: tuple[Span, ...]
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """The text that all spans count in."""
        return self.document.text

    @property
    def date(self) -> When | None:
        """The document's date, which dates in the text are counted from."""
        return self.document.date

    @cached_property
    def sentences(self) -> tuple[Tokens, ...]:
        """The sentences, as spans of `doc`."""
        return tuple(self.doc.sents)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """All that stands between quote marks, furniture apart."""
        return tuple(q for q in quotations(self.text) if not any(s <= q.span[0] < e for s, e in self.furniture))

    @cached_property
    def places_of(self) -> list[Span]:
        """Where each token of `doc` stands in the text."""
        places = self.places
        return [(places[t.idx], places[t.idx + len(t.text) - 1] + 1) for t in self.doc]

    def span(self, tokens: Token | Tokens) -> Span:
        """Where a token, or a stretch of tokens, stands in the text; an empty stretch stands nowhere: (0, 0)."""
        if not len(tokens.text):
            return 0, 0
        start = tokens.idx if hasattr(tokens, "idx") else tokens.start_char
        return self.places[start], self.places[start + len(tokens.text) - 1] + 1

    def tokens(self, span: Span) -> Tokens | None:
        """The tokens that touch a span of the text; None where there are none (furniture, blanks)."""
        start, end = bisect_left(self.places, span[0]), bisect_left(self.places, span[1])
        return self.doc.char_span(start, end, alignment_mode="expand") if start < end else None

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """The gazetteer's names that stand whole inside a span."""
        first = bisect_left(self._starts, span[0])
        last = bisect_left(self._starts, span[1])
        return [m for m in self.mentions[first:last] if m.span[1] <= span[1]]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span[0] for m in self.mentions]

    @cached_property
    def resolve(self) -> Callable[[Span], Named | None]:
        """Whom the words at a span mean: a name, a pronoun, a description; None rather than a guess."""
        from importlib.util import find_spec

        if find_spec("foedus.reading.resolve"):
            from importlib import import_module

            made: Callable[[Span], Named | None] = import_module("foedus.reading.resolve").resolver(self)
            return made
        return self._named

    def _named(self, span: Span) -> Named | None:
        inside = self.mentions_in(span)
        return Named(name=inside[-1].name, id=inside[-1].id, span=span) if inside else None

    def base(self, kind: str, span: Span, rule: str) -> dict[str, Any]:
        """The fields that every finding has: `Deed(**parsed.base("deed", span, "refuse.verb"), actor=...)`.

        The span loses blanks at its ends and, statements apart, what goes beyond 400 characters.
        """
        start, end = _trimmed(self.text, span, None if kind == "statement" else LONGEST)
        return {
            "id": self._id(kind, (start, end), rule),
            "kind": kind,
            "span": (start, end),
            "quote": self.text[start:end],
            "rule": rule,
        }

    def _id(self, kind: str, span: Span, rule: str) -> str:
        mark = f"{self._digest}\n{kind}\n{span[0]}\n{span[1]}\n{rule}"
        return hashlib.blake2b(mark.encode(), digest_size=8).hexdigest()

    @cached_property
    def _digest(self) -> str:
        return hashlib.sha256(self.text.encode("utf8", "surrogatepass")).hexdigest()


def _trimmed(text: str, span: Span, longest: int | None) -> Span:
    start, end = span
    if longest and end - start > longest:
        cut = text.rfind(" ", start, start + longest)
        end = cut if cut > start else start + longest
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise ValueError(f"an empty span at {span}")
    return start, end


def parse(
    documents: Iterable[Document], gazetteer: Gazetteer | None = None, model_name: str = SHIPPED
) -> Iterator[Parsed]:
    """Parse documents, in their order; paragraphs of several documents share the parser's batches."""
    nlp = model(model_name)
    gathered: list[tuple[Doc, Piece]] = []
    for doc, (document, apart, part, last) in nlp.pipe(_all_pieces(documents), as_tuples=True, batch_size=BATCH):
        gathered.append((doc, part))
        if last:
            found = tuple(gazetteer.find(document.text, document.date)) if gazetteer else ()
            mentions = tuple(m for m in found if not any(s <= m.span[0] < e for s, e in apart))
            yield Parsed(document, *_joined(gathered), furniture=apart, mentions=mentions)
            gathered = []


def _all_pieces(documents: Iterable[Document]) -> Iterator[tuple[str, tuple[Document, tuple[Span, ...], Piece, bool]]]:
    """The pieces of all documents, each with its document and whether it is the document's last."""
    for document in documents:
        apart = furniture(document.text)
        parts = list(pieces(document.text, apart)) or [Piece("", array("l"))]
        for part in parts:
            yield part.text, (document, apart, part, part is parts[-1])


def _joined(parts: list[tuple[Doc, Piece]]) -> tuple[Doc, array[int]]:
    """One Doc of a document's pieces, and the place in the text of each of its characters."""
    from spacy.tokens import Doc

    places = array("l")
    for _, part in parts:
        places.extend(part.places)
    docs = [doc for doc, _ in parts]
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False), places

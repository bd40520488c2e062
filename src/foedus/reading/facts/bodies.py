"""Which organisation a common noun, a sentence or a text speaks of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from foedus.nouns import Named
from foedus.reading.facts.grammar import doers, done_to, each
from foedus.reading.facts.parties import Parties

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


class Bodies(Parties):
    """The parties of one document, and the organisations that its words only point at."""

    def naming(self, noun: Token) -> Named | None:
        """The organisation that a common noun stands for: its name, what it is said of, or the last before that."""
        token = noun
        for _ in range(6):
            if self.sort(own := self._organisation_at(token)) == "organisation":
                return own
            if token.pos_ in ("VERB", "AUX"):
                break
            token = token.head
        beside = (*done_to(token), *doers(token)) if token.pos_ in ("VERB", "AUX") else ()
        said_of = [n for d in beside if noun not in each(d) for n in self.parties(d)]
        return next((n for n in said_of if self.sort(n) == "organisation"), None) or self.organisation_before(
            token, noun.sent
        )

    def naming_here(self, token: Token) -> Named | None:
        """The organisation that a noun names, or whose it is (`its members`, `NATO ministers`)."""
        found = (self.party(token), self.owner(token))
        return next((n for n in found if self.sort(n) == "organisation"), None)

    def _organisation_at(self, token: Token) -> Named | None:
        if token.pos_ in ("VERB", "AUX"):
            return None
        beside = (c for c in token.children if c.dep_ in ("compound", "poss", "amod", "appos"))
        return next((n for c in (token, *beside) if self.sort(n := self.named_by(c)) == "organisation"), None)

    def organisation_in(self, sentence: Tokens) -> Named | None:
        """The first organisation named in a sentence."""
        found = (m for m in self.parsed.mentions_in(self.parsed.span(sentence)) if m.kind == "organisation" and m.id)
        return next((Named(name=m.name, id=m.id, span=m.span) for m in found), None)

    def organisation_before(self, token: Token, within: Tokens | None = None) -> Named | None:
        """The last organisation named before a word, in its sentence or (without `within`) anywhere before."""
        start = self.parsed.span(within)[0] if within is not None else 0
        found = [
            m for m in self.parsed.mentions_in((start, self.parsed.span(token)[0])) if m.kind == "organisation" and m.id
        ]
        return Named(name=found[-1].name, id=found[-1].id, span=found[-1].span) if found else None

    def organisation_of_text(self, token: Token) -> Named | None:
        """The last organisation named before a word, if the text so far speaks of none more often."""
        before = self.parsed.mentions_in((0, self.parsed.span(token)[0]))
        often = Counter(m.id for m in before if m.kind == "organisation" and m.id).most_common(1)
        last = self.organisation_before(token)
        return last if last and often[0][0] == last.id else None

"""Whom the nouns of a text name: states, organisations, persons, and who acts for whom."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from foedus.nouns import Named, Span
from foedus.reading.facts.grammar import each, phrase
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedus.reading.parsed import Mention, Parsed

Sort = Literal["state", "organisation", "person", "group", "other"]
"""What sort of party a name is; states have ids in capitals, the rest of the record's ids are in lower case."""


class Parties:
    """The parties of one document."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.text = parsed.text

    def organisation_named_by(self, noun: Token) -> Named | None:
        """The organisation named inside a noun phrase or behind its `of`: `the NATO summit`, `a meeting of the pact`."""
        inside = [self.named_by(c) for c in noun.children if c.dep_ in ("compound", "poss", "amod", "nmod")]
        behind_it = [self.party(c) for p in noun.children if p.lower_ == "of" for c in p.children]
        return next((n for n in (*inside, *behind_it) if self.sort(n) == "organisation"), None)

    @cached_property
    def _kinds(self) -> dict[str | None, str]:
        return {m.id: m.kind for m in self.parsed.mentions if m.id}

    @cached_property
    def _names(self) -> dict[str | None, str]:
        return {m.id: m.name for m in self.parsed.mentions if m.id}

    def sort(self, named: Named | None) -> Sort | None:
        """The sort of a party; None for nobody."""
        if named is None:
            return None
        if named.id and named.id.isupper():
            return "person" if self._is_person(named) else "state"
        kind = self._kinds.get(named.id, "") if named.id else ""
        if kind in ("person", "leader"):
            return "person"
        if kind == "place":  # Kosovo, Taiwan
            return "state"
        if named.id and (not kind or kind in ("organisation", "alliance", "body")):
            return "organisation"
        return "group" if named.id else self._by_head(named.name)

    def _is_person(self, named: Named) -> bool:
        """Whether a state is only named through one who acts for it."""
        return bool(named.span) and any(m.kind == "person" for m in self.parsed.mentions_in(named.span or (0, 0)))

    def _by_head(self, name: str) -> Sort:
        heads = set(lexicon("parties")["organisation_heads"])
        words = [w.strip(",.").lower() for w in name.split()]
        titled = len(words) > 1 and words[0] in lexicon("office")["heads"]
        return "person" if titled else "organisation" if any(w in heads for w in words) else "other"

    def parties(self, token: Token) -> list[Named]:
        """Whom a noun names, one each for a list; nobody rather than a guess."""
        found: list[Named | None] = []
        for one in each(token):
            found += self._both(one) or [self.party(one)]
        return list({n.id or n.name: n for n in found if n}.values())

    def who(self, token: Token) -> Named | None:
        """Whom a noun names as one who speaks or is spoken of: the person, with the id he or she speaks for."""
        for one in each(token)[:1]:
            span = self.parsed.span(one)
            named = self._mentioned(one)
            if named is None and (one.pos_ != "NOUN" or any(c.dep_ == "appos" for c in one.children)):
                named = self.parsed.resolve(span if one.pos_ != "NOUN" else self._span_of(one))
            return named or self.party(one)
        return None

    def party(self, token: Token) -> Named | None:
        """A name; whom a pronoun or `the bloc` means; whose army, capital or minister a noun is; else an unknown name."""
        named = self._mentioned(token)
        if named or token.pos_ in ("PRON", "DET") or token.tag_ == "PRP$":
            return self._acting(named or self.meant(self.parsed.span(token)))
        if token.lemma_.lower() in lexicon("parties")["fellows"] and (group := self.organisation_named_by(token)):
            return group
        owner = self.owner(token) if token.lemma_.lower() in lexicon("parties")["acting"] else None
        if owner or token.pos_ == "NUM":
            return owner
        if token.pos_ == "NOUN":
            return self._acting(self.meant(self._span_of(token)))
        return (self._shortened(token) or self.unknown(token)) if token.pos_ == "PROPN" else None

    def _shortened(self, token: Token) -> Named | None:
        """`the League`, where the text has named the Arab League before."""
        before = self.parsed.mentions_in((0, self.parsed.span(token)[0]))
        ends = [m for m in before if m.kind == "organisation" and m.name.split()[-1] == token.text and " " in m.name]
        return Named(name=ends[-1].name, id=ends[-1].id, span=self.parsed.span(token)) if ends else None

    def _acting(self, named: Named | None) -> Named | None:
        """A president or minister acts for his state: the state is the party."""
        if named is None or not named.for_:
            return named
        return Named(name=self._names.get(named.for_, named.for_), id=named.for_, span=named.span)

    def owner(self, token: Token) -> Named | None:
        """Whose a noun is: `its base`, `the Russian base`, `the base of France`."""
        for child in sorted(token.children, key=lambda c: (c.dep_ != "poss", -c.i)):
            named = child.dep_ in ("poss", "amod", "compound", "nmod")
            if named and (found := self._mentioned(child, possessive=child.dep_ == "poss")):
                return self._acting(found)
        for prep in (c for c in token.children if c.lower_ in ("of", "from")):
            for noun in (c for c in prep.children if c.dep_ == "pobj"):
                if found := self.party(noun):
                    return found
        return None

    def people(self, token: Token) -> list[Named]:
        """People that a noun stands for though nobody can tell who: `the emir`, `two officials`."""
        known = (*lexicon("parties")["acting"], *lexicon("office")["heads"])
        return [self.unknown(token)] if token.pos_ == "NOUN" and token.lemma_.lower() in known else []

    def unknown(self, token: Token) -> Named:
        """A party that the gazetteer does not know, under the words of the text."""
        first, end = phrase(token)
        if token.pos_ == "PROPN":  # the parser splits names at their hyphens and small words
            while first > token.sent.start and _of_a_name(token.doc[first - 1]):
                first -= 1
        while first < token.i and token.doc[first].pos_ in ("DET", "PUNCT"):
            first += 1
        span = self.parsed.span(self.parsed.doc[first:end])
        return Named(name=self.text[slice(*span)], span=span)

    def _span_of(self, token: Token) -> Span:
        first, end = phrase(token)
        return self.parsed.span(self.parsed.doc[first:end])

    def _mentioned(self, token: Token, possessive: bool = False) -> Named | None:
        """The name that a word is part of; a pronoun or noun that owns something may mean one (`its`, `the bloc's`)."""
        start, end = self.parsed.span(token)
        for m in self.parsed.mentions_in((max(0, start - 60), end + 60)):
            if m.span[0] < end and start < m.span[1]:
                return Named(name=m.name, id=m.id, span=m.span, for_=self._serves(m))
        if possessive and (token.tag_ == "PRP$" or token.pos_ in ("NOUN", "PROPN")):
            return self.meant((start, end) if token.tag_ == "PRP$" else self._span_of(token))
        return None

    def _serves(self, mention: Mention) -> str | None:
        for_: str | None = getattr(mention, "for_", None)
        return for_ if for_ != mention.id else None

    def meant(self, span: Span) -> Named | None:
        """The state or body that a pronoun or description means, as one who acts."""
        resolve = self.parsed.resolve
        found: Named | None = getattr(resolve, "party", resolve)(span)
        return found

    def _both(self, token: Token) -> list[Named]:
        """`Both countries`, `the two states`: the two that the text has named most so far."""
        words = {token.lower_, *(c.lower_ for c in token.children)}
        if (
            token.pos_ == "PROPN"
            or not words & {"both", "two"}
            or token.lemma_.lower() not in lexicon("parties")["countries"]
        ):
            return []
        before = self.parsed.mentions_in((0, self.parsed.span(token)[0]))
        states = {m.id: Named(name=m.name, id=m.id, span=m.span) for m in before if m.id and m.id.isupper()}
        often = Counter(m.id for m in before if m.id in states).most_common(3)
        clear = len(often) == 2 or (len(often) == 3 and often[1][1] > often[2][1])
        return [states[ident] for ident, _ in often[:2]] if clear else []

    def named_by(self, token: Token) -> Named | None:
        """Whom a word inside a noun phrase names: `NATO` in `NATO member`, `its` in `its members`."""
        return self._acting(self._mentioned(token, possessive=token.tag_ == "PRP$"))

    def kind_at(self, token: Token) -> str | None:
        """The gazetteer's kind of the name that a word belongs to."""
        start, end = self.parsed.span(token)
        return next(
            (
                m.kind
                for m in self.parsed.mentions_in((max(0, start - 60), end + 60))
                if m.span[0] < end and start < m.span[1]
            ),
            None,
        )

    def person_serves(self, tokens: Tokens) -> Named | None:
        """Whom a known person speaks for."""
        span = self.parsed.span(tokens)
        named = self.meant(span)
        return named if named and named.id else None

    def phrase_text(self, token: Token) -> str:
        """The words of a noun with what stands before it."""
        return self.text[slice(*self._span_of(token))]


def _of_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.text == "-" or token.lower_ in lexicon("office")["particles"]

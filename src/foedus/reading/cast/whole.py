"""The whole cast of one text, built once, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from foedus.names import Mention
from foedus.reading.cast import descriptions, names, pronouns
from foedus.reading.cast.entity import ACTS_FOR, PERSONS, WHOLE, Entity, Seen, bare, sex_of
from foedus.reading.cast.people import People
from foedus.reading.parsed import Parsed
from foedus.reading.quotes import quotations

if TYPE_CHECKING:
    from spacy.tokens import Token

NUMBERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVE = frozenset({"WP", "WDT", "WP$"})
FAR = 600  # how many places back anything is looked for
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Cast:
    """Who is who in one parsed text. `at(token)` is the entity that a nominal word means."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed, self.doc = parsed, parsed.doc
        self.seen: list[Seen] = []
        self._often: Counter[str | None] = Counter()
        self.known: dict[int, Entity | None] = {}
        self.people = People()
        self.named: dict[tuple[str, str], Entity] = {}
        self.short = dict(names.acronyms(parsed.text))
        self.sentence_of = [i for i, s in enumerate(parsed.sentences) for _ in range(len(s))]
        self._quotations = [q.span for q in quotations(parsed.text) if q.depth == 0]
        self.mention_at: dict[int, Mention] = {}
        for mention in parsed.mentions:
            for token in parsed.tokens(mention.span) or ():
                self.mention_at.setdefault(token.i, mention)  # type: ignore[arg-type]
        self._meet_people()
        for token in self.doc:
            if (token.pos_ in NOMINAL and token.dep_ != "compound") or token.tag_ == "PRP$":
                self.at(token)

    def at(self, token: Token) -> Entity | None:
        """The entity that a nominal word means; None where it means nobody known."""
        if token.i not in self.known:
            self.known[token.i] = None
            found = self.known[token.i] = self._entity(token)
            if found is not None and token.tag_ not in RELATIVE:
                self._note(token, found)
        return self.known[token.i]

    def mentioned(self, mention: Mention, token: Token) -> Entity:
        """The entity of a name that the gazetteer knows."""
        if mention.kind == "person":
            return names.titled(self, self._surnamed(mention, token) or self._person(mention), token)
        key = (mention.kind, mention.id or mention.name)
        one = self.named.get(key) or self.named.setdefault(key, _of_record(mention))
        if mention.form != "demonym" or token.tag_ not in ("NNS", "NNPS"):
            return one
        return Entity(one.name, one.kind, one.id, one.for_, one.for_name, plural=True, called=one.called)

    def before(self, token: Token, back: int) -> Iterator[Seen]:
        """What was seen before a word, the latest first, at most `back` sentences ago."""
        since = self.sentence_of[token.i] - back
        for seen in islice(reversed(self.seen), FAR):
            if seen.sentence < since:
                return
            if seen.token.i < token.i:
                yield seen

    def latest(self, wanted: Callable[[Entity], bool], token: Token, back: int = 30) -> Entity | None:
        """The latest entity of the wanted kind before a word."""
        return next((s.entity for s in self.before(token, back) if wanted(s.entity)), None)

    def main(self, wanted: Callable[[Entity], bool], token: Token) -> Entity | None:
        """The latest of the wanted kind, unless an earlier sentence has it and another is spoken of twice as often."""
        seen = [s for s in self.before(token, 30) if wanted(s.entity)]
        if not seen or seen[0].sentence == self.sentence_of[token.i]:
            return seen[0].entity if seen else None
        often = Counter(id(s.entity) for s in seen)
        most = max(seen, key=lambda s: often[id(s.entity)]).entity
        return most if often[id(most)] >= 2 * often[id(seen[0].entity)] else seen[0].entity

    def only_state(self, token: Token) -> Entity | None:
        """The one state spoken of in this sentence and the two before, if none is spoken of more so far.

        Else the only one that the sentence names anywhere.
        """
        near = {s.entity.id: s.entity for s in self.before(token, 2) if s.entity.kind == "state"}
        only = next(iter(near.values())) if len(near) == 1 else None
        if only is not None and self._often[only.id] == max(self._often.values()):
            return only
        here = {m.id: (m, t) for t in token.sent if (m := self.mention_at.get(t.i)) and m.kind == "state"}
        return self.mentioned(*next(iter(here.values()))) if len(here) == 1 else None

    def in_quotes(self, token: Token) -> bool:
        """Whether a word stands between quotation marks."""
        place = self.parsed.span(token)[0]
        i = bisect_right(self._quotations, (place, len(self.parsed.text))) - 1
        return i >= 0 and place < self._quotations[i][1]

    def text(self, start: int, end: int) -> str:
        """The words of doc[start:end] as the text has them, blanks single."""
        first, last = self.parsed.span(self.doc[start]), self.parsed.span(self.doc[end - 1])
        return " ".join(self.parsed.text[first[0] : last[1]].split())

    def _entity(self, token: Token) -> Entity | None:
        if token.tag_ in ("PRP", "PRP$"):
            return pronouns.meant(self, token)
        if token.tag_ in RELATIVE:
            return pronouns.relative(self, token)
        mention = self.mention_at.get(token.i)
        if mention is not None and not self._begins_a_name(token, mention):
            return self.mentioned(mention, token)
        if token.pos_ == "PRON" or token.ent_type_ in NUMBERS:
            return None
        beside = names.beside(self, token)
        if beside is not None:
            return beside
        if token.text[:1].isupper() and token.pos_ != "PROPN" and self.people.find(token.text) is not None:
            return names.proper(self, token)
        if token.pos_ == "PROPN" and token.lower_ not in PERSONS and token.lower_ not in ACTS_FOR:
            return names.proper(self, token)
        return descriptions.described(self, token)

    def _note(self, token: Token, entity: Entity) -> None:
        holder = token
        while holder.dep_ in ("appos", "conj") and holder.head.pos_ in NOMINAL:
            holder = holder.head
        sentence, subject = self.sentence_of[token.i], holder.dep_ in SUBJECTS
        if entity.kind == "state":
            self._often[entity.id] += 1
        self.seen.append(Seen(token, entity, sentence, subject, self.in_quotes(token)))

    def _begins_a_name(self, token: Token, mention: Mention) -> bool:
        """Whether the mention only begins a longer name ("Niger Delta Avengers") whose head is another word."""
        return bool(mention.kind == "state" and token.dep_ == "compound" and token.head.i not in self.mention_at)

    def _meet_people(self) -> None:
        """Everyone named in full, so that a surname before or after finds its bearer."""
        for mention in self.parsed.mentions:
            if mention.kind == "person":
                self._person(mention)  # type: ignore[arg-type]
        for ent in self.doc.ents:
            name = bare(self.text(ent.start, ent.end)) if ent.label_ == "PERSON" and len(ent) > 1 else ""
            if " " in name and not any(t.i in self.mention_at for t in ent):
                self.people.meet(name)

    def _surnamed(self, mention: Mention, token: Token) -> Entity | None:
        """The bearer of a surname whom a title before it tells from a namesake ("Mrs Clinton")."""
        sex = next((s for t in token.lefts if (s := sex_of(t.lower_))), "")
        one = self.people.find(mention.name)
        if mention.form != "surname" or not sex or one is None or one.sex in ("", sex):
            return None
        return self.people.find(token.text, sex)

    def _person(self, mention: Mention) -> Entity:
        one = self.people.meet(mention.name)
        one.for_, one.for_name, one.once = mention.for_, mention.for_name, mention.once
        one.called |= set(mention.called)
        return one


def _of_record(mention: Mention) -> Entity:
    """The entity of a state, organisation, group, body, medium or place that the record holds."""
    usual = () if mention.kind == "body" else WHOLE.get(mention.kind, ())
    called = {c.lower() for c in mention.called} or set(usual)
    if mention.kind == "organisation":
        called |= set(WHOLE["any_organisation"])
    if mention.kind in ("body", "medium", "party"):
        called.add(mention.name.split()[-1].lower())
    for_, for_name = mention.for_ or mention.id, mention.for_name or mention.name
    return Entity(mention.name, mention.kind, mention.id, for_, for_name, called=called)

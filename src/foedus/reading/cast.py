"""The cast of a text: each person, state, body and group in it, and which words mean whom.

Built once, in the order of the text: every nominal word gets its entity, or none where the text does not tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from foedus.nouns import Span
from foedus.reading.lexicon import lexicon
from foedus.reading.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

ROLES = lexicon("roles")
PERSONS, ACTS_FOR = frozenset(ROLES["persons"]), frozenset(ROLES["acts_for"])
MALE, FEMALE = frozenset(ROLES["male"]), frozenset(ROLES["female"])
PERSON_KINDS, THING_KINDS = {"person"}, {"state", "organisation", "body", "group", "party", "medium", "threat", "place"}
DEFINITE = {"the", "this", "that", "its", "their", "his", "her", "these", "those", "both"}


@dataclass(eq=False)
class Entity:
    """One of the cast. `for_` is the id it acts for and `for_name` its name; `once` the id it served last;
    `called` the nouns it goes by."""

    name: str
    kind: str
    id: str | None = None
    for_: str | None = None
    for_name: str = ""
    plural: bool = False
    sex: str = ""
    called: set[str] = field(default_factory=set)
    once: str | None = None


@dataclass(frozen=True)
class Seen:
    """One place where an entity is meant: token, sentence, whether a subject, whether inside a quotation."""

    token: Token
    entity: Entity
    sentence: int
    subject: bool
    quoted: bool


class Cast:
    """Who is who in one parsed text. `at(token)` is the entity that a nominal word means."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.doc = parsed.doc
        self.seen: list[Seen] = []
        self.known: dict[int, Entity | None] = {}
        self.people: dict[str, Entity] = {}
        self.named: dict[tuple[str, str], Entity] = {}
        self.short = dict(_acronyms(parsed.text))
        self.mention_at = self._mentions()
        self.sentence_of = [i for i, s in enumerate(parsed.sentences) for _ in s]
        self.quoted = _quoted(parsed.text)
        self._meet_people()
        for token in self.doc:
            if (token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ != "compound") or token.tag_ == "PRP$":
                self.at(token)

    # -- the way through the text

    def at(self, token: Token) -> Entity | None:
        """The entity that a nominal word means; None where it means nobody known."""
        if token.i not in self.known:
            self.known[token.i] = None
            found = self.known[token.i] = self._entity(token)
            if found:
                self._note(token, found)
        return self.known[token.i]

    def _note(self, token: Token, entity: Entity) -> None:
        subject = token.dep_ in ("nsubj", "nsubjpass") or (
            token.dep_ == "appos" and token.head.dep_ in ("nsubj", "nsubjpass")
        )
        place = self.parsed.span(token)[0]
        seen = Seen(token, entity, self.sentence_of[token.i], subject, self.in_quotes(place))
        self.seen.append(seen)

    def in_quotes(self, place: int) -> bool:
        """Whether a place of the text lies between quotation marks."""
        i = bisect_left(self.quoted, (place + 1, 0)) - 1
        return i >= 0 and self.quoted[i][0] <= place < self.quoted[i][1]

    def _entity(self, token: Token) -> Entity | None:
        if token.tag_ in ("PRP", "PRP$"):
            return self._pronoun(token)
        if token.pos_ == "PRON" or token.ent_type_ in (
            "DATE",
            "TIME",
            "MONEY",
            "PERCENT",
            "CARDINAL",
            "ORDINAL",
            "QUANTITY",
        ):
            return None
        mention = self.mention_at.get(token.i)
        if mention and not self._part_of_larger(token, mention):
            return self._from_mention(mention, token)
        named = self._apposed(token)
        if named:
            return named
        if token.pos_ == "PROPN" and token.lower_ not in PERSONS and token.lower_ not in ACTS_FOR:
            return self._proper(token)
        return self._common(token)

    # -- names

    def _mentions(self) -> dict[int, Any]:
        found: dict[int, Any] = {}
        for mention in self.parsed.mentions:
            for token in self.parsed.tokens(mention.span) or ():
                found.setdefault(token.i, mention)
        return found

    def _part_of_larger(self, token: Token, mention: Any) -> bool:
        """Whether the mention only begins a longer name ("Niger Delta Avengers") whose head is another word."""
        return mention.kind == "state" and token.dep_ == "compound" and token.head.i not in self.mention_at

    def _meet_people(self) -> None:
        """Everyone named in full, so that a surname before or after finds its bearer."""
        for m in self.parsed.mentions:
            if m.kind == "person":
                self._person(m.name, m)
        for ent in self.doc.ents:
            if ent.label_ == "PERSON" and len(ent) > 1 and not any(t.i in self.mention_at for t in ent):
                name = _bare(self._text(ent.start, ent.end))
                if " " in name:
                    self._person(name)

    def _person(self, name: str, mention: Any = None) -> Entity:
        last = name.split()[-1]
        held = self.people.get(name) or self.people.get(last if " " not in name else name)
        if held is None:
            held = Entity(name, "person", sex=_sex(name.split()[0].lower()) if " " in name else "")
            self.people[name] = held
            for part in {last, " ".join(name.split()[1:])} - {""}:
                self.people.setdefault(part, held)
        if mention is not None:
            held.name, held.for_, held.for_name = mention.name, mention.for_, mention.for_name
            held.once = mention.once
            held.called |= set(mention.called)
        return held

    def _from_mention(self, mention: Any, token: Token) -> Entity:
        if mention.kind == "person":
            person = self._person(mention.name, mention)
            self._learn_title(person, token)
            return person
        plural = mention.form == "demonym" and token.tag_ in ("NNS", "NNPS")
        key = (mention.kind, mention.id or mention.name)
        if key not in self.named:
            called = {c.lower() for c in mention.called} or set(ROLES["whole"].get(mention.kind, ()))
            called |= {"organisation", "organization"} if mention.kind == "organisation" else set()
            for_ = mention.for_ or mention.id
            self.named[key] = Entity(
                mention.name,
                mention.kind,
                mention.id,
                for_,
                mention.for_name or mention.name,
                called=called,
            )
        one = self.named[key]
        return one if not plural else Entity(one.name, one.kind, one.id, one.for_, one.for_name, True, "", one.called)

    def _apposed(self, token: Token) -> Entity | None:
        """The person whose name stands beside a description: "its secretary-general, Stanislav Zas"."""
        for child in token.children:
            if (
                child.dep_ == "appos"
                and child.pos_ == "PROPN"
                and token.pos_ in ("NOUN", "PROPN")
                and token.tag_ != "NNS"
            ):
                person = self._if_person(child, bool(token.lower_ in PERSONS))
                if person:
                    self._title(person, token)
                    return person
        return None

    def _if_person(self, token: Token, expected: bool) -> Entity | None:
        mention = self.mention_at.get(token.i)
        if mention:
            return self._from_mention(mention, token) if mention.kind == "person" else None
        if token.ent_type_ == "PERSON" or expected:
            name = _bare(self._proper_text(token))
            return self._person(name) if name else None
        return None

    def _proper(self, token: Token) -> Entity | None:
        """A name that the record does not know: a person by title, label or surname; else what the model takes it for."""
        name = _bare(self._proper_text(token))
        if not name or not name[0].isalnum():
            return None
        if name in self.people and (token.ent_type_ in ("PERSON", "", "ORG", "GPE", "NORP") or " " in name):
            person = self.people[name]
            self._learn_title(person, token)
            return person
        if name in self.short:
            return self._spelt_out(self.short[name], token)
        roles = [
            t for t in token.lefts if t.lower_ in PERSONS or t.lower_.rstrip(".") + "." in _TITLES or t.lower_ in _TITLES
        ]
        beside = [c for c in token.children if c.dep_ == "appos" and c.lower_ in PERSONS]
        speaks = (
            token.dep_ == "nsubj"
            and token.head.lemma_ in ROLES["speaking"]
            and token.ent_type_ not in ("ORG", "GPE", "NORP")
        )
        if token.ent_type_ == "PERSON" or roles or beside or speaks:
            person = self._person(name)
            self._learn_title(person, token)
            return person
        kind = {"ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}.get(
            token.ent_type_, "body"
        )
        key = (kind, name)
        if key not in self.named:
            affiliation = self._affiliation(token)
            for_, for_name = (affiliation.id, affiliation.name) if affiliation else (None, "")
            called = {name.split()[-1].lower()} | set(
                ROLES["whole"].get("party" if name.endswith("Party") else kind, ())
            ) & {name.split()[-1].lower(), "party"}
            self.named[key] = Entity(
                name, kind, None, for_, for_name, token.tag_ == "NNPS" or kind == "people", called=called
            )
        return self.named[key]

    def _spelt_out(self, words: str, token: Token) -> Entity | None:
        """The entity of the full name that the text gave before an acronym."""
        start = self.parsed.text.find(words)
        tokens = self.parsed.tokens((start, start + len(words)))
        return self.at(tokens.root) if tokens is not None and tokens.end <= token.i else None

    def _proper_text(self, token: Token) -> str:
        """The words of a name: its proper compounds, without titles, demonyms and what the gazetteer holds apart."""
        start = token.i
        while start > 0 and self._belongs(self.doc[start - 1], token):
            start -= 1
        end = token.i + 1
        return self._text(start, end)

    def _belongs(self, left: Token, token: Token) -> bool:
        if left.text == "-" or (left.text == "." and left.nbor(-1).is_upper):
            return bool(not left.whitespace_)
        return bool(
            left.pos_ in ("PROPN", "NOUN")
            and left.text[:1].isupper()
            and left.dep_ in ("compound", "nmod")
            and left.head.i <= token.i + 1
            and left.lower_ not in PERSONS
            and left.lower_ not in _TITLES
            and left.i not in self.mention_at
        )

    def _text(self, start: int, end: int) -> str:
        span = self.parsed.span(self.doc[start])[0], self.parsed.span(self.doc[end - 1])[1]
        return " ".join(self.parsed.text[slice(*span)].split())

    def _learn_title(self, person: Entity, token: Token) -> None:
        """What stands before or after the name: a title (sex, office) and a description in apposition."""
        for left in token.lefts:
            self._call(person, left)
        for child in token.children:
            if child.dep_ == "appos" and child.lower_ in PERSONS:
                self._title(person, child)
        affiliated = self._affiliation(token) if not person.for_ else None
        if affiliated and any(t.lower_ in ACTS_FOR for t in token.lefts) and not _former(token):
            person.for_, person.for_name = affiliated.for_ or affiliated.id, affiliated.for_name or affiliated.name

    def _title(self, person: Entity, role: Token) -> None:
        self._call(person, role)
        affiliated = self._affiliation(role)
        if affiliated and not person.for_ and not _former(role):
            person.for_, person.for_name = affiliated.for_ or affiliated.id, affiliated.for_name or affiliated.name

    def _call(self, person: Entity, role: Token) -> None:
        person.sex = person.sex or _sex(role.lower_)
        if role.lower_ in PERSONS:
            person.called.add(role.lower_)
            person.called.add(_phrase(role))

    # -- descriptions

    def _common(self, token: Token) -> Entity | None:
        """A description: the one of the cast that it comes back to, else somebody new without a name."""
        noun, plural = token.lemma_.lower(), token.tag_ in ("NNS", "NNPS")
        owner = self._affiliation(token)
        definite = any(c.lower_ in DEFINITE or c.dep_ == "poss" for c in token.lefts)
        if definite and not plural:
            before = self._antecedent(noun, token, owner)
            if before:
                return before
        if definite and not plural and owner is None and noun in _LANDS:
            return self._latest(lambda e: e.kind == "state", token, 2)
        if definite and owner is None and noun in _REGIMES:
            owner = self._only_state(token)
            if owner is None:
                return None
        person = noun in PERSONS or token.lower_ in PERSONS
        body = noun in ACTS_FOR or token.lower_ in ACTS_FOR or noun in ROLES["whole"]["body"]
        kind = "person" if person else "body" if body else "thing"
        entity = Entity(self._described(token, owner), kind, None, None, "", plural, _sex(noun))
        if owner and (noun in ACTS_FOR or token.lower_ in ACTS_FOR or _phrase(token) in ACTS_FOR) and not _former(token):
            entity.for_, entity.for_name = owner.for_ or owner.id, owner.for_name or owner.name
        entity.called = {noun, _phrase(token)} | {w for w in self._described(token, None).lower().split()[-1:]}
        return entity

    def _antecedent(self, noun: str, token: Token, owner: Entity | None) -> Entity | None:
        """The latest of the cast that goes by the noun; with an owner ("its ministry") only one that is the owner's."""
        phrase = _phrase(token)
        others = [t for t in token.lefts if t.dep_ in ("amod", "compound", "nummod") and t.i not in self.mention_at]
        wanted = {phrase} if others else {noun, phrase}
        if any(c.dep_ in ("prep", "relcl", "acl") and c.i > token.i for c in token.children) and owner is None:
            return None

        def goes_by(e: Entity) -> bool:
            if e.plural or e.kind == "thing" or not (wanted & e.called):
                return False
            return owner is None or ((owner.for_ or owner.id) in (e.for_, e.id) and (e.for_ or e.id) is not None)

        return self._latest(goes_by, token, 30)

    def _latest(self, wanted: Any, token: Token, back: int) -> Entity | None:
        here = self.sentence_of[token.i]
        for seen in reversed(self.seen):
            if seen.sentence < here - back:
                return None
            if seen.token.i < token.i and wanted(seen.entity):
                return seen.entity
        return None

    def _only_state(self, token: Token) -> Entity | None:
        """The one state spoken of in this sentence and the two before, if it is one."""
        here = self.sentence_of[token.i]
        states = {
            s.entity.id: s.entity
            for s in self.seen
            if s.entity.kind == "state" and s.sentence >= here - 2 and s.token.i < token.i
        }
        return next(iter(states.values())) if len(states) == 1 else None

    def _affiliation(self, token: Token) -> Entity | None:
        """The state, organisation or body that a noun is of: an adjective, a compound, a possessor, "of" or "to"."""
        for child in token.children:
            if child.dep_ in ("amod", "compound", "poss", "nmod") and child.i < token.i:
                found = self._owner(child)
                if found:
                    return found
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "to", "for", "at", "with", "from"):
                for pobj in child.children:
                    found = self._owner(pobj) if pobj.dep_ == "pobj" else None
                    if found:
                        return found
        return None

    def _owner(self, token: Token) -> Entity | None:
        mention = self.mention_at.get(token.i)
        if mention and mention.kind != "person":
            return self._from_mention(mention, token)
        if (mention is None and token.tag_ == "PRP$") or (token.pos_ == "NOUN" and token.dep_ in ("poss", "pobj")):
            found = self.at(token)
            if found and found.kind == "person" and token.head.lemma_.lower() not in ACTS_FOR:
                return None
            return found if found and ((found.kind in THING_KINDS and (found.id or found.for_)) or found.for_) else None
        if token.pos_ == "PROPN":
            return next(
                (o for c in token.children if c.dep_ in ("compound", "amod", "poss") and (o := self._owner(c))), None
            )
        return None

    def _described(self, token: Token, owner: Entity | None) -> str:
        """The words of a description without its article; a possessive pronoun gives way to its owner's name."""
        left = [t for t in token.subtree if t.i < token.i]
        start = left[0].i if left else token.i
        while start < token.i and (
            self.doc[start].pos_ in ("DET", "PUNCT", "ADP", "CCONJ", "ADV") or self.doc[start].tag_ == "PRP$"
        ):
            start += 1
        words = self._text(start, token.i + 1)
        if owner and any(c.tag_ == "PRP$" for c in token.lefts):
            return f"{words} of {owner.for_name or owner.name}"
        tail = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of" and c.i == token.i + 1), None)
        if tail is not None and owner:
            return f"{words} of {owner.name}"
        return words

    # -- pronouns

    def _pronoun(self, token: Token) -> Entity | None:
        word = token.lower_
        if word in ("he", "him", "his", "himself"):
            return self._back(token, lambda e: e.kind == "person" and not e.plural and e.sex != "f", "m")
        if word in ("she", "her", "hers", "herself"):
            return self._back(token, lambda e: e.kind == "person" and not e.plural and e.sex != "m", "f")
        if word in ("it", "its", "itself") and not _pleonastic(token):
            return self._back(token, lambda e: e.kind not in ("person", "people") and not e.plural, "")
        if word in ("they", "them", "their", "theirs", "themselves"):
            return self._back(
                token, lambda e: e.plural or e.kind in ("organisation", "group", "body", "threat", "party"), ""
            )
        return None

    def _back(self, token: Token, fits: Any, sex: str) -> Entity | None:
        """The best antecedent in this sentence and the three before; None where two are as good."""
        here, quoted = self.sentence_of[token.i], self.in_quotes(self.parsed.span(token)[0])
        scores: dict[int, tuple[float, Entity]] = {}
        for seen in reversed(self.seen):
            if seen.sentence < here - 3:
                break
            if seen.token.i >= token.i or not fits(seen.entity) or _same_clause(seen.token, token):
                continue
            score = _nearness(seen, here) - (0.8 if seen.quoted != quoted else 0)
            if score > scores.get(id(seen.entity), (-9.0, seen.entity))[0]:
                scores[id(seen.entity)] = score, seen.entity
        ranked = sorted(scores.values(), key=lambda s: -s[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.2):
            return None
        best = ranked[0][1]
        if sex and not best.sex and best.kind == "person":
            best.sex = sex
        return None if best.kind == "thing" else best


_TITLES = frozenset(
    {
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "dr",
        "dr.",
        "sir",
        "lord",
        "lady",
        "sen.",
        "rep.",
        "gen.",
        "col.",
        "lt.",
        "gov.",
        "sgt.",
        "capt.",
        "adm.",
        "prof.",
        "colonel",
        "mullah",
        "sheikh",
    }
)
_LANDS = frozenset(ROLES["whole"]["state"])
_REGIMES = frozenset({"government", "regime", "junta", "army", "military", "parliament", "authority"})


def _nearness(seen: Seen, here: int) -> float:
    """How ready an antecedent is: near, a subject, one who spoke."""
    score = 2.0 - 0.9 * (here - seen.sentence)
    if seen.subject:
        score += 1.0 + (
            0.4 if seen.token.head.lemma_ in ROLES["speaking"] or seen.token.head.head.lemma_ in ROLES["speaking"] else 0
        )
    if seen.token.dep_ == "poss":
        score -= 0.2
    return score


def _same_clause(a: Token, b: Token) -> bool:
    """Whether two words are arguments of one verb, so that a plain pronoun can't mean the other."""
    return bool(
        a.head == b.head
        and a.dep_ in ("nsubj", "nsubjpass", "dobj", "dative")
        and b.dep_ in ("nsubj", "nsubjpass", "dobj", "dative")
        and not b.lower_.endswith("self")
    )


def _pleonastic(token: Token) -> bool:
    """Whether "it" stands for nobody: it is easy to ..., it seems that ..., it was NATO that ..."""
    head = token.head
    if token.dep_ == "expl":
        return True
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if head.lemma_ in ("seem", "appear", "happen", "rain", "snow", "matter", "transpire", "emerge"):
        return True
    clause = any(c.dep_ in ("ccomp", "xcomp", "csubj", "advcl", "acl", "relcl") for c in head.children)
    predicate = [c for c in head.children if c.dep_ in ("acomp", "attr", "oprd")]
    inner = any(g.dep_ in ("ccomp", "xcomp", "acl", "relcl", "prep") for c in predicate for g in c.children)
    return bool(head.lemma_ == "be" and predicate and (clause or (inner and predicate[0].dep_ == "acomp")))


def _former(token: Token) -> bool:
    return any(c.lower_ in ("former", "ex", "late", "then", "onetime", "retired") for c in token.lefts)


def _phrase(token: Token) -> str:
    """A noun with its compounds, in small letters: "foreign minister", "secretary-general"."""
    left = [
        t
        for t in token.lefts
        if t.dep_ in ("compound", "amod") and t.i >= token.i - 3 and t.ent_type_ not in ("NORP", "GPE")
    ]
    words = [t.lower_ for t in left] + [token.lower_]
    if token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_:
        words[-1] += "-" + token.nbor(2).lower_
    return " ".join(words)


def _sex(word: str) -> str:
    return "f" if word in FEMALE and word not in MALE else "m" if word in MALE and word not in FEMALE else ""


def _bare(name: str) -> str:
    """A name without the mark of possession and titles before it."""
    words = re.sub(r"['’]s?$", "", name).split()
    while len(words) > 1 and (words[0].lower() in _TITLES or words[0].lower() in PERSONS):
        words = words[1:]
    return " ".join(words)


ACRONYM = re.compile(r"\(\s*([A-Z][A-Za-z.]{1,9})\s*\)")


def _acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Short names that the text gives itself: "Islamic Renaissance Party of Tajikistan (IRPT)"."""
    for m in ACRONYM.finditer(text):
        letters = [c for c in m[1] if c.isupper()]
        words = text[max(0, m.start() - 120) : m.start()].split()
        for size in range(len(letters), min(len(words), len(letters) + 4) + 1):
            phrase = words[-size:]
            capitals = [p[0] for w in phrase for p in w.split("-") if p[:1].isupper()]
            if capitals == letters and phrase[0][:1].isupper():
                yield m[1], " ".join(phrase)
                break


def _quoted(text: str) -> list[Span]:
    """Stretches between quotation marks; an open one ends with its paragraph."""
    spans: list[Span] = []
    start = -1
    for m in re.finditer(r'[“”„«»"]|\n\s*\n', text):
        mark = m.group()
        if start >= 0 and (mark in '”»"' or mark[0] == "\n"):
            spans.append((start, m.end()))
            start = -1
        elif start < 0 and mark in '“„«"':
            start = m.start()
    return spans

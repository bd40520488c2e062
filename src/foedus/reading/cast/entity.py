"""One of the cast, and what a noun, a title or a given name says about it (words: lexicon/roles.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

ROLES = lexicon("roles")
PERSONS, ACTS_FOR, TITLES = frozenset(ROLES["persons"]), frozenset(ROLES["acts_for"]), frozenset(ROLES["titles"])
MALE, FEMALE = frozenset(ROLES["male"]), frozenset(ROLES["female"])
SPEAKING, FORMER = frozenset(ROLES["speaking"]), frozenset(ROLES["former"])
WHOLE: dict[str, list[str]] = ROLES["whole"]
RULERS, LOOSE = frozenset(ROLES["rulers"]), frozenset(ROLES["loose"])
HUMAN, NOT_HUMAN, PEOPLE = tuple(ROLES["human_endings"]), frozenset(ROLES["not_human"]), frozenset(ROLES["people"])
ORGANISED = frozenset(WHOLE["organisation"])
LANDS, REGIMES, BODIES = frozenset(WHOLE["state"]), frozenset(ROLES["regimes"]), frozenset(WHOLE["body"])


@dataclass(eq=False)
class Entity:
    """One of the cast. `for_` is the id it acts for and `for_name` its name; `once` the id it served last,
    `home` the id of the state that a description gives it.

    `called` are the nouns it goes by; `named` False is somebody known by a description only.
    """

    name: str
    kind: str
    id: str | None = None
    for_: str | None = None
    for_name: str = ""
    plural: bool = False
    sex: str = ""
    named: bool = True
    called: set[str] = field(default_factory=set)
    once: str | None = None
    home: str | None = None

    def serve(self, owner: Entity) -> None:
        """Act for an owner from now on, unless somebody is served already."""
        self.home = self.home or owner.for_ or owner.id
        if not self.for_:
            self.for_, self.for_name = owner.for_ or owner.id, owner.for_name or owner.name


@dataclass(frozen=True)
class Seen:
    """One place where an entity is meant: token, sentence, whether a subject, whether inside a quotation."""

    token: Token
    entity: Entity
    sentence: int
    subject: bool
    quoted: bool


def sex_of(word: str) -> str:
    """m, f or nothing, by a title, a noun or a given name."""
    return "f" if word in FEMALE and word not in MALE else "m" if word in MALE and word not in FEMALE else ""


def phrase(token: Token) -> str:
    """A noun with its compounds, in small letters: "foreign minister", "secretary-general"."""
    kinds = ("compound", "amod")
    left = [t for t in token.lefts if t.dep_ in kinds and t.i >= token.i - 3 and t.ent_type_ not in ("NORP", "GPE")]
    words = [t.lower_ for t in left] + [token.lower_]
    if token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_:
        words[-1] += "-" + token.nbor(2).lower_
    return " ".join(words)


def acts(token: Token) -> bool:
    """Whether a noun acts for its owner: a government, an army, a minister."""
    return bool({token.lemma_.lower(), token.lower_, phrase(token)} & ACTS_FOR)


def human(token: Token) -> bool:
    """Whether a noun is for people, by its ending or by itself."""
    noun = token.lemma_.lower()
    if noun in PEOPLE or noun in PERSONS:
        return True
    return token.pos_ == "NOUN" and noun.endswith(HUMAN) and noun not in NOT_HUMAN


def former(token: Token) -> bool:
    """Whether the office is past: "former", "late", "then"."""
    return any(c.lower_ in FORMER for c in token.lefts)


def bare(name: str) -> str:
    """A name without the mark of possession and without titles before it."""
    words = re.sub(r"['’]s?$", "", name).split()
    while len(words) > 1 and (words[0].lower() in TITLES or words[0].lower() in PERSONS):
        words = words[1:]
    return " ".join(words)

"""The vocabulary of deeds, as data: `lexicon/acts/<ROOT>.toml` (rules), `governors.toml`, `classes.toml`.

A pattern is a verb or noun lemma followed by what must stand with it: a word (`turn down`), a class of nouns
(`send FORCES`), or a preposition with either (`take part in OPERATION`). Several patterns may share one rule.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeVar

import msgspec

from foedus.nouns.findings import PloverRoot, Polarity
from foedus.nouns.noun import Noun

Needs = Literal["", "negation", "object", "no object"]
T = TypeVar("T")


class Pattern(Noun, frozen=True, kw_only=True):
    """A head lemma and the words, classes and prepositional phrases that stand with it."""

    head: str
    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, str], ...] = ()


class Rule(Noun, frozen=True, kw_only=True):
    """Words that tell of one PLOVER root, with the slots that hold its actor and target, tried in order.

    A slot is a preposition (`against`), or: subject; object; dative; whose (possessive, adjective of nation); verb (the
    subject of the verb that carries or governs a noun); doer (the subject of the verb that a noun is the object of);
    forces (a subject that is troops); owner (whose the things are that a passive verb sends);
    clause (the subject of what is said); within (names inside the object); place;
    purpose (behind `to free ...`); under (who is under attack); talks (who talks); forum (the organisation last named).

    `polarity` is what the words say by themselves (`stand by`: failed); `needs` negation for `lift a finger`;
    `mutual`: either side may be named first; `plain`: what no rule of a longer pattern has taken.
    `yes` and `no` are examples: "sentence | actor | target | polarity".
    """

    id: str
    act: PloverRoot
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    target: tuple[str, ...] = ()
    polarity: Polarity = "asserted"
    needs: Needs = ""
    mutual: bool = False
    context: bool = False
    """Whether a missing target may be the party in need that the text has just told of."""
    party: bool = False
    """Whether the target must be a party, not a thing: `hit the headlines` is no attack."""
    known: bool = False
    """Whether the actor must be a party that the gazetteer knows: anyone leaves, watches, arrives."""
    both: bool = False
    """Whether a deed of one party alone is none: a summit, a rapprochement."""
    none: bool = False
    """Whether the words tell of no deed at all, though fewer of them would: `ask leave`, `hold the chair`."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Governor(Noun, frozen=True, kw_only=True):
    """Words that say whether what depends on them was done: `refuse`, `promise`, `deny`, `likely`.

    `effect` is what becomes of a deed under it, `negated` when the governor itself is negated ("" leaves it alone).
    `over`: the complements it governs; `control`: who does the deed when it has no subject of its own.
    """

    words: tuple[str, ...]
    effect: str
    negated: str = "hypothetical"
    over: tuple[Literal["clause", "noun", "subject"], ...] = ("clause", "noun")
    control: Literal["subject", "object"] = "subject"
    says: bool = False


class Echo(Noun, frozen=True, kw_only=True):
    """Words that repeat another's deed, or its refusal: `followed suit`, `said no`, `did likewise`."""

    verbs: tuple[str, ...]
    polarity: Polarity = "asserted"


class Lexicon(Noun, frozen=True, kw_only=True):
    """All rules by the lemma that may start them, the governors by lemma, and the noun classes."""

    verbs: dict[str, tuple[tuple[Pattern, Rule], ...]]
    nouns: dict[str, tuple[tuple[Pattern, Rule], ...]]
    governors: dict[str, tuple[tuple[Pattern, Governor], ...]]
    echoes: dict[str, tuple[tuple[Pattern, Echo], ...]]
    classes: dict[str, frozenset[str]]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("foedus.reading").joinpath("lexicon", name).read_text(encoding="utf8"))


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of every file in `lexicon/acts`; a file is named by its root, its top-level values are defaults."""
    folder = files("foedus.reading").joinpath("lexicon", "acts")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(rule for name in names for rule in _rules_of(name))


def _rules_of(name: str) -> Iterator[Rule]:
    table = _toml(f"acts/{name}")
    common = {key: value for key, value in table.items() if key != "rule"}
    root = name.removesuffix(".toml")
    for row in table["rule"]:
        yield msgspec.convert({"act": root.upper(), **common, **row, "id": f"{root}.{row['id']}"}, Rule)


@cache
def governors() -> tuple[Governor, ...]:
    """The governors, in the order of the file."""
    return tuple(msgspec.convert(row, Governor) for row in _toml("governors.toml")["governor"])


def _echoes() -> tuple[Echo, ...]:
    return tuple(msgspec.convert(row, Echo) for row in _toml("echoes.toml")["echo"])


@cache
def lexicon() -> Lexicon:
    """The vocabulary, read once."""
    classes = {name: frozenset(" ".join(words).split()) for name, words in _toml("classes.toml").items()}
    return Lexicon(
        verbs=_index((pattern_of(text), rule) for rule in rules() for text in rule.verbs),
        nouns=_index((pattern_of(text, noun=True), rule) for rule in rules() for text in rule.nouns),
        governors=_index((pattern_of(text), governor) for governor in governors() for text in governor.words),
        echoes=_index((pattern_of(text), echo) for echo in _echoes() for text in echo.verbs),
        classes=classes,
    )


def _index(rows: Iterable[tuple[Pattern, T]]) -> dict[str, tuple[tuple[Pattern, T], ...]]:
    """Rows by the first word of their pattern, the most telling patterns first."""
    found: dict[str, list[tuple[Pattern, T]]] = {}
    for pattern, thing in rows:
        found.setdefault(pattern.head, []).append((pattern, thing))
    return {head: tuple(sorted(row, key=lambda entry: -_weight(entry[0]))) for head, row in found.items()}


def _weight(pattern: Pattern) -> int:
    """How much a pattern asks for; a word asks for more than a class."""
    return 2 * len(pattern.words) + 4 * len(pattern.phrases) + sum(word.islower() for word in pattern.words)


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(" ".join(_toml("classes.toml")["PREPOSITION"]).split())


def pattern_of(text: str, noun: bool = False) -> Pattern:
    """Parse `take part in OPERATION` into head, words and prepositional phrases; the head of a noun stands last.

    >>> pattern_of("take part in OPERATION").phrases
    (('in', 'OPERATION'),)
    >>> pattern_of("military exercise", noun=True).head
    'exercise'
    """
    rest = text.split()
    words: list[str] = []
    phrases: list[tuple[str, str]] = []
    while rest:
        word = rest.pop(0)
        if words and word in _prepositions() and rest and rest[0] not in _prepositions():
            phrases.append((word, rest.pop(0)))
        else:
            words.append(word)
    head = words.pop(-1 if noun else 0)
    return Pattern(head=head, words=tuple(words), phrases=tuple(phrases))

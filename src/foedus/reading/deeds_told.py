"""A deed as its sentence tells it, before the context has filled its gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.nouns.findings import Named, Span
from foedus.reading.deeds_lexicon import Pattern, Rule
from foedus.reading.polarity import Standing

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Trigger:
    """A word that tells of a deed by a pattern of a rule; `noun` where it is a noun."""

    token: Token
    pattern: Pattern
    rule: Rule
    noun: bool


@dataclass(frozen=True)
class Told:
    """A deed as its sentence tells it, with whoever takes part; either side may be missing."""

    trigger: Trigger
    actors: tuple[Named, ...]
    targets: tuple[Named, ...]
    people: tuple[Named, ...]
    """Targets that the gazetteer does not know: people, bodies, places."""
    things: tuple[Named, ...]
    standing: Standing
    span: Span

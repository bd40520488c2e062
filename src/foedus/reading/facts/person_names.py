"""Names of people: where one begins and ends, and whom it names."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from foedus.nouns import Named
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told

LONGEST_NAME = 5
Words = tuple[int, int]
"""A stretch of words, as token numbers (end exclusive)."""


def name_at(told: Told, start: int, titled: bool = False) -> Words | None:
    """A person's name that begins at a token: words in capitals with their particles, no state and no organisation."""
    doc, book = told.parsed.doc, lexicon("office")
    while start < len(doc) and doc[start].lower_ in book["styles"]:
        start += 1
    end = start
    while end < len(doc) and end - start < LONGEST_NAME + 3 and _of_a_name(told, doc[end], end > start):
        end += 1
    while end > start and (doc[end - 1].lower_ in book["particles"] or doc[end - 1].text == "-"):
        end -= 1
    return (
        (start, end)
        if end > start and doc[start].text[0].isupper() and _sounds_like_one(told, start, end, titled)
        else None
    )


def _of_a_name(told: Told, token: Token, inside: bool) -> bool:
    if inside and token.i and token.nbor(-1).text == "-" and token.is_alpha:  # Ki-moon
        return True
    if inside and (token.lower_ in lexicon("office")["particles"] or token.text in ("'", "'")):
        return token.text != "-" or not token.whitespace_
    kind = told.kind_at(token)
    return (
        token.text[:1].isupper()
        and token.text != "I"
        and kind in (None, "person")
        and token.pos_ not in ("PRON", "DET", "ADP", "SCONJ", "CCONJ")
    )


def _sounds_like_one(told: Told, start: int, end: int, titled: bool) -> bool:
    """Whether words in capitals are a person: known, labelled by the model, tagged as names, or behind a title."""
    tokens = told.parsed.doc[start:end]
    if tokens[-1].lower_ in lexicon("office")["no_people"]:
        return False
    if any(told.kind_at(t) == "person" or t.ent_type_ == "PERSON" for t in tokens):
        return True
    return all(t.pos_ == "PROPN" or t.lower_ in lexicon("office")["particles"] for t in tokens) and (
        end - start > 1 or titled
    )


def person_at(told: Told, person: Words) -> Named:
    """The person under the name that the record or the text's fullest mention has, if it shares a word with this one."""
    span = told.parsed.span(told.parsed.doc[person[0] : person[1]])
    words = told.text[slice(*span)]
    found = told.parsed.resolve(span)
    same = found is not None and bool(_names(found.name) & _names(words))
    return Named(name=found.name if found and same else words, span=span)


def _names(words: str) -> set[str]:
    """The words of a name, without accents, initials and `Jr.`."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return {w for w in plain.replace("-", " ").split() if len(w) > 2 and not w.endswith(".")}

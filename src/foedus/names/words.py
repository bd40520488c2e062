"""The vocabulary of names (names.toml), and letters made comparable: one character in, one character out."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

SIGNS = dict(zip("’‘‛`´‐‑‒–—\u00a0\u202f\u2009\n\r\t", "'''''-----      ", strict=True))


@cache
def vocabulary() -> dict[str, Any]:
    """The tables of names.toml."""
    return tomllib.loads(files("foedus.names").joinpath("names.toml").read_text(encoding="utf8"))


@cache
def words(table: str) -> frozenset[str]:
    """One list of names.toml as a set."""
    return frozenset(vocabulary()[table])


def folded(text: str) -> str:
    """The text without accents, its quotes and dashes plain, its blanks spaces; places stay where they were.

    >>> folded("Çolpon\u00a0d’Élysée")
    "Colpon d'Elysee"
    """
    return text if text.isascii() and "\n" not in text else text.translate(_LETTERS)


class _Letters(dict[int, str]):
    """The plain letter of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = SIGNS.get(letter) or STROKED.get(letter) or unicodedata.normalize("NFD", letter)[0]
        self[code] = plain
        return plain


STROKED = dict(zip("ıłŁøØđĐħĦ", "ilLoOdDhH", strict=True))
_LETTERS = _Letters()

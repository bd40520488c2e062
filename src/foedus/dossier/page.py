"""What a page of a dossier is made of, before it is HTML. Each file of pages/ makes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from foedus.when import When


class Text(msgspec.Struct, frozen=True, tag=True):
    """A paragraph of our own words."""

    words: str


class Link(msgspec.Struct, frozen=True, tag=True):
    """A cell that leads elsewhere in the dossier."""

    text: str
    href: str

    def __str__(self) -> str:
        return self.text


class Table(msgspec.Struct, frozen=True, tag=True):
    """A captioned table; `id` names its CSV file. `folded`: shown only when opened; `anchor`: what a link leads to."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    folded: bool = False
    anchor: str = ""


class Chart(msgspec.Struct, frozen=True, tag=True):
    """A Vega-Lite chart; `said` tells a reader who cannot see it what it shows. Its table stands beside it."""

    id: str
    caption: str
    said: str
    spec: dict[str, Any]


class Quote(msgspec.Struct, frozen=True, tag=True):
    """Verbatim words of a text, who is said to have said or done what, and how the record stands to it."""

    words: str
    label: str
    who: str
    record: str
    facts: tuple[str, ...]
    note: str = ""


class Quotes(msgspec.Struct, frozen=True, tag=True):
    """Findings of one kind in one text, in the order of the text."""

    title: str
    quotes: tuple[Quote, ...]


Block = Text | Table | Chart | Quotes


class Page(msgspec.Struct, frozen=True):
    """One page: its file name, title, a lead in one sentence, and blocks."""

    id: str
    title: str
    lead: str
    blocks: tuple[Block, ...]


class Subject(msgspec.Struct, frozen=True):
    """What a dossier is about: an alliance, a day, and the texts that were read into it (document ids)."""

    alliance: str
    name: str
    on: When
    documents: tuple[str, ...]


def table(id: str, caption: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], folded: bool = False) -> Table:
    """A table of any sequences."""
    return Table(id, caption, tuple(columns), tuple(map(tuple, rows)), folded)

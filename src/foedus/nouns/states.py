"""States and places by date."""

from __future__ import annotations

from foedus.nouns.noun import Noun
from foedus.when import When


class State(Noun, frozen=True, kw_only=True):
    """A state under one of its names. A continuing state keeps its id (RUS is also the Soviet Union): one row a name.

    `id` is ISO 3166-1 alpha-3 (withdrawn codes for the dead: CSK, DDR, YUG). `cow` and `gw` are the numbers of
    Correlates of War and Gleditsch-Ward in that period. `capitals` and `metonyms` ("Kremlin") act for the state in texts.
    """

    id: str
    name: str
    from_: When | None = None
    until: When | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    cow: int | None = None
    gw: int | None = None


class Place(Noun, frozen=True, kw_only=True):
    """A territory with the state that it is in by law and the one that holds it, by date: one row a period."""

    id: str
    name: str
    de_jure: str | None = None
    de_facto: str | None = None
    from_: When | None = None
    until: When | None = None
    aliases: tuple[str, ...] = ()
    region: str = ""
    note: str = ""

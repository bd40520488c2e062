"""What a user gave by id or by name ("Warsaw Pact", "Kyrgyz Republic"): the id, or an error with the nearest names."""

from __future__ import annotations

from collections.abc import Iterable

from foedus.nouns import FoedusError
from foedus.shelf import Shelf, nearest


def alliance_id(shelf: Shelf, words: str) -> str:
    """The id of an alliance or organisation given by id, name, short name or a name it once had."""
    names = ((name, a.id) for a in shelf.alliances for name in (a.id, a.name, *a.aliases, *(f.name for f in a.forms)))
    return _pick("alliance or organisation", words, names)


def state_id(shelf: Shelf, words: str) -> str:
    """The id of a state given by id or by any of its names."""
    names = ((name, s.id) for s in shelf.states for name in (s.id, s.name, *s.aliases))
    return _pick("state", words, names)


def threat_id(shelf: Shelf, words: str) -> str:
    """The id of a threat given by id or name."""
    names = ((name, t.id) for t in shelf.threats for name in (t.id, t.name, *t.aliases))
    return _pick("threat", words, names)


def group_id(shelf: Shelf, words: str) -> str:
    """The id of an armed group or party that is no state: a named threat, an actor in the news, a political party."""
    threats = ((name, t.id) for t in shelf.threats for name in (t.id, t.name, *t.aliases))
    actors = ((name, a.id) for a in shelf.actors for name in (a.id, a.name, *a.aliases))
    parties = ((name, p.id) for p in shelf.political_parties for name in (p.id, p.name, *p.aliases))
    return _pick("group", words, (*threats, *actors, *parties))


def place_id(shelf: Shelf, words: str) -> str:
    """The id of a place or of a state."""
    places = ((name, p.id) for p in shelf.places for name in (p.id, p.name, *p.aliases))
    states = ((name, s.id) for s in shelf.states for name in (s.id, s.name, *s.aliases))
    return _pick("place or state", words, (*states, *places))


def _pick(kind: str, words: str, names: Iterable[tuple[str, str]]) -> str:
    known: dict[str, tuple[str, str]] = {}
    for name, id in names:
        known.setdefault(_plain(name), (name, id))
    found = known.get(_plain(words))
    if found is None:
        raise FoedusError(f"no {kind} is called {words!r}{_meant(_plain(words), known)}")
    return found[1]


def _meant(words: str, known: dict[str, tuple[str, str]]) -> str:
    """The nearest names as the record writes them, each with its id, one for each id."""
    by_id: dict[str, str] = {}
    for plain in nearest(words, known, 9):
        name, id = known[plain]
        by_id.setdefault(id, name if name == id else f"{name} ({id})")
    return f"; did you mean {', '.join(list(by_id.values())[:3])}?" if by_id else ""


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").removeprefix("the ").split())

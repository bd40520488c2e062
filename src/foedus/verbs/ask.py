"""Ask a view: one question to the store, as rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from foedus import store
from foedus.nouns import FoedusError, Noun
from foedus.settings import Settings
from foedus.shelf import Shelf, did_you_mean
from foedus.store import ViewFile
from foedus.verbs import opened
from foedus.verbs.given import alliance_id, state_id


class Asked(Noun, frozen=True, kw_only=True):
    """The answer of `foedus ask`: the question, the values it was asked with, columns and rows."""

    view: str
    question: str
    parameters: dict[str, str]
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def ask(
    name: str, given: Mapping[str, str] | None = None, *, settings: Settings | None = None, shelf: Shelf | None = None
) -> Asked:
    """Run the view `name` with the values `given` by name; a parameter called alliance or state takes any known name."""
    settings, shelf = settings or opened.settings(), shelf or opened.shelf()
    view = store.view(name)
    values = {key: _by_name(settings, shelf, key, str(value)) for key, value in (given or {}).items()}
    with store.connect(settings) as con:
        answer = store.run_view(con, view, values, shelf.edition.date)
        columns = tuple(column[0] for column in answer.description)
        rows = tuple(answer.fetchall())
    used = {p.name: values.get(p.name, p.default or "") for p in view.parameters}
    if "on" in used and used["on"] == "edition":
        used["on"] = str(shelf.edition.date)
    return Asked(view=view.name, question=view.question, parameters=used, columns=columns, rows=rows)


def views() -> tuple[ViewFile, ...]:
    """Every view that can be asked."""
    return store.views()


def _by_name(settings: Settings, shelf: Shelf, parameter: str, value: str) -> str:
    if parameter in ("alliance", "other") and value:
        return alliance_id(shelf, value)
    if parameter == "document" and value:
        return _document(settings, value)
    if parameter == "state" and value:
        return state_id(shelf, value)
    return value


def _document(settings: Settings, words: str) -> str:
    """The id of a text that was read; FoedusError, with the nearest, for one that was not."""
    known = {path.stem for path in (settings.home / "readings").glob("*.json")}
    plain = words.replace("-", "_")
    if plain not in known:
        raise FoedusError(f"no text {words!r} was read{did_you_mean(plain, known)}; foedus ask documents lists them")
    return plain

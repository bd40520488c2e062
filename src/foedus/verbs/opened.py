"""The settings and the record that a verb works on when the caller hands it none: read once, kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from foedus import settings as settings_room
from foedus import shelf as shelf_room
from foedus.nouns import FoedusError
from foedus.settings import Settings
from foedus.shelf import Shelf


@cache
def settings() -> Settings:
    """The settings of the workspace around the current folder."""
    return settings_room.find()


@cache
def shelf() -> Shelf:
    """The shipped record joined with the workspace's own; FoedusError where the workspace's facts do not fit in."""
    held = shelf_room.read(settings().records)
    own = len(settings().records) > 1
    wrong = [problem for problem in shelf_room.check(held) if problem.level == "error"] if own else []
    if wrong:
        raise FoedusError(f"{wrong[0]} ({len(wrong)} errors; foedus check lists them)")
    return held


def data(name: str, given: Path | str | None, settings_: Settings | None = None) -> Path:
    """Where a data set lies: as given, else as foedus.toml says; a FoedusError that tells how to name it."""
    path = Path(given) if given else (settings_ or settings()).datasets.get(name)
    if path is None:
        raise FoedusError(f'where is {name}? Give --{name}, or name it in foedus.toml: [datasets] {name} = "PATH"')
    return path

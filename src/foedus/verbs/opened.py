"""The settings and the record that a verb works on when the caller hands it none: read once, kept."""

from __future__ import annotations

from functools import cache

from foedus import settings as settings_room
from foedus import shelf as shelf_room
from foedus.settings import Settings
from foedus.shelf import Shelf


@cache
def settings() -> Settings:
    """The settings of the workspace around the current folder."""
    return settings_room.find()


@cache
def shelf() -> Shelf:
    """The shipped record joined with the workspace's own."""
    return shelf_room.read(settings().records)

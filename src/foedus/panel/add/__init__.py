"""The verbs: one file each, with one function of the file's name that gives a Verb. Found by file name."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from foedus.panel.verb import Verb


def names() -> tuple[str, ...]:
    """The verbs there are."""
    return tuple(sorted(file.stem for file in Path(__file__).parent.glob("[!_]*.py")))


def verb(name: str) -> Callable[..., Verb]:
    """The function of that name."""
    found: Callable[..., Verb] = getattr(importlib.import_module(f"foedus.panel.add.{name}"), name)
    return found


def pairs_only(name: str) -> bool:
    """Whether the verb of that name says nothing of single states: its file then has `PAIRS_ONLY = True`."""
    return name in names() and getattr(importlib.import_module(f"foedus.panel.add.{name}"), "PAIRS_ONLY", False)

"""foedus: what a security alliance promised, whether the promise came due, whether it was kept.

Each file of foedus.verbs holds a function of its own name, or functions that begin with it; they are functions here
(`foedus.alliance("csto", on="2015-09-15")`). Nothing is imported before it is used. `foedus.panel` is the room of panels.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

_VERBS = {path.stem for path in (Path(__file__).parent / "verbs").glob("*.py")} - {"__init__", "opened", "given"}

__all__ = sorted(_VERBS)


def __getattr__(name: str) -> Any:
    if name == "panel":
        return importlib.import_module("foedus.panel")
    stem = next((verb for verb in _VERBS if name == verb or name.startswith(f"{verb}_")), None)
    found = getattr(importlib.import_module(f"foedus.verbs.{stem}"), name, None) if stem else None
    if found is not None:
        return found
    raise AttributeError(f"module 'foedus' has no attribute {name!r}")


class _Face(ModuleType):
    """This package. A room and a verb may share a name (ledger, dossier): as an attribute here it is the verb."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _VERBS and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face


def __dir__() -> list[str]:
    return sorted({*globals(), *_VERBS})

"""The pages of a dossier, one a file: each has ORDER, its place, and `page(subject)`."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def modules() -> list[ModuleType]:
    """The modules of this folder in the order in which a reader meets their pages."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    found = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return sorted(found, key=lambda module: module.ORDER)

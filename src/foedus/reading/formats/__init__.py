"""From the bytes of a file to its text: one format, one file, with SUFFIXES and `extract(raw, name)`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from types import ModuleType

from foedus.nouns import FoedusError
from foedus.reading.formats.extract import Extract, text_of

LARGEST = 20_000_000
"""Bytes of the largest file that is read as one document."""

__all__ = ["LARGEST", "Extract", "extract", "suffixes", "text_of"]


@cache
def _by_suffix() -> dict[str, ModuleType]:
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return {suffix: module for module in modules for suffix in getattr(module, "SUFFIXES", ())}


def suffixes() -> frozenset[str]:
    """The endings of file names that can be read."""
    return frozenset(_by_suffix())


def extract(raw: bytes, name: str) -> Extract:
    """The text in a file and what it says of itself; FoedusError, with the name, for what is no text that can be read."""
    if len(raw) > LARGEST:
        raise FoedusError(f"{name}: more than {LARGEST / 1e6:.0f} MB, which is more than one text holds; split it")
    module = _by_suffix()[_sniffed(raw) or _suffix(name)]
    try:
        found: Extract = module.extract(raw, name)
    except FoedusError as error:
        raise FoedusError(f"{name}: {error}") from None
    if not found.text.strip():
        raise FoedusError(f"{name}: there is no text in it")
    return found


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return suffix if suffix in _by_suffix() else ".txt"


def _sniffed(raw: bytes) -> str | None:
    """The format that the first bytes tell, whatever the file is called."""
    start = raw[:1024].lstrip().lower()
    if start.startswith(b"%pdf"):
        return ".pdf"
    if start.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if raw.startswith(b"PK\x03\x04") and b"word/" in raw[:4096] + raw[-65536:]:
        return ".docx"
    return None

"""What the record says to a finding: one kind of finding, one file. Each file has KINDS and `compare(finding, asked)`.

An answer names the facts that it rests on. Where it does not cover the matter, it is silent, which is not a no.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from foedus.corroboration.answer import Answer, Asked, Comparison, silent
from foedus.nouns import Finding, ReadingResult
from foedus.shelf import Shelf

Compare = Callable[[Finding, Asked], Answer]
__all__ = ["Answer", "Asked", "Comparison", "comparisons"]


@cache
def _compares() -> dict[str, Compare]:
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return {kind: module.compare for module in modules for kind in getattr(module, "KINDS", ())}


def comparisons(result: ReadingResult, shelf: Shelf) -> Iterator[Comparison]:
    """What the record says to each finding of a document; statements and opinions that it cannot answer are left out."""
    asked = Asked(shelf, result.document.date or shelf.edition.date, result.findings, result.document.text)
    for finding in result.findings:
        compare = _compares().get(finding.kind)
        answer = compare(finding, asked) if compare else silent("the record does not answer this kind of finding")
        yield Comparison(
            finding=finding.id,
            document=result.document.id,
            record=answer.record,
            facts=answer.facts,
            because=answer.because,
        )

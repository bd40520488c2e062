"""The reader: a document in, findings out. It knows no finder by name: each is a module of this package with `find`.

A finder is `find(parsed)`, or, where its module lists other finders in `AFTER`, `find(parsed, seen)` with the findings of
those. A second reader may stand beside this one: it keeps the contract if `checked` passes its findings.
"""

from __future__ import annotations

import pkgutil
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from types import ModuleType

from foedus.nouns import Document, Finding, Span
from foedus.reading.model import SHIPPED
from foedus.reading.parsed import Gazetteer, Parsed, parse
from foedus.reading.parts import cuts, moved, part


@cache
def finders() -> tuple[ModuleType, ...]:
    """The modules of this package that have `find`, each after those that it names in AFTER, else by name."""
    package = import_module("foedus.reading")
    names = [m.name for m in pkgutil.iter_modules(package.__path__)]
    found = {n: m for n in sorted(names) if hasattr(m := import_module(f"{package.__name__}.{n}"), "find")}
    order = TopologicalSorter({n: [a for a in getattr(m, "AFTER", ()) if a in found] for n, m in found.items()})
    return tuple(found[n] for n in order.static_order())


def findings(parsed: Parsed) -> tuple[Finding, ...]:
    """All findings of one parsed document: checked, sorted by place, none twice."""
    seen: list[Finding] = []
    for module in finders():
        seen.extend(module.find(parsed, tuple(seen)) if hasattr(module, "AFTER") else module.find(parsed))
    return checked(parsed.text, seen)


def checked(text: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order of their place, each id once; a finding whose words are not in the text is an error."""
    once = {f.id: f for f in reversed(list(findings))}
    for f in once.values():
        if not 0 <= f.span[0] < f.span[1] <= len(text) or f.quote != text[slice(*f.span)]:
            raise ValueError(f"{f.rule}: the words of finding {f.id} are not at {f.span}")
    return tuple(sorted(once.values(), key=lambda f: (f.span, f.kind, f.rule)))


def read(document: Document, gazetteer: Gazetteer | None = None, model: str = SHIPPED) -> tuple[Finding, ...]:
    """What a document says was said, done and left undone."""
    return next(iter(read_all([document], gazetteer, model)))


def read_all(
    documents: Iterable[Document], gazetteer: Gazetteer | None = None, model: str = SHIPPED
) -> Iterator[tuple[Finding, ...]]:
    """The findings of many documents, in their order; the parser works on paragraphs of several at once."""
    coming: deque[tuple[Document, list[Span]]] = deque()

    def parts() -> Iterator[Document]:
        for document in documents:
            spans = list(cuts(document.text))
            coming.append((document, spans.copy()))
            yield from (part(document, span) for span in spans)

    found: list[Finding] = []
    for parsed in parse(parts(), gazetteer, model):
        document, spans = coming[0]
        start = spans.pop(0)[0]
        found += (moved(f, start) for f in findings(parsed))
        if not spans:
            coming.popleft()
            yield checked(document.text, found)
            found = []

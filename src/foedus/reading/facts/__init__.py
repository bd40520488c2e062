"""What a text tells beside words and deeds: one kind of fact, one file of this package with `find`.

To add a kind, add a file: `find(told)` gives its findings. Its vocabulary is `lexicon/<file>.toml`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from msgspec import structs

from foedus.nouns import Statement
from foedus.reading.facts.told import Told

if TYPE_CHECKING:
    from foedus.nouns import Finding
    from foedus.reading.parsed import Parsed


@cache
def kinds() -> tuple[ModuleType, ...]:
    """The modules of this package that find something, by name."""
    modules = [import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)]
    return tuple(m for m in modules if hasattr(m, "find"))


AFTER = ("statements",)


def find(parsed: Parsed, seen: Iterable[Finding] = ()) -> Iterator[Finding]:
    """All facts of all kinds in one document; the statements found before tell whose words each is."""
    told = Told(parsed, (f for f in seen if isinstance(f, Statement)))
    for kind in kinds():
        yield from _apart(parsed, kind.find(told))


def _apart(parsed: Parsed, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of the same words told apart by a number behind their rule: `A and B joined` is two."""
    met: dict[str, list[Finding]] = {}
    for finding in findings:
        same = met.setdefault(finding.id, [])
        if finding not in same:
            same.append(finding)
            rule = f"{finding.rule}.{len(same)}" if len(same) > 1 else finding.rule
            yield structs.replace(finding, **parsed.base(finding.kind, finding.span, rule))

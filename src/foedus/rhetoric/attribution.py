"""Attribution precision: of the violent events that a speaker ascribed to a threat, how many others ascribe to it.

Exact (Clopper-Pearson 1934) intervals: with two events and none supported the share may still be anything up to 0.84.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from foedus.nouns import Noun
from foedus.when import When

Found = Literal["supported", "contradicted", "nothing found"]


class Attribution(Noun, frozen=True, kw_only=True):
    """One event ascribed to a threat: by whom, what was offered as evidence, what independent sources hold."""

    event: str
    speaker: str
    state: str
    on: When | None
    threat: str
    offered: str
    found: Found
    sources: tuple[str, ...]
    because: str = ""
    words: str = ""


class Precision(Noun, frozen=True, kw_only=True):
    """Supported of all ascribed, with an exact interval for the share; None where nothing was ascribed."""

    supported: int
    contradicted: int
    nothing_found: int
    share: float | None
    low: float | None
    high: float | None
    level: float
    attributions: tuple[Attribution, ...]


def precision(attributions: Sequence[Attribution], level: float = 0.9) -> Precision:
    """The precision of a set of attributions; an event ascribed twice counts once, by its best-sourced row."""
    once = {a.event: a for a in sorted(attributions, key=lambda a: len(a.sources))}
    rows = tuple(sorted(once.values(), key=lambda a: (str(a.on), a.event)))
    counts = {word: sum(a.found == word for a in rows) for word in ("supported", "contradicted", "nothing found")}
    low, high = interval(counts["supported"], len(rows), level) if rows else (None, None)
    return Precision(
        supported=counts["supported"],
        contradicted=counts["contradicted"],
        nothing_found=counts["nothing found"],
        share=counts["supported"] / len(rows) if rows else None,
        low=low,
        high=high,
        level=level,
        attributions=rows,
    )


def interval(successes: int, trials: int, level: float) -> tuple[float, float]:
    """The exact interval of a share."""
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(successes, trials, alpha=1 - level, method="beta")
    return float(low), float(high)

"""Attribution precision: of the violent events that a speaker ascribed to a threat, how many others ascribe to it.

Exact (Clopper-Pearson 1934) intervals: with two events and none supported the share may still be anything up to 0.78.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from foedus.nouns import Noun
from foedus.when import When

Found = Literal["supported", "contradicted", "nothing found"]


class Attribution(Noun, frozen=True, kw_only=True):
    """One event ascribed to a threat by a speaker: what was offered as evidence, what independent sources hold.

    `event` is the incident's id, or that of the allegation where the record holds no incident that it could be; `accused`
    whom the text accuses, else the known doer; `read_in` the allegation findings that tell of it.
    """

    event: str
    name: str
    speaker: str
    state: str
    on: When | None
    threat: str
    accused: str
    offered: str
    found: Found
    because: str
    sources: tuple[str, ...]
    words: str = ""
    read_in: tuple[str, ...] = ()


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
    """The precision of a set of attributions. An event that several ascribed counts once; each row is shown."""
    once = {a.event: a for a in attributions}.values()
    counts = {word: sum(a.found == word for a in once) for word in ("supported", "contradicted", "nothing found")}
    low, high = interval(counts["supported"], len(once), level) if once else (None, None)
    return Precision(
        supported=counts["supported"],
        contradicted=counts["contradicted"],
        nothing_found=counts["nothing found"],
        share=counts["supported"] / len(once) if once else None,
        low=low,
        high=high,
        level=level,
        attributions=tuple(sorted(attributions, key=lambda a: (str(a.on), a.event))),
    )


def interval(successes: int, trials: int, level: float) -> tuple[float, float]:
    """The exact interval of a share."""
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(successes, trials, alpha=1 - level, method="beta")
    return float(low), float(high)

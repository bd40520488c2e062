"""Talk: how many of a speaker's security statements in a month name a threat, beside the threat's deaths near by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from foedus.nouns import Noun


class Statement(Noun, frozen=True, kw_only=True):
    """One statement of a corpus: who, of which state, when, whether it names the threat."""

    speaker: str
    state: str
    on: date
    content: str
    names_threat: bool


class SpeakerMonth(Noun, frozen=True, kw_only=True):
    """A speaker's month: security statements, those naming the threat, the deaths by it near by in the year before."""

    speaker: str
    state: str
    month: str
    security: int
    naming: int
    exposure: float | None


def talk(statements: Iterable[Statement], exposure: Mapping[tuple[str, str], float]) -> tuple[SpeakerMonth, ...]:
    """The speaker-months of security statements (copies already left out), by speaker and month.

    `exposure` maps (state, month) to deaths; where it holds nothing the exposure is None: not covered, not zero.
    """
    security: Counter[tuple[str, str, str]] = Counter()
    naming: Counter[tuple[str, str, str]] = Counter()
    for s in statements:
        key = s.speaker, s.state, s.on.isoformat()[:7]
        security[key] += 1
        naming[key] += s.names_threat
    return tuple(
        SpeakerMonth(
            speaker=speaker,
            state=state,
            month=month,
            security=count,
            naming=naming[speaker, state, month],
            exposure=exposure.get((state, month)),
        )
        for (speaker, state, month), count in sorted(security.items())
    )

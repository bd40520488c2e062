"""Talk: how many of a speaker's security statements in a month name a threat, beside the threat's deaths near by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from foedus.nouns import Noun

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_COUNTS = """
select speaker, coalesce(state, ''), strftime(day, '%Y-%m') as month, count(*), count(*) filter (naming)
from said
group by all
order by all
"""


class SpeakerMonth(Noun, frozen=True, kw_only=True):
    """A speaker's month: security statements, those naming the threat, the deaths by it near by in the year before."""

    speaker: str
    state: str
    month: str
    security: int
    naming: int
    exposure: float | None


def talk(con: DuckDBPyConnection, exposure: Mapping[tuple[str, str], float]) -> tuple[SpeakerMonth, ...]:
    """The speaker-months of the table `said`, by speaker and month.

    `exposure` maps (state, month) to deaths; where it holds nothing the exposure is None: not covered, not zero.
    """
    return tuple(
        SpeakerMonth(
            speaker=speaker,
            state=state,
            month=month,
            security=security,
            naming=naming,
            exposure=exposure.get((state, month)),
        )
        for speaker, state, month, security, naming in con.execute(_COUNTS).fetchall()
    )

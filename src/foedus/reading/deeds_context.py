"""What a sentence leaves out: parties that the text named before, and one event told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from foedus.nouns.findings import Deed, Named
from foedus.reading.arguments import parties, subjects

if TYPE_CHECKING:
    from foedus.reading.deeds import Told
    from foedus.reading.parsed import Parsed

MOST = 12


def settle(parsed: Parsed, told: Sequence[Told]) -> list[Deed]:
    """The deeds of what was told: one for each pair of parties, gaps filled, doubles merged."""
    settled: list[Deed] = []
    for one in told:
        settled += _deeds(parsed, one)
    return settled


def _deeds(parsed: Parsed, told: Told) -> Iterator[Deed]:
    rule = told.trigger.rule
    if not told.actors:
        return
    pairs = list(product(told.actors, told.targets or (None,)))[:MOST]
    for actor, target in pairs:
        yield Deed(
            **parsed.base("deed", told.span, rule.id),
            actor=actor,
            act=rule.act,
            polarity=told.standing.polarity,
            target=target,
            attributed_to=_sayer(parsed, told, actor),
        )


def _sayer(parsed: Parsed, told: Told, actor: Named) -> Named | None:
    word = told.standing.said_by
    if word is None:
        return None
    said = [n for t in subjects(word) for n in parties(parsed, t, True)] if word.pos_ == "VERB" else []
    return said[0] if said and said[0].id != actor.id else None

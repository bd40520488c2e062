"""One deed of one actor towards one target, before it becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass

from foedus.nouns.findings import Named, PloverRoot, Polarity, Span

NEAR = 3
"""How many sentences back a party may have been named."""
FAR = 12
"""How many sentences back help may have been given to one whom others help too."""
UNDONE = ("negated", "refused", "failed")
GIVING = ("AID", "SUPPORT", "MOBILIZE", "COOPERATE")
"""Acts for another."""


@dataclass(frozen=True)
class Event:
    """A deed with its parties; `sentence` is the number of its sentence in the text."""

    actor: Named
    act: PloverRoot
    polarity: Polarity
    target: Named | None
    attributed_to: Named | None
    rule: str
    span: Span
    sentence: int


def same(a: Named | None, b: Named | None) -> bool:
    """Whether two names are of one party."""
    return a is not None and b is not None and (a.id or a.name) == (b.id or b.name)

"""Forecasts: what the text foresees, and what became of it by the record."""

from __future__ import annotations

from foedus.corroboration.answer import Answer, Asked, contested, contradicted, silent, supported
from foedus.nouns import Finding, View

KINDS = ("forecast",)
_ENOUGH = 2
_SMALL = 4


def compare(finding: Finding, asked: Asked) -> Answer:
    """The recorded forecast that shares most of its longer words with the sentence, of the same ninety days."""
    assert isinstance(finding, View)
    near = [f for f in asked.shelf.forecasts if abs((f.on.first - asked.day.first).days) <= 90]
    words = _stems(asked.sentence(finding))
    best = max(near, key=lambda f: len(_stems(f.about) & words), default=None)
    if best is None or len(_stems(best.about) & words) < _ENOUGH:
        return silent("the record holds no forecast that this could be")
    said = f"{best.about}: {best.outcome.replace('_', ' ')}" + (f" ({best.resolved})" if best.resolved else "")
    if best.outcome == "came_true":
        return supported([best], said)
    if best.outcome == "did_not":
        return contradicted([best], said)
    return contested([best], said) if best.outcome == "partly" else silent(said)


def _stems(words: str) -> set[str]:
    letters = "".join(c if c.isalnum() else " " for c in words.casefold())
    return {word[:6] for word in letters.split() if len(word) > _SMALL}

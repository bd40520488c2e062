"""Summit outcomes: what the text says came of a summit, against the outcomes on record."""

from __future__ import annotations

from datetime import timedelta

from foedus.corroboration.answer import Answer, Asked, contested, contradicted, id_of, silent, supported
from foedus.nouns import FactFinding, Finding, Summit

KINDS = ("summit_outcome",)
_NEAR = timedelta(days=60)
_ANY = {"outcom", "result", "arrang", "agreem", "decisi", "docume", "progre", "breakt"}
"""Stems of words for any outcome at all."""
_EMPTY = {"no", "new", "any", "concre", "not", "a", "the", "of"}


def compare(finding: Finding, asked: Asked) -> Answer:
    """The summits of the organisation within sixty days before the text: what they are recorded to have brought."""
    assert isinstance(finding, FactFinding)
    of = {id_of(finding.subject), id_of(finding.object)} - {None}
    summits = [s for s in asked.shelf.summits if (s.of in of or not of) and _near(s, asked)]
    if not summits:
        return silent("the record holds no summit there just before the text")
    outcomes = [o for s in summits for o in s.outcomes]
    brought = [o.what for o in outcomes if o.kind != "none"]
    what = "; ".join(brought)
    if finding.status != "none":
        return supported(summits, what) if brought else silent("the record knows of no outcome of it")
    denied = _stems(finding.value or finding.quote) - _EMPTY
    same = [w for w in brought if _stems(w) & denied]
    if same or (brought and denied <= _ANY):
        nothing = any(o.kind == "none" for o in outcomes)
        said = f"other sources: {'; '.join(same or brought)}"
        return contested(summits, said) if nothing else contradicted(summits, said)
    return supported(summits, f"none among what it is recorded to have brought: {what}" if what else "")


def _near(summit: Summit, asked: Asked) -> bool:
    return summit.on.first - timedelta(days=1) <= asked.day.last and asked.day.first - summit.on.last <= _NEAR


def _stems(words: str) -> set[str]:
    letters = "".join(c if c.isalpha() else " " for c in words.casefold())
    return {word[:6].removesuffix("s") for word in letters.split() if len(word) > 1}

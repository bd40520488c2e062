"""Summit outcomes: what the text says came of a summit, against the outcomes on record."""

from __future__ import annotations

from datetime import timedelta

from foedus.corroboration.answer import Answer, Asked, contested, contradicted, id_of, silent, supported
from foedus.nouns import FactFinding, Finding, Summit

KINDS = ("summit_outcome",)
_NEAR = timedelta(days=60)


def compare(finding: Finding, asked: Asked) -> Answer:
    """The summits of the organisation within sixty days before the text: what they are recorded to have brought."""
    assert isinstance(finding, FactFinding)
    of = {id_of(finding.subject), id_of(finding.object)} - {None}
    summits = [s for s in asked.shelf.summits if (s.of in of or not of) and _near(s, asked)]
    if not summits:
        return silent("the record holds no summit there just before the text")
    brought = [o.what for s in summits for o in s.outcomes if o.kind != "none"]
    nothing = any(o.kind == "none" for s in summits for o in s.outcomes)
    what = "; ".join(brought)
    if finding.status != "none":
        return supported(summits, what) if brought else contradicted(summits, "the record knows of no outcome")
    if brought:
        return contested(summits, f"one source says none, others: {what}") if nothing else contradicted(summits, what)
    return supported(summits, "no outcome is recorded")


def _near(summit: Summit, asked: Asked) -> bool:
    return summit.on.first - timedelta(days=1) <= asked.day.last and asked.day.first - summit.on.last <= _NEAR

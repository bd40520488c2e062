"""Statements: the record answers what was said through the findings inside the words that were said."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.corroboration import allegation, base, deed, membership, office
from foedus.corroboration.answer import Answer, Asked, silent
from foedus.nouns import Finding, Span, Statement

KINDS = ("statement", "denial", "frame")
_INNER = {kind: module.compare for module in (membership, office, base, deed, allegation) for kind in module.KINDS}


def compare(finding: Finding, asked: Asked) -> Answer:
    """Contradicted if one thing said is, else supported if one is; silent where the record answers nothing in it."""
    spans = finding.content if isinstance(finding, Statement) else (finding.span,)
    answers = [_INNER[inner.kind](inner, asked) for inner in _inside(spans, asked)]
    for word in ("contradicted", "contested", "supported"):
        found = [a for a in answers if a.record == word]
        if found:
            facts = tuple(dict.fromkeys(fact for a in found for fact in a.facts))
            return Answer(
                record=word, facts=facts, because="; ".join(dict.fromkeys(a.because for a in found if a.because))
            )
    return silent("nothing said in it is on record")


def _inside(spans: tuple[Span, ...], asked: Asked) -> Iterator[Finding]:
    for f in asked.findings:
        if f.kind in _INNER and any(start <= f.span[0] and f.span[1] <= end + 1 for start, end in spans):
            yield f

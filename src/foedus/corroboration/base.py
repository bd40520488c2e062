"""Bases: whose name they carry, who mans them, where they stand."""

from __future__ import annotations

from foedus.corroboration.answer import Answer, Asked, id_of, silent, supported
from foedus.nouns import Base, FactFinding, Finding

KINDS = ("base",)


def compare(finding: Finding, asked: Asked) -> Answer:
    """Supported where the record has a base of that party, or in that country, then."""
    assert isinstance(finding, FactFinding)
    named = {id for id in (id_of(finding.subject), id_of(finding.object)) if id}
    then = [b for b in asked.shelf.bases if asked.during((b.from_, b.until), finding.when) is not False]
    found = [b for b in then if named and named <= _parties(b)]
    if not found:
        return silent("the record holds no base of these parties then")
    return supported(found, "; ".join(sorted({f"{b.name}: {_said(b)}" for b in found})))


def _parties(base: Base) -> set[str]:
    return {
        id for id in (base.of, base.host, base.owner_by_law, base.flag_by_name, base.manned_by, base.supplied_by) if id
    }


def _said(base: Base) -> str:
    parts = {"by law": base.owner_by_law, "by name": base.flag_by_name, "manned by": base.manned_by}
    return ", ".join(f"{what} {who}" for what, who in parts.items() if who)

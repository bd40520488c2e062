"""Memberships: who the text says belongs, against who belonged on that day."""

from __future__ import annotations

from foedus.corroboration.answer import Answer, Asked, contradicted, id_of, silent, supported, turned
from foedus.nouns import FactFinding, Finding, Membership

KINDS = ("membership",)
_HELD = {
    "": "member",
    "joins": "member",
    "freezes": "suspended",
    "suspends": "suspended",
    "applies": "mooted",
    "leaves": "former",
}
_UNDONE = ("negated", "refused", "failed", "denied")


def compare(finding: Finding, asked: Asked) -> Answer:
    """Supported where the record has the state in that standing then; contradicted where it has it in another or none."""
    assert isinstance(finding, FactFinding)
    state, of = id_of(finding.subject), id_of(finding.object)
    if state is None or of is None:
        return silent("the text names a party that the record does not know")
    if finding.status == "required":
        return _required(state, of, asked)
    if of not in asked.covered:
        return silent(f"the record does not hold the members of {of}")
    rows = [m for m in asked.shelf.memberships if m.of == of and m.state == state]
    answer = _standing(finding, rows, asked)
    return turned(answer) if finding.polarity in _UNDONE else answer


def _standing(finding: FactFinding, rows: list[Membership], asked: Asked) -> Answer:
    told = _HELD.get(finding.status, finding.status)
    now = [m for m in rows if asked.during((m.from_, m.until), finding.when) is not False]
    if told == "former":
        left = [m for m in rows if m.status == "former" or m.until]
        return supported(left) if left else contradicted(now, "the record knows of no exit")
    if same := [m for m in now if m.status == told]:
        return supported(same)
    if told == "suspended" and any(m.note for m in now):
        return supported([m for m in now if m.note], "; ".join(m.note for m in now if m.note))
    if told == "mooted":
        return (
            silent("who is mooted is seldom recorded") if not now else contradicted(now, f"it was {now[0].status} then")
        )
    if now:
        return contradicted(now, f"it was {now[0].status} then, not {told}")
    return contradicted(rows, "the record has it in no standing there then")


def _required(needed: str, of: str, asked: Asked) -> Answer:
    """Is membership of one needed for membership of the other? One member of the other alone contradicts it."""
    if not {needed, of} <= asked.covered:
        return silent("the record does not hold the members of both")
    in_needed, in_of = (_members(asked, id) for id in (needed, of))
    without = [m for state, m in in_of.items() if state not in in_needed]
    if without:
        states = ", ".join(sorted(m.state for m in without))
        return contradicted(without, f"{len(without)} of {len(in_of)} members of {of} are not in {needed}: {states}")
    return silent(f"all {len(in_of)} members of {of} are in {needed}, which proves no rule")


def _members(asked: Asked, of: str) -> dict[str, Membership]:
    rows = (m for m in asked.shelf.memberships if m.of == of and m.status == "member")
    return {m.state: m for m in rows if asked.during((m.from_, m.until), None)}

"""What is taken to hold where ATOP codes that there is a condition but not which: named, few, and shown as such.

Every rate is also given with none of these (unknown counted as not due) and with all unknown counted as due.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from foedus.datasets.atop import Pledge
from foedus.nouns import Wording
from foedus.when import Known, When

Allied = Callable[[When, int], frozenset[int]]
"""The states that were in an alliance of active help on a day, other than the alliance of that number."""


class Doubt(NamedTuple):
    """A condition that the codes leave open: the wording, the pledge behind it, the creditor and its adversaries."""

    wording: Wording
    pledge: Pledge
    creditor: int
    adversaries: frozenset[int]
    allied: Allied

    @property
    def named_met(self) -> bool:
        """Whether the text names its adversaries and one of them is there."""
        term = self.wording.adversaries
        named = term.value if term and isinstance(term.value, tuple) else ()
        return any(str(state) in named for state in self.adversaries)


def presumed(condition: str, doubt: Doubt) -> Known:
    """The presumption for an open condition; None where there is none."""
    rule = PRESUMPTIONS.get(condition)
    return rule(doubt) if rule else None


def place(doubt: Doubt) -> Known:
    """The place is the one meant if a named adversary is met. Else defence is taken to cover the creditor's own part
    of the world, neutrality any place, and offence stays open."""
    if doubt.named_met or doubt.wording.kind == "neutrality":
        return True
    near = any(region(state) == region(doubt.creditor) for state in doubt.adversaries)
    return True if doubt.wording.kind in ("defence", "consultation") and near else None


def adversary(doubt: Doubt) -> Known:
    """Unnamed adversaries. A regional threat: states of the creditor's part of the world. Another alliance as the threat:
    states that were in an alliance of active help when this one was signed. Else open."""
    if doubt.pledge.threat in (2, 3):
        return any(region(state) == region(doubt.creditor) for state in doubt.adversaries)
    if doubt.pledge.threat == 6:
        return bool(doubt.adversaries & doubt.allied(doubt.pledge.entry, doubt.pledge.alliance))
    return None


def number(doubt: Doubt) -> Known:
    """Help is taken to be owed against two or more states, neutrality in a fight with one; met by a named adversary."""
    many = len(doubt.adversaries) >= 2
    return doubt.named_met or (not many if doubt.wording.kind == "neutrality" else many)


def granted(doubt: Doubt) -> Known:
    """Demands, and conditions that no column names, are taken to be met; so are dates known only by the month."""
    return True


PRESUMPTIONS: dict[str, Callable[[Doubt], Known]] = {
    "territory": place,
    "adversary": adversary,
    "number_of_adversaries": number,
    "untold": granted,
    "creditor_is_party": granted,
    "in_force": granted,
    "ongoing_war": granted,
}


def region(state: int) -> int:
    """The part of the world of a state, as COW numbers them: 2-199 Americas, 200-399 Europe, 400-599 Africa,
    600-699 Middle East and North Africa, 700-899 Asia, from 900 Oceania."""
    return state // 200 if state < 600 else 3 + (state >= 700) + (state >= 900)

"""A call: one promise of one debtor to one creditor in one war, whether it came due, and what the debtor did."""

from __future__ import annotations

from datetime import date
from typing import Literal

from foedus.nouns import Noun, ObligationKind, Reason
from foedus.when import Known

Deed = Literal["fought beside", "fought too late", "fought against", "stayed out"]
COUNTED: tuple[ObligationKind, ...] = ("defence", "offence", "neutrality", "nonaggression")
"""The kinds whose keeping a list of wars can show. Consultation leaves no trace in it."""


class Call(Noun, frozen=True, kw_only=True):
    """One promise of one debtor to one creditor in one war. States are COW numbers.

    `owed` is what the codes alone decide, `presumed` what our presumptions make of it; `presumptions` tells it for each
    of the `reasons`.
    """

    war: int
    alliance: int
    wording: str
    kind: ObligationKind
    debtor: int
    creditor: int
    on: date
    owed: Known
    presumed: Known
    did: Deed
    kept: bool
    reasons: tuple[Reason, ...]
    presumptions: tuple[Known, ...]

"""What a crisis asked of whom, why, and what became of it: answers, never stored by hand."""

from __future__ import annotations

from typing import Literal

from foedus.nouns.noun import Noun
from foedus.when import Known, When

VerdictWord = Literal[
    "kept",
    "partly_kept",
    "not_kept",
    "answered",
    "waived",
    "not_due",
    "overtaken",
    "pending",
    "disputed",
    "unknown",
]


class Reason(Noun, frozen=True, kw_only=True):
    """One condition of a wording, whether it held, why, and on what basis."""

    condition: str
    holds: Known
    because: str
    basis: str
    source: str = ""


class Duty(Noun, frozen=True, kw_only=True):
    """Whether `debtor` owed `creditor` something under one wording; None is unknown. Debtor null: no party at all."""

    alliance: str
    treaty: str
    article: str
    wording: str
    kind: str
    debtor: str | None
    creditor: str | None
    owed: Known
    performance: str
    who_decides: str
    reasons: tuple[Reason, ...]
    contested_by: tuple[str, ...] = ()
    coded_by: str = "foedus"


class Due(Noun, frozen=True, kw_only=True):
    """The answer of `foedus due`."""

    duties: tuple[Duty, ...]
    not_owed: tuple[Duty, ...]
    restraints: tuple[Duty, ...]
    lawful: tuple[str, ...]


class Entry(Noun, frozen=True, kw_only=True):
    """One line of the ledger: a duty in a recorded crisis under one reading, and the verdict on it."""

    crisis: str
    on: When | None
    alliance: str
    article: str
    wording: str
    kind: str
    debtor: str | None
    creditor: str | None
    owed: Known
    verdict: VerdictWord
    reason: str
    reading: str
    evidence: tuple[str, ...]

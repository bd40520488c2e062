"""The ledger of a dossier told by crisis: one line each, with what became of the duties under each article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from foedus.dossier.page import Link
from foedus.dossier.rows import Row

TELLING = ("not_kept", "partly_kept", "kept", "answered", "overtaken", "pending", "disputed")
"""Verdicts that tell of something done or not done, the gravest first."""


class Told(msgspec.Struct, frozen=True):
    """A crisis in the ledger: its day, id and name, and the distinct duties by article and verdict."""

    on: str
    crisis: str
    name: str
    verdicts: dict[str, Counter[str]]

    @property
    def anchor(self) -> str:
        """Where its tables begin on the page of crises."""
        return f"crisis_{self.crisis}"

    @property
    def words(self) -> str:
        """`Article 4: 5 not kept; Article 2: 5 kept`."""
        return "; ".join(f"Article {article}: {_counted(counts)}" for article, counts in sorted(self.verdicts.items()))

    def link(self, page: str = "") -> Link:
        """The crisis' name, leading to its tables."""
        return Link(self.name, f"{page}#{self.anchor}")

    def tells(self) -> bool:
        """Whether anything was kept, not kept, answered ... and not only unknown, waived or not due."""
        return any(word in TELLING for counts in self.verdicts.values() for word in counts)


def by_crisis(rows: Iterable[Row]) -> list[Told]:
    """The rows of the view `ledger`, a line a crisis, by day; a duty that two accounts tell alike counts once."""
    found: dict[str, Told] = {}
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        one = found.setdefault(row["crisis"], Told(row["on"] or "", row["crisis"], row["name"], {}))
        for debtor in (row["debtors"] or "nobody").split(", "):
            duty = (row["crisis"], row["article"], debtor, row["creditor"] or "", row["verdict"])
            if duty not in seen:
                seen.add(duty)
                one.verdicts.setdefault(row["article"], Counter())[row["verdict"]] += 1
    return list(found.values())


Duty = tuple[str, str, str, str, str]
"""Crisis, article, kind, debtor, creditor: a duty counts once, however many accounts of its crisis there are."""


def came_due(rows: Iterable[Row]) -> tuple[dict[Duty, set[str]], dict[Duty, set[str]]]:
    """The duties that came due by some account, and the others that may have, each with its verdicts there."""
    owed: dict[bool | None, dict[Duty, set[str]]] = {True: {}, None: {}, False: {}}
    for row in rows:
        for debtor in (row["debtors"] or "").split(", "):
            duty = (row["crisis"], row["article"], row["kind"], debtor, row["creditor"] or "")
            owed[row["owed"]].setdefault(duty, set()).add(row["verdict"])
    return owed[True], {duty: verdicts for duty, verdicts in owed[None].items() if duty not in owed[True]}


def _counted(counts: Counter[str]) -> str:
    ranks = {word: rank for rank, word in enumerate(TELLING)}
    ordered = sorted(counts.items(), key=lambda item: (ranks.get(item[0], len(ranks)), -item[1]))
    return ", ".join(f"{count} {word.replace('_', ' ')}" for word, count in ordered)

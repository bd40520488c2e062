"""What was promised: each wording, dated, with the fields that a duty turns on."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from foedus.dossier.page import Block, Page, Subject, Text
from foedus.dossier.rows import Row, for_alliance, shown

ORDER = 20
_PROMISED = {
    "article": "article",
    "kind": "kind",
    "modality": "modality",
    "stood": "when",
    "performance": "what is owed",
    "who_decides": "who decides",
    "discharge": "least act that keeps it",
}
_CONDITIONS = {
    "article": "article",
    "since": "from",
    "trigger": "comes due on",
    "territory": "where",
    "on_request": "on request",
    "attack_by_party_counts": "attack by a party counts",
    "trigger_basis": "basis of the trigger",
}
_TEXTS = {"article": "article", "since": "from", "language": "language", "text": "text", "note": "note"}
_REASONS = {"treaty": "treaty", "article": "article", "from": "from", "because": "why"}


def page(subject: Subject) -> Page:
    """Every wording of the alliance's treaties."""
    rows = for_alliance("promises", subject)
    wordings = [_wording(list(periods)) for _, periods in itertools.groupby(rows, key=lambda row: row["fact"])]
    reasons = [row for row in rows if row["because"]]
    silent = Text("A condition left empty is one that the text does not set: it is then no condition.")
    lead = f"{len(wordings)} wordings: what each obliges to, since when, and on which conditions."
    return Page(
        "promises",
        "What was promised",
        lead,
        (
            *_tables(wordings, "wordings", "what is owed, and who decides", _PROMISED),
            silent,
            *_tables(wordings, "conditions", "on which conditions", _CONDITIONS),
            shown("periods", "Why a wording did not stand in full force", reasons, _REASONS),
            *_tables(wordings, "texts", "the texts", _TEXTS),
        ),
    )


def _tables(wordings: list[Row], id: str, about: str, columns: dict[str, str]) -> Iterator[Block]:
    """One table a treaty."""
    by_treaty: dict[str, list[Row]] = {}
    for row in wordings:
        by_treaty.setdefault(row["treaty"], []).append(row)
    for number, (treaty, rows) in enumerate(by_treaty.items(), 1):
        yield shown(f"{id}_{number}", f"{treaty}: {about}", rows, columns)


def _wording(periods: list[Row]) -> Row:
    """One wording with its periods in words: `in force from 1994-04-20 until 1999-04-20; provisional until ...`."""
    stood = "; ".join(map(_period, periods))
    first = periods[0]
    return first | {"stood": stood, "since": first["from"], "discharge": first["discharge"].replace("_", " ")}


def _period(row: Row) -> str:
    end = f" until {row['until']}" if row["until"] else ""
    return f"{row['status']} from {row['from'] or 'its beginning'}{end}"

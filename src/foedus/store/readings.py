"""Kept readings as tables: documents, and findings with their parties in columns and the whole finding as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from foedus.nouns import Document, Finding, Interval, Named, ReadingResult, to_builtins
from foedus.store.tables import Table, tables

_PARTIES = ("speaker", "accused", "actor", "target", "subject", "object", "by", "attributed_to")
_WORDS = ("mode", "act", "polarity", "cue_polarity", "status", "title", "value", "of", "evidence")
COLUMNS = {
    "id": "VARCHAR",
    "document": "VARCHAR",
    "kind": "VARCHAR",
    "rule": "VARCHAR",
    "start": "BIGINT",
    "stop": "BIGINT",
    "quote": "VARCHAR",
    **{column: "VARCHAR" for party in _PARTIES for column in (party, f"{party}_id")},
    **dict.fromkeys(_WORDS, "VARCHAR"),
    "threats": "VARCHAR[]",
    "when_from": "DATE",
    "when_to": "DATE",
    "when_precision": "VARCHAR",
    "finding": "JSON",
}


def reading_tables(results: Iterable[ReadingResult]) -> dict[str, Table]:
    """The tables `documents` and `findings`."""
    results = list(results)
    made = tables("documents", Document, [result.document for result in results])
    rows = [_row(result.document.id, finding) for result in results for finding in result.findings]
    return made | {"findings": Table(COLUMNS, rows)}


def _row(document: str, f: Finding) -> dict[str, Any]:
    row: dict[str, Any] = {"id": f.id, "document": document, "kind": f.kind, "rule": f.rule, "quote": f.quote}
    row |= {"start": f.span[0], "stop": f.span[1], "finding": msgspec.json.encode(to_builtins(f)).decode()}
    for party in _PARTIES:
        named = getattr(f, party, None)
        if isinstance(named, Named):
            row |= {party: named.name, f"{party}_id": named.id}
    row |= {word: value for word in _WORDS if isinstance(value := getattr(f, word, None), str)}
    row["threats"] = list(getattr(f, "threats", ()))
    when = getattr(f, "when", None)
    if isinstance(when, Interval):
        first = str(when.from_.first) if when.from_ else None
        row |= {"when_from": first, "when_to": str(when.to.last) if when.to else None, "when_precision": when.precision}
    return row

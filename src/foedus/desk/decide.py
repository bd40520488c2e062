"""Accept, reject, undo. An acceptance is one new file, an undo removes it; nothing is ever edited."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from foedus.desk.kept import find, write_whole
from foedus.desk.proposals import proposal
from foedus.nouns import Document, Finding, FoedusError, decode_hook
from foedus.settings import Settings
from foedus.shelf import TABLES


def accept(settings: Settings, finding: str, by: str, more: Mapping[str, str] | None = None) -> Path:
    """Write record/accepted/<finding>.toml: the fact, its evidence, who accepted it and when; the path.

    `more` fills the fields that the words do not tell. FoedusError outside a workspace, for an unknown finding, for one
    accepted already, and for a fact that lacks a field (named, with the way to give it).
    """
    folder = _accepted(settings)
    path = folder / f"{finding}.toml"
    if path.exists():
        raise FoedusError(f"{finding} is accepted already: {path} (foedus accept --undo {finding} takes it back)")
    document, found = find(settings.home, finding)
    table, row = proposal(found, document)
    row = {"id": f"accepted_{finding}"} | row | dict(more or {})
    _complete(table, row, finding)
    text = _toml(by, table, row, _source(document, finding), _evidence(row["id"], found, finding))
    write_whole(path, text)
    return path


def undo(settings: Settings, finding: str) -> Path:
    """Remove the file of an acceptance; the path that was."""
    path = _accepted(settings) / f"{finding}.toml"
    if not path.exists():
        raise FoedusError(f"{finding} is not accepted: there is no {path}")
    path.unlink()
    return path


def reject(settings: Settings, finding: str, by: str) -> Path:
    """Note in readings/decisions.jsonl that a person rejected the finding; the path of that file."""
    _accepted(settings)
    find(settings.home, finding)
    path = settings.home / "readings" / "decisions.jsonl"
    row = {"finding": finding, "decision": "rejected", "by": by, "at": _now()}
    with path.open("a", encoding="utf8") as file:
        file.write(json.dumps(row) + "\n")
    return path


def _accepted(settings: Settings) -> Path:
    if settings.workspace is None:
        raise FoedusError("there is no workspace here to accept into; make one first: foedus init")
    return settings.workspace / "record" / "accepted"


def _complete(table: str, row: dict[str, Any], finding: str) -> None:
    """Stop where the fact would not stand on the shelf, with what it lacks."""
    try:
        msgspec.convert(row, TABLES[table], dec_hook=decode_hook)
    except (msgspec.ValidationError, ValueError) as error:
        lacking = f"{error}. Give it: foedus accept {finding} --set FIELD=VALUE"
        raise FoedusError(f"{finding} as one of the {table}: {lacking}") from None


def _source(document: Document, finding: str) -> dict[str, Any]:
    row = {
        "id": f"text_{finding}",
        "title": document.title or document.id,
        "kind": "press",
        "author": document.author,
        "publisher": document.publisher,
        "coverage": f"document {document.id}",
        "licence": "quotation",
    }
    return row | ({"published": str(document.date)} if document.date else {})


def _evidence(fact: str, found: Finding, finding: str) -> dict[str, Any]:
    start, end = found.span
    today = datetime.date.today().isoformat()
    locator = f"characters {start} to {end}"
    return {"fact": fact, "source": f"text_{finding}", "locator": locator, "quote": found.quote, "seen": today}


def _toml(by: str, table: str, row: dict[str, Any], source: dict[str, Any], evidence: dict[str, Any]) -> str:
    """The file's text. JSON's strings are TOML's basic strings, so that each value stands as JSON."""
    lines = [f"accepted_by = {json.dumps(by)}", f"accepted_at = {json.dumps(_now())}"]
    for name, values in ((table, row), ("sources", source), ("evidence", evidence)):
        lines += ["", f"[[{name}]]", *(f"{key} = {_value(value)}" for key, value in values.items())]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    return json.dumps(value).replace("\x7f", "\\u007f")


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")

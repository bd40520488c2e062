"""Accept, reject, undo. An acceptance is one new file, an undo removes it; nothing is ever edited."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from foedus.desk.kept import find, write_whole
from foedus.desk.proposals import proposal
from foedus.nouns import Document, Fact, Finding, FoedusError, decode_hook
from foedus.settings import Settings
from foedus.shelf import TABLES, allowed_words, check, explain, load


def accept(
    settings: Settings, finding: str, by: str, more: Mapping[str, str] | None = None, supports: str | None = None
) -> Path:
    """Write record/accepted/<finding>.toml: the fact, its evidence, who accepted it and when; the path.

    `more` fills the fields that the words do not tell. With `supports`, the words become evidence for that fact of the
    record, and no new one is made. FoedusError outside a workspace, for a finding unknown or accepted already, for a
    fact that lacks a field (each named, with the words it may be), and for one that the record holds already.
    """
    path = _accepted(settings) / f"{finding}.toml"
    if path.exists():
        raise FoedusError(f"{finding} is accepted already: {path} (foedus accept --undo {finding} takes it back)")
    document, found = find(settings.home, finding)
    tables: list[tuple[str, dict[str, Any]]] = []
    fact = supports or f"accepted_{finding}"
    if not supports:
        table, row = proposal(found, document)
        row = {"id": fact} | row | dict(more or {})
        _complete(table, row, finding)
        tables = [(table, row)]
    tables += [("sources", _source(document, finding)), ("evidence", _evidence(fact, found, finding))]
    text = _toml(by, tables)
    _fits(settings, text, finding)
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
    """Stop where the fact would not stand on the shelf, with all that it lacks."""
    noun = TABLES[table]
    needed = [field.encode_name for field in msgspec.structs.fields(noun) if field.required]
    lacking = [f"{name}{_allowed(noun, name)}" for name in needed if name not in row]
    if lacking:
        give = f"foedus accept {finding} --set FIELD=VALUE"
        raise FoedusError(f"{finding} as one of the {table} lacks {', '.join(lacking)}; give each: {give}")
    try:
        msgspec.convert(row, noun, dec_hook=decode_hook)
    except (msgspec.ValidationError, ValueError) as error:
        raise FoedusError(f"{finding} as one of the {table}: {explain(str(error), noun)}") from None


def _allowed(noun: type[Fact], field: str) -> str:
    words = allowed_words(noun, field)
    return f" ({' | '.join(words)})" if words else ""


def _fits(settings: Settings, text: str, finding: str) -> None:
    """Stop where the record would not be whole with the new file."""
    before = _errors(settings.records)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"{finding}.toml").write_text(text, encoding="utf8")
        new = [what for what in _errors((*settings.records, Path(folder))) if what not in before]
    if new:
        hint = f"if the record holds it already, keep the words as evidence: foedus accept {finding} --supports FACT"
        raise FoedusError(f"{finding} does not fit into the record: {new[0]}; {hint}")


def _errors(folders: tuple[Path, ...]) -> set[str]:
    shelf, problems = load(folders)
    return {problem.what for problem in (*problems, *check(shelf)) if problem.level == "error"}


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


def _toml(by: str, tables: list[tuple[str, dict[str, Any]]]) -> str:
    """The file's text. JSON's strings are TOML's basic strings, so that each value stands as JSON."""
    lines = [f"accepted_by = {json.dumps(by)}", f"accepted_at = {json.dumps(_now())}"]
    for name, values in tables:
        lines += ["", f"[[{name}]]", *(f"{key} = {_value(value)}" for key, value in values.items())]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    return json.dumps(value).replace("\x7f", "\\u007f")


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")

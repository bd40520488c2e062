"""Texts and readings as files: documents/<id>.txt and readings/<id>.json, each written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from foedus.nouns import (
    Allegation,
    Deed,
    Denial,
    Document,
    FactFinding,
    Finding,
    FoedusError,
    ReadingResult,
    Statement,
    View,
    decode_hook,
    to_builtins,
)

SHAPES: dict[str, type[Finding]] = {
    "statement": Statement,
    "deed": Deed,
    "allegation": Allegation,
    "denial": Denial,
    "forecast": View,
    "question": View,
    "judgement": View,
    "frame": View,
}
"""The struct of each kind of finding; every other kind is a FactFinding."""


def keep(home: Path, result: ReadingResult) -> Path:
    """Keep a text and its findings; the path of the reading. A text read again replaces its reading."""
    write_whole(home / "documents" / f"{result.document.id}.txt", result.document.text)
    answer = to_builtins(result)
    del answer["document"]["text"]
    path = home / "readings" / f"{result.document.id}.json"
    write_whole(path, msgspec.json.format(msgspec.json.encode(answer), indent=1).decode())
    return path


def kept(home: Path) -> Iterator[ReadingResult]:
    """Every reading that is kept, by document id, its text with it; FoedusError for a broken file."""
    for path in sorted((home / "readings").glob("*.json")):
        yield _read(home, path)


def find(home: Path, finding: str) -> tuple[Document, Finding]:
    """The finding of that id with its document; FoedusError where no reading holds it."""
    for result in kept(home):
        for one in result.findings:
            if one.id == finding:
                return result.document, one
    raise FoedusError(f"no reading in {home / 'readings'} holds {finding!r}; read the text first: foedus read FILE")


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or, whatever happens, as it was: temporary name, fsync, rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}-{os.getpid()}.unfinished")
    with unfinished.open("w", encoding="utf8", errors="surrogatepass", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def _read(home: Path, path: Path) -> ReadingResult:
    try:
        said = msgspec.json.decode(path.read_bytes())
        text = (home / "documents" / f"{path.stem}.txt").read_bytes().decode("utf8", "surrogatepass")
        document = msgspec.convert(said["document"] | {"text": text}, Document, dec_hook=decode_hook)
        return ReadingResult(document=document, findings=tuple(map(_finding, said["findings"])))
    except (OSError, KeyError, ValueError, TypeError, msgspec.MsgspecError) as error:
        raise FoedusError(f"{path}: no reading that foedus kept ({error}); remove it, read the text again") from None


def _finding(row: dict[str, Any]) -> Finding:
    return msgspec.convert(row, SHAPES.get(row["kind"], FactFinding), dec_hook=decode_hook)

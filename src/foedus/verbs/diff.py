"""What changed between two editions of the record: facts added, removed, changed field by field."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from foedus import shelf as shelf_room
from foedus.nouns import FoedusError, Noun, to_builtins
from foedus.shelf import Shelf

_IN_TREE = "src/foedus/record"


class Change(Noun, frozen=True, kw_only=True):
    """One fact that differs; for a change, the field and both values."""

    change: Literal["added", "removed", "changed"]
    table: str
    fact: str
    field: str = ""
    before: str = ""
    after: str = ""


def diff(a: Path | str, b: Path | str) -> tuple[Change, ...]:
    """Changes from record `a` to record `b`; each a folder of record files or a git revision of this checkout."""
    old, new = _facts(_shelf(str(a))), _facts(_shelf(str(b)))
    return tuple(change for key in sorted({*old, *new}) for change in _changes(key, old.get(key), new.get(key)))


def _changes(key: tuple[str, str], old: dict[str, Any] | None, new: dict[str, Any] | None) -> Iterator[Change]:
    table, fact = key
    if old is None or new is None:
        yield Change(change="added" if old is None else "removed", table=table, fact=fact)
        return
    for field in new:
        if old[field] != new[field]:
            was, now = str(old[field]), str(new[field])
            yield Change(change="changed", table=table, fact=fact, field=field, before=was, after=now)


def _facts(shelf: Shelf) -> dict[tuple[str, str], dict[str, Any]]:
    found = {(table, fact.id): to_builtins(fact) for table, fact in shelf.facts()}
    for id, rows in shelf.evidence_of.items():
        found["evidence", id] = {"rows": to_builtins(rows)}
    return found


def _shelf(where: str) -> Shelf:
    if Path(where).is_dir():
        return shelf_room.read([Path(where)])
    with tempfile.TemporaryDirectory() as folder:
        asked = ["git", "archive", where, _IN_TREE]
        made = subprocess.run(asked, capture_output=True, check=False)
        if made.returncode:
            said = made.stderr.decode(errors="replace").strip()
            raise FoedusError(f"{where!r} is neither a folder nor a git revision with a record: {said}")
        with tarfile.open(fileobj=io.BytesIO(made.stdout)) as tree:
            tree.extractall(folder, filter="data")
        return shelf_room.read([Path(folder) / _IN_TREE])

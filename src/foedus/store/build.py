"""Building the store: beside the old one, then swapped in by one rename, so that no reader meets half a build."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from foedus import desk
from foedus import shelf as shelf_room
from foedus.corroboration import Comparison, comparisons
from foedus.ledger import ledger_of
from foedus.nouns import Entry, Noun
from foedus.settings import Settings
from foedus.shelf import CSV_TABLES, TABLES, Shelf
from foedus.store.data import data_tables
from foedus.store.readings import reading_tables
from foedus.store.tables import Table, tables

if TYPE_CHECKING:
    import duckdb

POINTER = "current"
_CODE = ("nouns", "obligation", "ledger", "desk", "corroboration", "datasets", "reliability", "store")
_STALE_AFTER = 600.0


def connect(settings: Settings) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the store of this workspace, built anew where something that goes in has changed."""
    import duckdb

    path = current(settings) or build(settings)
    return duckdb.connect(str(path), read_only=True)


def current(settings: Settings) -> Path | None:
    """The store that holds exactly what the files say now, or None."""
    folder = settings.store
    try:
        name = (folder / POINTER).read_text(encoding="utf8").strip()
    except OSError:
        return None
    return folder / name if name == _name(settings) and (folder / name).is_file() else None


def build(settings: Settings) -> Path:
    """Write the store and swap the pointer to it; the path of the new store. What stood before stays whole until then."""
    import duckdb

    shelf = shelf_room.read(settings.records)
    folder = settings.store
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _name(settings)
    unfinished = folder / f"{path.stem}-{os.getpid()}.unfinished"
    try:
        with duckdb.connect(str(unfinished)) as con:
            for name, table in _all_tables(shelf, settings):
                _insert(con, name, table)
            con.execute("checkpoint")
        unfinished.replace(path)
    finally:
        for left in (unfinished, unfinished.with_name(f"{unfinished.name}.wal")):
            left.unlink(missing_ok=True)
    _swap(folder, path.name)
    _sweep(folder, keep=path)
    return path


def inputs(settings: Settings) -> Iterator[Path]:
    """Every file that goes into the store: record, accepted facts, readings, data sets, and the code that computes it."""
    for folder in (*settings.records, settings.home / "readings"):
        yield from (path for path in folder.rglob("*") if path.suffix in (".toml", ".csv", ".json", ".jsonl"))
    for where in settings.datasets.values():
        yield from where.rglob("*") if where.is_dir() else [where]
    here = Path(__file__).parents[1]
    for room in _CODE:
        yield from _sources(here / room) if (here / room).is_dir() else [here / room]


def _sources(room: Path) -> Iterator[Path]:
    yield from (path for path in room.rglob("*") if path.suffix in (".py", ".toml"))


def _name(settings: Settings) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in inputs(settings) if path.is_file()):
        digest.update(str(path).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return f"store-{digest.hexdigest()[:20]}.duckdb"


def _all_tables(shelf: Shelf, settings: Settings) -> Iterator[tuple[str, Table]]:
    kinds: dict[str, type[Noun]] = {**TABLES, **CSV_TABLES}
    for name, noun in kinds.items():
        yield from tables(name, noun, getattr(shelf, name)).items()
    results = list(desk.kept(settings.home))
    yield from reading_tables(results).items()
    answers = [answer for result in results for answer in comparisons(result, shelf)]
    yield from tables("comparisons", Comparison, answers).items()
    yield from tables("ledger", Entry, ledger_of(shelf)).items()
    yield from data_tables(shelf, settings)
    edition = {"version": shelf.edition.version, "date": str(shelf.edition.date)}
    yield "edition", Table({"version": "VARCHAR", "date": "DATE"}, [edition])


def _insert(con: duckdb.DuckDBPyConnection, name: str, table: Table) -> None:
    """Create the table and fill it through a file of JSON lines, which DuckDB reads at once."""
    columns = ", ".join(f'"{column}" {type}' for column, type in table.columns.items())
    con.execute(f'create table "{name}" ({columns})')
    if not table.rows:
        return
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(b"\n".join(map(msgspec.json.encode, table.rows)))
        file.flush()
        types = ", ".join(f"'{column}': '{type}'" for column, type in table.columns.items())
        read = f"read_json('{file.name}', format = 'newline_delimited', columns = {{{types}}})"
        con.execute(f'insert into "{name}" select * from {read}')


def _swap(folder: Path, name: str) -> None:
    pointer = folder / f"{POINTER}-{os.getpid()}.unfinished"
    with pointer.open("w", encoding="utf8") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())
    pointer.replace(folder / POINTER)


def _sweep(folder: Path, keep: Path) -> None:
    """Remove older stores and what builds that were killed left behind; one still open elsewhere stays readable."""
    for path in _leftovers(folder, keep):
        try:
            path.unlink()
        except OSError:
            continue


def _leftovers(folder: Path, keep: Path) -> Iterable[Path]:
    yield from (path for path in folder.glob("store-*.duckdb") if path != keep)
    before = time.time() - _STALE_AFTER
    yield from (path for path in folder.glob("*.unfinished*") if path.stat().st_mtime < before)

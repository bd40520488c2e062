"""A data set's files into DuckDB tables, checked: what is not as its sheet says stops with the file and the name."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from foedus.datasets.dataset import Column, Dataset, Table, dataset, names
from foedus.datasets.rows import Rows, quoted
from foedus.nouns import FoedusError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

WHOLE = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"}


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """A table as it was read: `rows` of the file at `path`; `published` is the number that the publisher's file has."""

    dataset: str
    table: str
    path: str
    sha256: str
    rows: int
    published: int | None

    @property
    def as_published(self) -> bool:
        """Whether the file has as many rows as its publisher's."""
        return self.published in (None, self.rows)


def load(
    connection: DuckDBPyConnection, source: str | Dataset, path: Path | str, tables: Iterable[str] = ()
) -> tuple[Loaded, ...]:
    """Read the named tables of a data set (all, if none is named) from a folder or a file.

    Each becomes the temporary table `<table name>` with the sheet's columns and `line`, the line of the file that the
    row stands on. Raise FoedusError for a file that is missing, another version, without rows, with a missing column,
    a cell that is no number, the same key twice, or a spell that ends before it begins.
    """
    sheet = dataset(source) if isinstance(source, str) else source
    asked = [sheet.table(name) for name in tables] or list(sheet.tables)
    folder = Path(path)
    if folder.is_file() and len(asked) > 1:
        raise FoedusError(f"{folder} is one file, and {len(asked)} tables are asked of {sheet.name}: give the folder")
    return tuple(_load_table(connection, sheet, table, _file_of(table, folder, sheet)) for table in asked)


def fallen_short(connection: DuckDBPyConnection, source: str, table: str) -> str:
    """What to tell of a loaded table that has other than its publisher's number of rows; empty where it has them."""
    sheet = dataset(source)
    published = sheet.table(table).rows
    row = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    count = int(row[0]) if row else 0
    if published in (None, count):
        return ""
    return f"{sheet.called(table)}: {table} has {count:,} rows, as published {published:,}: what is missing is not asked"


def _file_of(table: Table, path: Path, sheet: Dataset) -> Path:
    """The file of a table in a folder, or the path itself where it is a file."""
    if path.is_file():
        return path
    if not path.is_dir():
        raise FoedusError(f"{path}: no such folder or file (wanted: {sheet.title}, {' or '.join(table.files)})")
    for pattern in table.files:
        found = sorted(path.glob(pattern))
        if len(found) > 1:
            raise FoedusError(f"{path}: {', '.join(f.name for f in found)} all read as {table.name}: name the file")
        if found:
            return found[0]
    here = ", ".join(sorted(f.name for f in path.iterdir())[:12]) or "nothing"
    raise FoedusError(f"{path}: no {' or '.join(table.files)} here ({sheet.title}); the folder holds {here}")


def _load_table(connection: DuckDBPyConnection, sheet: Dataset, table: Table, path: Path) -> Loaded:
    import duckdb

    rows = Rows(connection, table, path)
    columns = _columns(sheet, table, path, rows.header)
    cells = ", ".join(f'{_cell(header, column)} AS "{name}"' for name, header, column in columns)
    try:
        connection.execute(f'CREATE OR REPLACE TEMP TABLE "{table.name}" AS SELECT {cells}, line FROM ({rows.sql})')
    except (duckdb.ConversionException, duckdb.InvalidInputException) as error:
        raise FoedusError(_bad_cell(connection, columns, rows, path) or _said(path, error)) from None
    finally:
        rows.close()
    count = _checked(connection, table, path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Loaded(dataset=sheet.name, table=table.name, path=str(path), sha256=digest, rows=count, published=table.rows)


def _columns(sheet: Dataset, table: Table, path: Path, header: list[str]) -> list[tuple[str, str, Column]]:
    """Our name, the file's name and the sheet's entry for each column that is read; missing ones are an error."""
    there = {name.strip().lower(): name for name in header}
    found, missing = [], []
    for name, column in table.columns.items():
        wanted = (column.header or name).lower()
        if "#" in wanted:
            shape = re.compile(re.escape(wanted).replace(r"\#", r"\d+"))
            hits = [(plain, as_written) for plain, as_written in there.items() if shape.fullmatch(plain)]
        else:
            hits = [(name, there[wanted])] if wanted in there else []
        found += [(ours, as_written, column) for ours, as_written in hits]
        missing += [] if hits else [column.header or name]
    if missing:
        raise FoedusError(_missing(sheet, table, path, header, missing))
    if table.rest:
        named = {as_written for _, as_written, _ in found}
        found += [(plain, as_written, table.rest) for plain, as_written in there.items() if as_written not in named]
    return found


def _missing(sheet: Dataset, table: Table, path: Path, header: list[str], missing: list[str]) -> str:
    """Say which columns a file lacks, what stands there instead, and which table it looks like."""
    lines = [f"{path}: not the {table.name} table of {sheet.title} {sheet.version}: no column {', '.join(missing)}"]
    for name in missing[:3]:
        near = difflib.get_close_matches(name.lower(), [h.strip().lower() for h in header], n=1)
        lines += [f"  did {near[0]} stand for {name}?"] if near else []
    there = {name.strip().lower() for name in header}
    for other in (dataset(name) for name in names()):
        like = [t.name for t in other.tables if t.name != table.name and _fits(t, there)]
        lines += [f"  the file reads like {', '.join(like)} of {other.title}"] if like else []
    return "\n".join(lines)


def _fits(table: Table, there: set[str]) -> bool:
    return all((column.header or name).lower() in there for name, column in table.columns.items() if "#" not in name)


def _cell(header: str, column: Column) -> str:
    """SQL that reads one cell: whole numbers stay whole ("2.0" is 2, "2.5" is an error), unknown codes become null."""
    raw = '"' + header.replace('"', '""') + '"'
    if column.type in WHOLE:
        read = f"CASE WHEN {raw}::DOUBLE = floor({raw}::DOUBLE) THEN {raw}::DOUBLE::{column.type} "
        read += f"WHEN NOT isnan({raw}::DOUBLE) THEN error('no whole number') END"
    else:
        read = f"{raw}::{column.type}"
    if column.type in ("DOUBLE", "FLOAT"):
        read = f"CASE WHEN NOT isnan({read}) THEN {read} END"
    codes = ", ".join(quoted(code) if isinstance(code, str) else str(code) for code in column.unknown)
    return f"CASE WHEN ({read}) IN ({codes}) THEN NULL ELSE {read} END" if codes else read


def _bad_cell(
    connection: DuckDBPyConnection, columns: list[tuple[str, str, Column]], rows: Rows, path: Path
) -> str | None:
    """Where the first cell stands that could not be read, or None where the trouble is another."""
    for name, header, column in columns:
        raw = '"' + header.replace('"', '""') + '"'
        whole = f" OR TRY_CAST({raw} AS DOUBLE) <> floor(TRY_CAST({raw} AS DOUBLE))" if column.type in WHOLE else ""
        kind = "DOUBLE" if column.type in WHOLE else column.type
        wrong = f"{raw} IS NOT NULL AND (TRY_CAST({raw} AS {kind}) IS NULL{whole})"
        try:
            hit = connection.execute(
                f"SELECT line, {raw} FROM ({rows.sql}) WHERE {wrong} ORDER BY line LIMIT 1"
            ).fetchall()
        except Exception:
            return None
        if hit:
            return f"{path}, line {hit[0][0]}: {name} is {hit[0][1]!r}, no {column.type}"
    return None


def _checked(connection: DuckDBPyConnection, table: Table, path: Path) -> int:
    """The number of rows; an error for none, for another version, for a key that stands twice."""
    count = connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchall()[0][0]
    if not count:
        raise FoedusError(f"{path}: no rows under the header")
    for column, known in table.version.items():
        seen = connection.execute(f'SELECT DISTINCT "{column}"::VARCHAR FROM "{table.name}"').fetchall()
        other = sorted(str(value) for (value,) in seen if value not in known)
        if other:
            raise FoedusError(f"{path}: {column} {', '.join(other)}, and foedus knows {', '.join(known)} of {table.name}")
    _unique(connection, table, path)
    _forward(connection, table, path)
    return int(count)


def _forward(connection: DuckDBPyConnection, table: Table, path: Path) -> None:
    """An error for the first rows that end before they begin: they would count for no year, and nobody would know."""
    if not table.span:
        return
    half = len(table.span) // 2
    first, last = (", ".join(f'"{name}"' for name in names) for names in (table.span[:half], table.span[half:]))
    sql = f'SELECT line, [{first}]::VARCHAR[], [{last}]::VARCHAR[] FROM "{table.name}"'
    wrong = connection.execute(f"{sql} WHERE row({last}) < row({first}) ORDER BY line LIMIT 5").fetchall()
    if wrong:
        shown = "; ".join(f"line {line}: from {'-'.join(since)} to {'-'.join(until)}" for line, since, until in wrong)
        raise FoedusError(f"{path}: {table.name} that ends before it begins: {shown}")


def _unique(connection: DuckDBPyConnection, table: Table, path: Path) -> None:
    if not table.key:
        return
    key = ", ".join(f'"{name}"' for name in table.key)
    sql = f'SELECT {key}, list(line ORDER BY line) FROM "{table.name}" GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL'
    twice = connection.execute(f"{sql} LIMIT 5").fetchall()
    if twice:
        shown = (
            ", ".join(f"{name} {value}" for name, value in zip(table.key, row, strict=False))
            + f" (lines {', '.join(map(str, row[-1]))})"
            for row in twice
        )
        raise FoedusError(f"{path}: the same key twice: {'; '.join(shown)}")


def _said(path: Path, error: Exception) -> str:
    """DuckDB's words on a file that is no table: the line, and what is wrong with it."""
    text = str(error)
    line = re.search(r"CSV Error on Line: (\d+)", text)
    what = re.search(r"^(Expected Number of Columns.*|Value with unterminated quote.*|.*too many.*)$", text, re.MULTILINE)
    where = f"{path}, line {line[1]}" if line else str(path)
    return f"{where}: {what[1] if what else ' '.join(text.splitlines()[:2])}"

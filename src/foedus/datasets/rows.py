"""The rows of one file, of whatever kind it is (CSV, Parquet, Stata), as SQL that DuckDB runs."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.datasets.dataset import Table
from foedus.nouns import FoedusError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from pandas import DataFrame


class Rows:
    """The rows of a file as SQL with a `line` column; a Stata file is registered for as long as it is read."""

    def __init__(self, connection: DuckDBPyConnection, table: Table, path: Path) -> None:
        self.connection, self.registered = connection, False
        file = quoted(str(path))
        if path.suffix == ".parquet":
            source = f"read_parquet({file}, file_row_number = true)"
            self.sql = f"SELECT *, file_row_number + 1 AS line FROM {source}"
            self.header = [row[0] for row in connection.execute(f"DESCRIBE FROM read_parquet({file})").fetchall()]
        elif path.suffix.lower() == ".dta":
            frame = _stata(path)
            self.header, self.registered = list(frame.columns), True
            connection.register("stata_file", frame.assign(line=range(1, len(frame) + 1)))
            self.sql = "SELECT * FROM stata_file"
        else:
            self.header = _csv_header(path, table.encoding)
            names = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in self.header)
            self.sql = (
                f"SELECT *, row_number() OVER () + 1 AS line FROM read_csv({file}, columns = {{{names}}}, "
                f"auto_detect = false, delim = ',', quote = '\"', escape = '\"', header = true, parallel = false, "
                f"encoding = '{table.encoding}', nullstr = ['', 'NA'], new_line = '{_new_line(path)}')"
            )

    def close(self) -> None:
        if self.registered:
            self.connection.unregister("stata_file")


def _stata(path: Path) -> DataFrame:
    """A Stata file as a frame; a FoedusError for one that is none."""
    import struct

    import pandas

    try:
        return pandas.read_stata(path, convert_categoricals=False)
    except (ValueError, KeyError, struct.error) as error:
        raise FoedusError(f"{path}: no Stata file that can be read ({str(error).partition('. ')[0]})") from None


def _new_line(path: Path) -> str:
    """How the file ends its lines: some COW files still do it the way of the old Macintosh."""
    with path.open("rb") as file:
        start = file.read(1 << 16)
    return "\\r\\n" if b"\r\n" in start else "\\n" if b"\n" in start else "\\r"


def _csv_header(path: Path, encoding: str) -> list[str]:
    try:
        with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline=None) as file:
            header = next(csv.reader([file.readline()]), [])
    except UnicodeDecodeError as error:
        raise FoedusError(f"{path}: no {encoding} text at byte {error.start}") from None
    if not header:
        raise FoedusError(f"{path}: the file is empty")
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise FoedusError(f"{path}: the column {', '.join(twice)} stands twice in the header")
    return header


def quoted(name: str) -> str:
    """A text as SQL."""
    return "'" + name.replace("'", "''") + "'"

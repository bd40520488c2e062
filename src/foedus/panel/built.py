"""A panel carried out: its relations in a database in memory, its query, and what can be had from it."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from foedus.datasets import Loaded
from foedus.nouns import FoedusError, Noun
from foedus.panel import codebook
from foedus.panel.report import Joined, report, unmatched_sql

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

    from foedus.panel.plan import Panel

STATA_LABEL = 80
"""The longest label of a variable that Stata takes."""


class Written(Noun, frozen=True, kw_only=True):
    """What was written: the two files, the rows, and what the joins did."""

    table: str
    codebook: str
    rows: int
    joins: tuple[Joined, ...]


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """A built panel. `loaded` are the files that were read; `sql` is the table, over the relations in `connection`."""

    plan: Panel
    connection: DuckDBPyConnection
    loaded: tuple[Loaded, ...]
    sql: str

    def relation(self) -> DuckDBPyRelation:
        """The table, lazily. It lives as long as this panel does."""
        return self.connection.sql(self.sql)

    def arrow(self) -> pyarrow.Table:
        return self.relation().to_arrow_table()

    def pandas(self) -> pandas.DataFrame:
        """The table in pandas, whole numbers as nullable integers."""
        frame: pandas.DataFrame = self.arrow().to_pandas(types_mapper=_nullable)
        return frame

    def polars(self) -> polars.DataFrame:
        try:
            import polars
        except ImportError:
            raise FoedusError("polars is not installed: pip install polars, or take .arrow() or .pandas()") from None
        frame = polars.from_arrow(self.arrow())
        assert isinstance(frame, polars.DataFrame)
        return frame

    def rows(self) -> int:
        """How many rows the table has."""
        counted = f"({self.sql})" if self.plan.conditions else "frame"
        return int(self.connection.execute(f"SELECT count(*) FROM {counted}").fetchall()[0][0])

    def report(self) -> tuple[Joined, ...]:
        """What each join matched and did not."""
        return report(self)

    def unmatched(self, verb: str) -> DuckDBPyRelation:
        """The rows of a verb's source that found no row of the panel."""
        return self.connection.sql(unmatched_sql(self, verb))

    def dropped(self, verb: str) -> DuckDBPyRelation:
        """The rows of a verb's source that were left out, with the rule that did it."""
        for one, part in zip(self.plan.verbs, self.plan.added(), strict=True):
            if one.name == verb and part.dropped:
                return self.connection.sql(f"SELECT * FROM {part.dropped} ORDER BY ALL")
        raise FoedusError(f"{verb} drops nothing")

    def codebook(self) -> str:
        """Column, meaning, source, coverage and citation of everything in the table, as Markdown."""
        return codebook.text(self, self.report())

    def write(self, path: Path | str) -> Written:
        """Write the table as .parquet, .csv or .dta, and the codebook beside it. A table without a row is an error."""
        target = Path(path)
        writers = {".parquet": self._copy, ".csv": self._copy, ".dta": self._stata}
        if target.suffix not in writers:
            raise FoedusError(f"{target}: name it {', '.join(writers)}")
        if not target.parent.is_dir():
            raise FoedusError(f"{target}: no folder {target.parent}")
        if self.plan.conditions and not self.connection.execute(f"FROM ({self.sql}) LIMIT 1").fetchall():
            raise FoedusError(f"no row of the panel meets {' and '.join(self.plan.conditions)}: nothing written")
        with _swapped(target) as new:
            writers[target.suffix](new)
        book = target.with_suffix(".codebook.md")
        with _swapped(book) as new:
            joins = self.report()
            new.write_text(codebook.text(self, joins), encoding="utf8")
        return Written(table=str(target), codebook=str(book), rows=self.rows(), joins=joins)

    def _copy(self, path: Path) -> None:
        options = "FORMAT csv, HEADER" if path.suffix == ".csv" else "FORMAT parquet"
        self.connection.execute(f"COPY ({self.sql}) TO '{str(path).replace(chr(39), chr(39) * 2)}' ({options})")

    def _stata(self, path: Path) -> None:
        """Small integers, dates as such, each variable with its label (cut at Stata's 80 characters)."""
        labels = {column.name: column.meaning[:STATA_LABEL] for column in codebook.columns(self.plan)}
        self.pandas().to_stata(path, write_index=False, variable_labels=labels, version=118)


@contextlib.contextmanager
def _swapped(target: Path) -> Iterator[Path]:
    """A name beside the target that takes its place when all is written: nobody sees half a file."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".foedus-") as folder:
        new = Path(folder) / target.name
        yield new
        new.replace(target)


def _nullable(kind: pyarrow.DataType) -> object:
    import pandas
    import pyarrow

    kinds = {
        pyarrow.int8(): pandas.Int8Dtype(),
        pyarrow.uint8(): pandas.UInt8Dtype(),
        pyarrow.int16(): pandas.Int16Dtype(),
        pyarrow.int32(): pandas.Int32Dtype(),
        pyarrow.int64(): pandas.Int64Dtype(),
    }
    return kinds.get(kind)

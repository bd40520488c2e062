"""What a data set is: a sheet `<name>.toml` beside this file, found by its name. To add a data set, add a sheet."""

from __future__ import annotations

import difflib
from functools import cache
from pathlib import Path

import msgspec

from foedus.nouns import FoedusError

SHEETS = Path(__file__).parent


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a data set's sheet."""


class Coverage(Sheet, frozen=True, kw_only=True):
    """The years, both included, for which a source's silence means "no". Outside them nothing is known."""

    first: int
    last: int


class Column(Sheet, frozen=True, kw_only=True):
    """A column we read. `header` is its name in the file where ours differs; codes in `unknown` become null."""

    type: str
    meaning: str = ""
    header: str = ""
    unknown: tuple[int | str, ...] = ()


class Table(Sheet, frozen=True, kw_only=True):
    """One file of a data set, read as the relation `name`.

    `files` are the file names it goes by (globs, first match wins). A `#` in a column's name stands for a number
    (`mem#` is mem1, mem2, ...); `rest` types every column that is not named. `key` is unique in the file, as
    published. `span` names the columns of a first and of a last day, in two halves of one shape: no row may end before it
    begins. `version` gives, for a column that tells the version, the values we know. `rows` as published.
    `title`, `edition` and `citation` where they are not the data set's.
    """

    name: str
    files: tuple[str, ...]
    columns: dict[str, Column]
    rest: Column | None = None
    key: tuple[str, ...] = ()
    span: tuple[str, ...] = ()
    version: dict[str, tuple[str, ...]] = {}
    rows: int | None = None
    coverage: Coverage | None = None
    encoding: str = "utf-8"
    title: str = ""
    edition: str = ""
    citation: str = ""


class Dataset(Sheet, frozen=True, kw_only=True):
    """An outside data set. `citation` is BibTeX; `licence` says what may be done with the files."""

    name: str
    title: str
    version: str
    licence: str
    url: str
    citation: str
    coverage: Coverage
    tables: tuple[Table, ...]
    note: str = ""

    def table(self, name: str) -> Table:
        """The table of that name; a FoedusError names the tables that there are."""
        for table in self.tables:
            if table.name == name:
                return table
        raise FoedusError(f"data set {self.name} has no table {name!r}: {', '.join(t.name for t in self.tables)}")

    def called(self, table: str) -> str:
        """Title and version of a table: its own where its sheet says so, else the data set's."""
        own = self.table(table)
        return f"{own.title or self.title} {own.edition or self.version}"

    def cited(self, table: str) -> str:
        """The citation of a table, in BibTeX."""
        return self.table(table).citation or self.citation

    def covers(self, table: str) -> Coverage:
        """The years that a table covers: its own where its sheet says so, else the data set's."""
        return self.table(table).coverage or self.coverage


@cache
def names() -> tuple[str, ...]:
    """The data sets that foedus can read, in order of name."""
    return tuple(sorted(sheet.stem for sheet in SHEETS.glob("*.toml")))


@cache
def dataset(name: str) -> Dataset:
    """The data set of that name, as its sheet describes it."""
    if name not in names():
        near = difflib.get_close_matches(name, names(), n=1)
        hint = f" did you mean {near[0]}?" if near else f" known: {', '.join(names())}"
        raise FoedusError(f"no data set {name!r};{hint}")
    sheet = SHEETS / f"{name}.toml"
    try:
        return msgspec.toml.decode(sheet.read_bytes(), type=Dataset)
    except msgspec.MsgspecError as error:
        raise FoedusError(f"{sheet}: {error}") from None

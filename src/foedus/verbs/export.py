"""A view's answer as a file, with a codebook beside it that says what it is, what its columns mean and whom to cite."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from foedus import store
from foedus.datasets import dataset
from foedus.nouns import FoedusError, Noun
from foedus.reliability.crises import lists
from foedus.settings import Settings
from foedus.shelf import Shelf
from foedus.store import ViewFile
from foedus.verbs import opened

FORMATS = {".csv": "format csv, header", ".parquet": "format parquet"}


class Exported(Noun, frozen=True, kw_only=True):
    """What was written: the file, its codebook, how many rows."""

    path: str
    codebook: str
    rows: int


def export(
    name: str,
    path: Path | str,
    given: Mapping[str, str] | None = None,
    *,
    settings: Settings | None = None,
    shelf: Shelf | None = None,
) -> Exported:
    """Write the view `name`, asked with `given`, to a .csv or .parquet file, and `<name of the file>.codebook.md`."""
    settings, shelf, path = settings or opened.settings(), shelf or opened.shelf(), Path(path)
    if path.suffix not in FORMATS:
        raise FoedusError(f"{path}: give a name that ends in {' or '.join(FORMATS)}")
    view = store.view(name)
    unfinished = path.with_name(f".{path.name}.unfinished")
    with store.connect(settings) as con:
        relation = store.view_into(con, view, given or {}, shelf.edition.date, "answer")
        quoted = str(unfinished).replace("'", "''")
        con.execute(f"copy {relation} to '{quoted}' ({FORMATS[path.suffix]})")
        rows = int((con.execute(f"select count(*) from {relation}").fetchone() or (0,))[0])
        columns = [(row[0], row[1]) for row in con.execute(f"describe {relation}").fetchall()]
    unfinished.replace(path)
    codebook = path.with_name(f"{path.name}.codebook.md")
    codebook.write_text(_codebook(view, dict(given or {}), columns, settings, rows), encoding="utf8")
    return Exported(path=str(path), codebook=str(codebook), rows=rows)


def _codebook(
    view: ViewFile, given: dict[str, str], columns: list[tuple[str, str]], settings: Settings, rows: int
) -> str:
    asked = " ".join(f"--{key} {value}" for key, value in given.items())
    lines = [f"# {view.name}", "", view.question, "", f"`foedus ask {view.name} {asked}`".replace(" `", "`")]
    lines += ["", f"{rows} rows.", "", "| column | type | meaning |", "| --- | --- | --- |"]
    lines += [f"| {column} | {type} | {view.columns.get(column, '')} |" for column, type in columns]
    lines += ["", "## Data sets", ""] if _used(view, settings) else []
    for name in _used(view, settings):
        sheet = dataset(name)
        covers = f"{sheet.coverage.first}-{sheet.coverage.last}"
        lines += [f"{sheet.title} {sheet.version}, {covers}; {sheet.licence}. {sheet.url}", ""]
        cited = dict.fromkeys((sheet.citation, *(table.citation for table in sheet.tables if table.citation)))
        lines += ["```bibtex", *(citation.strip() for citation in cited), "```", ""]
    return "\n".join(lines)


def _used(view: ViewFile, settings: Settings) -> list[str]:
    """The data sets behind a view: those of foedus.toml that the tables made of them come from."""
    made_of_them = any(table in view.sql for table in ("due_events", "crosswalk"))
    known = {"atop", *(one.dataset for one in lists())}
    return sorted(known & set(settings.datasets)) if made_of_them else []

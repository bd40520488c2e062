"""Writing a dossier: pages to HTML, tables to CSV, charts to SVG with one shared script; whole or not at all."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from foedus.dossier import pages
from foedus.dossier.page import Chart, Page, Subject, Table
from foedus.nouns import FoedusError, to_builtins
from foedus.verbs.alliance import alliance
from foedus.verbs.opened import shelf
from foedus.when import When

HERE = Path(__file__).parent
_MARK = "foedus-dossier"
"""A file of this name says that foedus made the folder, and may replace it."""


def write(words: str, folder: Path, on: When | None = None, documents: Iterable[str] = ()) -> Path:
    """Write the dossier on an alliance (id or name) into `folder`; the path of its first page.

    `documents` are ids of kept readings. FoedusError where the folder holds something that foedus did not make.
    """
    answer = alliance(words, on)
    if not answer.covered:
        raise FoedusError(f"the record does not hold who the members of {answer.name} are: there is nothing to show")
    subject = Subject(answer.id, answer.name, answer.on, tuple(documents))
    made = [module.page(subject) for module in pages.modules()]
    _refuse_strangers(folder)
    unfinished = folder.with_name(f".{folder.name}-{os.getpid()}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    _fill(unfinished, subject, made)
    _put(unfinished, folder)
    return folder / "index.html"


def _refuse_strangers(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / _MARK).exists())):
        raise FoedusError(f"{folder} holds something that foedus did not write; name another folder with -o")


def _fill(folder: Path, subject: Subject, made: list[Page]) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "charts").mkdir()
    for name in ("style.css", "dossier.js"):
        shutil.copy(HERE / "static" / name, folder / name)
    (folder / _MARK).write_text("Written by foedus; replaced as a whole by the next dossier.\n", encoding="utf8")
    blocks = [block for page in made for block in page.blocks]
    _tables(folder / "data", [block for block in blocks if isinstance(block, Table)])
    _charts(folder, [block for block in blocks if isinstance(block, Chart)])
    _html(folder, subject, made)


def _put(unfinished: Path, folder: Path) -> None:
    """Swap the finished folder in; the old one is removed last."""
    old = folder.with_name(f".{folder.name}-{os.getpid()}.old")
    if folder.exists():
        folder.replace(old)
    unfinished.replace(folder)
    shutil.rmtree(old, ignore_errors=True)


def _tables(folder: Path, tables: list[Table]) -> None:
    for table in tables:
        with (folder / f"{table.id}.csv").open("w", encoding="utf8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.columns)
            writer.writerows([[cell_text(cell) for cell in row] for row in table.rows])


def _charts(folder: Path, charts: list[Chart]) -> None:
    import vl_convert

    for chart in charts:
        fixed = chart.spec | {"width": 860} if chart.spec.get("width") == "container" else chart.spec
        svg = vl_convert.vegalite_to_svg(json.dumps(fixed))
        (folder / "charts" / f"{chart.id}.svg").write_text(svg, encoding="utf8")
    if charts:
        (folder / "vega.js").write_text(vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;"), encoding="utf8")


def _html(folder: Path, subject: Subject, made: list[Page]) -> None:
    import jinja2

    loader = jinja2.FileSystemLoader(HERE / "templates")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["cell"] = cell_text
    environment.tests["of"] = _is_a
    shared = {"subject": subject, "pages": made, "edition": shelf().edition, "to_json": _script_json}
    for page in made:
        html = environment.get_template("page.html").render(page=page, **shared)
        (folder / f"{page.id}.html").write_text(html, encoding="utf8")


def _is_a(block: object, name: str) -> bool:
    return type(block).__name__ == name


def _script_json(value: Any) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(to_builtins(value), ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")


def cell_text(cell: Any) -> str:
    """A cell in words: lists with commas, yes and no; empty for what is not known."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (list, tuple)):
        return ", ".join(map(str, cell))
    return str(cell)

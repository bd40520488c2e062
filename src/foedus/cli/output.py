"""How an answer is shown: a table on a terminal, JSON, CSV or Markdown; the same options for every query."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, TypeVar

import click

from foedus.nouns import FoedusError, to_builtins, to_json
from foedus.when import When

Format = Literal["table", "json", "csv", "md"]
F = TypeVar("F", bound=Callable[..., Any])
Section = tuple[str, Sequence[str], Iterable[Sequence[Any]]]
"""A titled table: title, column names, rows. The first section of an answer is what CSV holds."""


def format_options(function: F) -> F:
    """Add --format and --json; the function gets `format`."""
    words = click.Choice(["table", "json", "csv", "md"])
    with_format = click.option("--format", "format", type=words, default="table", show_default=True, help="How to print.")
    as_json = click.option("--json", "format", flag_value="json", help="The same as --format json.")
    return as_json(with_format(function))


class Day(click.ParamType[When]):
    """A date with reduced precision as an option: YYYY, YYYY-MM or YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:
        try:
            return When(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def on_option(function: F) -> F:
    """Add --on, the day that the answer is for."""
    return click.option("--on", type=Day(), help="The day the answer is for (default: the record's edition date).")(
        function
    )


def show(answer: Any, format: Format, sections: Iterable[Section], heading: str = "") -> None:
    """Print an answer: `answer` as it is for JSON, `sections` for the rest, under one line of `heading`."""
    if format == "json":
        sys.stdout.write(to_json(answer).decode() + "\n")
        return
    tables = [(title, columns, [[_text(cell) for cell in row] for row in rows]) for title, columns, rows in sections]
    printers = {"table": _terminal, "csv": _csv, "md": _markdown}
    printers[format](heading, tables)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (tuple, list)):
        return ", ".join(map(str, to_builtins(list(cell))))
    return str(cell)


def _terminal(heading: str, tables: list[tuple[str, Sequence[str], list[list[str]]]]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    if heading:
        console.print(heading, markup=False)
    for title, columns, rows in tables:
        console.print()
        if title:
            console.print(title, style="bold", markup=False)
        if not rows:
            console.print("(none)", style="dim", markup=False)
            continue
        table = Table(box=None, pad_edge=False, header_style="dim")
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in rows:
            table.add_row(*(cell.replace("[", r"\[") for cell in row))
        console.print(table)


def _csv(heading: str, tables: list[tuple[str, Sequence[str], list[list[str]]]]) -> None:
    if not tables:
        raise FoedusError("this answer has no table; use --format json")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(tables[0][1])
    writer.writerows(tables[0][2])
    sys.stdout.write(out.getvalue())


def _markdown(heading: str, tables: list[tuple[str, Sequence[str], list[list[str]]]]) -> None:
    lines = [heading, ""] if heading else []
    for title, columns, rows in tables:
        lines += [f"## {title}", ""] if title else []
        lines += ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
        lines += ["| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows]
        lines.append("")
    sys.stdout.write("\n".join(lines) + "\n")

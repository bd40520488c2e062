"""`foedus replicate`: published numbers, counted again."""

from __future__ import annotations

from pathlib import Path

import click

from foedus.cli import output

PATH = click.Path(path_type=Path)


@click.group()
def command() -> None:
    """Published numbers beside the ones computed from the same files."""


@command.command("atop-counts")
@click.option("--atop", "path", type=PATH, help="The folder with ATOP 5.1.")
@output.format_options
def atop_counts(path: Path | None, format: output.Format) -> None:
    """The counts of ATOP 5.1."""
    from foedus.verbs.replicate import replicate_atop_counts

    answer = replicate_atop_counts(path)
    rows = [(row.what, row.published, row.computed, row.equal) for row in answer.rows]
    output.show(answer, format, [("", ("what", "published", "computed", "equal"), rows)], answer.source)


@command.command("bf2018")
@click.option("--data", "path", type=PATH, required=True, help="Berkemeier and Fuhrmann's Stata file.")
@output.format_options
def bf2018(path: Path, format: output.Format) -> None:
    """The rates of Berkemeier and Fuhrmann (2018), kept of those that came due."""
    from foedus.verbs.replicate import replicate_bf2018

    answer = replicate_bf2018(path)
    columns = ("what", "rule", "published", "published %", "kept/due", "%", "equal")
    rows = [
        (row.what, row.rule, row.published, row.published_percent, row.kept_due, row.percent, row.equal)
        for row in answer.rows
    ]
    output.show(answer, format, [("", columns, rows)], answer.source)

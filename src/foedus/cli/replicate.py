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
    """The counts of ATOP 5.1. Exit code 1: a published number is not the one counted."""
    from foedus.verbs.replicate import replicate_atop_counts

    answer = replicate_atop_counts(path)
    rows = [(row.what, row.published, row.computed, row.equal) for row in answer.rows]
    output.show(answer, format, [("", ("what", "published", "computed", "equal"), rows)], answer.source)
    _end(answer.equal)


@command.command("bf2018")
@click.option("--data", "path", type=PATH, required=True, help="Berkemeier and Fuhrmann's Stata file.")
@output.format_options
def bf2018(path: Path, format: output.Format) -> None:
    """The rates of Berkemeier and Fuhrmann (2018), kept of those that came due.

    Exit code 1: a published number is not the one counted.
    """
    from foedus.verbs.replicate import replicate_bf2018

    answer = replicate_bf2018(path)
    columns = ("what", "rule", "published", "published %", "kept/due", "%", "equal")
    rows = [
        (row.what, row.rule, row.published, row.published_percent, row.kept_due, row.percent, row.equal)
        for row in answer.rows
    ]
    output.show(answer, format, [("", columns, rows)], "\n".join((answer.source, *answer.notes)))
    _end(answer.equal)


def _end(equal: bool) -> None:
    """A published number that the files do not give ends the command with 1."""
    if not equal:
        click.get_current_context().exit(1)

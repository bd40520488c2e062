"""`foedus diff`: what changed between two editions of the record."""

from __future__ import annotations

import click

from foedus.cli import output


@click.command()
@click.argument("a")
@click.argument("b")
@output.format_options
def command(a: str, b: str, format: output.Format) -> None:
    """What changed from record A to record B: each a folder of record files or a git revision."""
    from foedus.verbs.diff import diff

    changes = diff(a, b)
    rows = [(c.change, c.table, c.fact, c.field, c.before, c.after) for c in changes]
    columns = ("change", "table", "fact", "field", "before", "after")
    output.show(changes, format, [("", columns, rows)], f"{len(changes)} changes from {a} to {b}")

"""`foedus build`: the store from the files."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """Build the DuckDB store from the record, accepted findings, readings and the data sets in foedus.toml."""
    from foedus.verbs.build import build

    answer = build()
    click.echo(f"{answer.path}: {sum(answer.rows.values())} rows in {len(answer.rows)} tables")

"""`foedus init`: make a workspace."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
def command(folder: Path) -> None:
    """Make FOLDER a workspace: own facts, texts and readings, beside the shipped record."""
    from foedus.verbs.init import init

    click.echo(init(folder))

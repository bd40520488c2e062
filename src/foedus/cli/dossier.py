"""`foedus dossier`: a folder of pages on an alliance."""

from __future__ import annotations

from pathlib import Path

import click

from foedus.cli import output
from foedus.nouns import FoedusError
from foedus.when import When


@click.command()
@click.argument("alliance", required=False)
@click.option("--all", "everyone", is_flag=True, help="A dossier on each alliance of the record, each in its own folder.")
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path), default="dossier", show_default=True)
@click.option("--text", "texts", multiple=True, help="Read this file, folder, zip or address into it.")
@click.option("--date", type=output.Day(), help="The date of the texts, where they do not tell it.")
@output.on_option
def command(
    alliance: str | None, everyone: bool, folder: Path, texts: tuple[str, ...], date: When | None, on: When | None
) -> None:
    """Write a dossier on ALLIANCE (id or name) into a folder: it opens offline, and every table has a CSV file."""
    from foedus.dossier import write
    from foedus.verbs.opened import shelf

    if bool(alliance) == everyone:
        raise click.UsageError("name one alliance, or give --all")
    documents = _read(texts, date)
    if alliance:
        click.echo(write(alliance, folder, on, documents))
        return
    with_members = {m.of for m in shelf().memberships}
    for one in shelf().alliances:
        if one.id in with_members:
            try:
                click.echo(write(one.id, folder / one.id, on, documents))
            except FoedusError as error:
                click.echo(f"{one.id}: {error}", err=True)


def _read(texts: tuple[str, ...], date: When | None) -> list[str]:
    """Read and keep the texts; their document ids."""
    from foedus import desk
    from foedus.reading.page import documents
    from foedus.verbs.opened import settings
    from foedus.verbs.read import read

    results = []
    for document in (document for text in texts for document in documents(text, date)):
        if isinstance(document, FoedusError):
            click.echo(f"foedus: {document}", err=True)
            continue
        result = read(document)
        desk.keep(settings().home, result)
        results.append(document.id)
    return results

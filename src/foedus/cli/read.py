"""`foedus read`: what a text says was said, done and left undone."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from foedus.cli import output
from foedus.nouns import FoedusError
from foedus.when import When


@click.command()
@click.argument("source", required=False)
@click.option("--date", type=output.Day(), help="The text's date, which 'last week' is counted from.")
@click.option(
    "--corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Read a .jsonl or .parquet file."
)
@click.option("-o", "--output", "target", type=click.Path(dir_okay=False, path_type=Path), help="Where --corpus writes.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes for --corpus.")
@output.format_options
def command(
    source: str | None, date: When | None, corpus: Path | None, target: Path | None, jobs: int, format: output.Format
) -> None:
    """Read SOURCE, and say what it tells of words, deeds and facts; or a whole --corpus."""
    if corpus:
        if not target:
            raise click.UsageError("--corpus needs -o, the file to write")
        _corpus(corpus, target, jobs)
        return
    if not source:
        raise click.UsageError("what should be read? Give a file, or --corpus")
    _texts(source, date, format)


def _texts(source: str, date: When | None, format: output.Format) -> None:
    """Read and keep each text of a source; what cannot be read is said, and the rest goes on."""
    from foedus import desk
    from foedus.reading.page import documents
    from foedus.verbs.opened import settings
    from foedus.verbs.read import read

    unread = 0
    for document in documents(source, date):
        if isinstance(document, FoedusError):
            click.echo(f"foedus: {document}", err=True)
            unread += 1
            continue
        if document.language != "en":
            click.echo(f"foedus: {document.id} is not English (it reads like {document.language!r}): not read", err=True)
        answer = read(document)
        desk.keep(settings().home, answer)
        rows = [(f.kind, f.quote, f.rule) for f in answer.findings]
        output.show(answer, format, [("Findings", ("kind", "words", "rule"), rows)], document.title)
    if unread:
        click.echo(f"{unread} files could not be read", err=True)


def _corpus(source: Path, target: Path, jobs: int) -> None:
    from foedus.verbs.read import read_corpus

    shown = sys.stderr.isatty()
    count = read_corpus(
        source, target, jobs, lambda n: click.echo(f"\r{n} documents", nl=False, err=True) if shown else None
    )
    if shown:
        click.echo(err=True)
    click.echo(f"{count.documents} documents read, {count.errors} errors", err=True)

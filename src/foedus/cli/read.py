"""`foedus read`: what a text says was said, done and left undone."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from foedus.cli import output
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
    from foedus.reading.page import page
    from foedus.verbs.read import read

    answer = read(page(Path(source), date))
    columns = ("kind", "words", "rule")
    rows = [(f.kind, f.quote, f.rule) for f in answer.findings]
    output.show(answer, format, [("Findings", columns, rows)], answer.document.title)


def _corpus(source: Path, target: Path, jobs: int) -> None:
    from foedus.verbs.read import read_corpus

    shown = sys.stderr.isatty()
    count = read_corpus(
        source, target, jobs, lambda n: click.echo(f"\r{n} documents", nl=False, err=True) if shown else None
    )
    if shown:
        click.echo(err=True)
    click.echo(f"{count.documents} documents read, {count.errors} errors", err=True)

"""`foedus read`: what a text says was said, done and left undone."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foedus.cli import output
from foedus.nouns import FoedusError
from foedus.when import When

if TYPE_CHECKING:
    from foedus.nouns import Finding, ReadingResult

AROUND = 40  # characters of context on either side of a finding's words
LARGE = 100_000_000  # bytes of a corpus from which the gate is up unless --no-gate
A_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("source", required=False)
@click.option("--date", type=output.Day(), help="The text's date, which 'last week' is counted from.")
@click.option("--corpus", type=A_FILE, help="Read a .jsonl or .parquet file.")
@click.option("-o", "--output", "target", type=A_FILE, help="Where --corpus writes.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes for --corpus.")
@click.option(
    "--gate/--no-gate", default=None, help="Pass over texts of another field (default: in a corpus over 100 MB)."
)
@output.format_options
def command(
    source: str | None,
    date: When | None,
    corpus: Path | None,
    target: Path | None,
    jobs: int,
    gate: bool | None,
    format: output.Format,
) -> None:
    """Read SOURCE (a file, a folder, a .zip, an address, or - for standard input), or a whole --corpus.

    Says what the text tells of words, deeds and facts: each with its words in the text and the rule that found it.
    """
    if corpus:
        if not target:
            raise click.UsageError("--corpus needs -o, the file to write")
        if not corpus.is_file():
            raise FoedusError(f"{corpus}: there is no such file")
        _corpus(corpus, target, jobs, corpus.stat().st_size > LARGE if gate is None else gate)
        return
    if not source:
        raise click.UsageError("what should be read? Give a file, a folder, a .zip, an address, -, or --corpus FILE")
    _texts(source, date, bool(gate), format)


def _texts(source: str, date: When | None, gate: bool, format: output.Format) -> None:
    """Read and keep each text of a source; what cannot be read is said, and the rest goes on."""
    from foedus.reading.page import documents
    from foedus.verbs.read import read

    unread = 0
    for document in documents(source, date):
        if isinstance(document, FoedusError):
            click.echo(f"foedus: {document}", err=True)
            unread += 1
            continue
        if document.language != "en":
            click.echo(f"foedus: {document.id} is not English (it reads like {document.language!r}): not read", err=True)
        answer = read(document, gate)
        _keep(answer)
        _show(answer, format)
    if unread:
        click.echo(f"{unread} files could not be read", err=True)


def _keep(answer: ReadingResult) -> None:
    """Keep a reading for `accept` and the dossier; where nothing can be written, say so and go on."""
    from foedus import desk
    from foedus.verbs.opened import settings

    try:
        desk.keep(settings().home, answer)
    except OSError as error:
        click.echo(f"foedus: the reading is not kept: {error.filename}: {error.strerror}", err=True)


def _show(answer: ReadingResult, format: output.Format) -> None:
    if format == "table":
        _terminal(answer)
        return
    columns = ("id", "kind", "start", "end", "words", "who", "whom", "how", "rule")
    rows = [(f.id, f.kind, *f.span, f.quote, _named(f, WHO), _named(f, WHOM), _how(f), f.rule) for f in answer.findings]
    output.show(answer, format, [("Findings", columns, rows)], answer.document.title)


def _terminal(answer: ReadingResult) -> None:
    """Findings grouped by kind, each with its words in context, and under it who, how and why (the rule)."""
    from rich.console import Console
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    document = answer.document
    console.print(f"{document.title} ({document.id}), {document.date or 'no date'}", style="bold", markup=False)
    for kind, found in groupby(sorted(answer.findings, key=lambda f: f.kind), key=lambda f: f.kind):
        group = list(found)
        console.print(f"\n{kind} ({len(group)})", style="bold", markup=False)
        for f in group:
            before, words, after = _context(document.text, *f.span)
            console.print(Text("  ").append(before, style="dim").append(words).append(after, style="dim"))
            told = [part for part in (_named(f, WHO), _how(f), _named(f, WHOM), f.rule, f.id) if part]
            console.print(Text("    " + " · ".join(told), style="dim"))
    if not answer.findings:
        console.print("nothing found")


def _context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words of a finding and whole words on either side, on one line."""
    left, right = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        left = "… " + left.partition(" ")[2]
    if end + AROUND < len(text):
        right = right.rpartition(" ")[0] + " …"
    before, words, after = (" ".join(f"|{part}|".split())[1:-1] for part in (left, text[start:end], right))
    return before, words, after


WHO = ("speaker", "actor", "subject", "by")
WHOM = ("target", "object", "accused")
HOW = ("mode", "act", "polarity", "cue_polarity", "status", "evidence")


def _named(finding: Finding, fields: tuple[str, ...]) -> str:
    """The name of the first party that the finding has in one of the fields."""
    party = next((p for name in fields if (p := getattr(finding, name, None))), None)
    return party.name if party else ""


def _how(finding: Finding) -> str:
    """The finding's own words for it: mode, act, polarity, status; what is simply asserted goes without saying."""
    said = (getattr(finding, name, "") for name in HOW)
    return " ".join(word for word in said if word and word != "asserted")


def _corpus(source: Path, target: Path, jobs: int, gate: bool) -> None:
    from foedus.verbs.read import read_corpus

    shown = sys.stderr.isatty()

    def told(done: int) -> None:
        if shown:
            click.echo(f"\r{done} documents", nl=False, err=True)

    count = read_corpus(source, target, jobs, gate, told)
    if shown:
        click.echo(err=True)
    click.echo(f"{count.documents} documents read, {count.errors} errors", err=True)

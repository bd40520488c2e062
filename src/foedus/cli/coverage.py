"""`foedus coverage`: what the record covers."""

from __future__ import annotations

import click

from foedus.cli import output


@click.command()
@output.format_options
def command(format: output.Format) -> None:
    """What the record covers: facts by alliance and kind, from when to when, how many confirmed; and its sources."""
    from foedus.verbs.coverage import coverage

    answer = coverage()
    columns = ("of", "kind", "facts", "confirmed", "contested", "first", "last")
    rows = [(c.of, c.kind, c.facts, c.confirmed, c.contested, c.first, c.last) for c in answer.covered]
    sources = [(s.source, s.kind, s.facts, s.title, s.coverage, s.licence) for s in answer.sources]
    source_columns = ("source", "kind", "facts", "title", "coverage", "licence")
    output.show(answer, format, [("Facts", columns, rows), ("Sources", source_columns, sources)])

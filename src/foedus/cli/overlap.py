"""`foedus overlap`: who belongs to both of two organisations."""

from __future__ import annotations

import click

from foedus.cli import output
from foedus.when import When


@click.command()
@click.argument("a")
@click.argument("b")
@output.on_option
@output.format_options
def command(a: str, b: str, on: When | None, format: output.Format) -> None:
    """Which states belong to both A and B on a day, and which to one of them only."""
    from foedus.verbs.overlap import overlap

    answer = overlap(a, b, on)
    alone = ", ".join(f"{len(only)} in {id} alone" for id, only in ((answer.a, answer.only_a), (answer.b, answer.only_b)))
    rows = [(s.state, s.name, s.in_a, s.in_b, s.note) for s in answer.standings]
    output.show(
        answer,
        format,
        [("", ("state", "name", answer.a, answer.b, "note"), rows)],
        f"On {answer.on}: {len(answer.both)} in both, {alone}",
    )

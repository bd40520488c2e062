"""`foedus wordings`: the dated texts of an alliance's articles, and what changed between two days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from foedus.cli import output
from foedus.when import When

if TYPE_CHECKING:
    from foedus.verbs.wordings import DatedWording

COLUMNS = ("treaty", "article", "kind", "modality", "periods", "trigger", "on request", "discharge", "confirmed")


@click.command()
@click.argument("alliance")
@click.option("--article", help="One article: 4, 42(7); 42 finds 42(7).")
@click.option("--compare", nargs=2, type=output.Day(), help="Two days: what changed between them, field by field.")
@output.format_options
def command(alliance: str, article: str | None, compare: tuple[When, When] | None, format: output.Format) -> None:
    """The dated wordings of ALLIANCE's articles (id or name)."""
    from foedus.verbs.wordings import wordings

    answer = wordings(alliance, article, compare)
    columns = COLUMNS if format != "csv" else (*COLUMNS, "text")
    rows = (_row(one)[: len(columns)] for one in answer.wordings)
    sections: list[output.Section] = [("Wordings", columns, rows), *map(_text, answer.wordings)]
    if answer.compared:
        changed = ("article", "kind", "field", *answer.compared, "basis before", "basis after")
        changes = [(c.article, c.kind, c.field, c.before, c.after, c.basis_before, c.basis_after) for c in answer.changes]
        sections.insert(0, (f"Changed from {answer.compared[0]} to {answer.compared[1]}", changed, changes))
    output.show(answer, format, sections)


def _row(one: DatedWording) -> tuple[Any, ...]:
    w = one.wording
    periods = "; ".join(f"{p.from_ or '?'} to {p.until or 'now'}, {p.status}" for p in w.periods)
    trigger = f"{w.trigger.grade} by {', '.join(w.trigger.by)}" if w.trigger else "none set"
    request = str(w.on_request.value) if w.on_request else "none set"
    return (one.treaty, w.article, w.kind, w.modality, periods, trigger, request, w.discharge, one.confirmed, w.text)


def _text(one: DatedWording) -> output.Section:
    """The words of one wording, over the whole width."""
    w = one.wording
    title = f"Article {w.article}, {one.treaty}, from {w.periods[0].from_ or '?'} ({w.id})"
    return title, ("text",), [(w.text or "(the words were not seen)",)]

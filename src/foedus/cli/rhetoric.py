"""`foedus rhetoric`: words about a threat against the record, each measure apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from foedus.cli import output
from foedus.when import When

if TYPE_CHECKING:
    from foedus.verbs.rhetoric import RhetoricAnswer


@click.command()
@click.argument("threat")
@click.option("--speaker", help="Only this speaker: part of a name, or the state spoken for.")
@click.option("--corpus", type=click.Path(path_type=Path), help="A defined sample of statements (TOML), for excess talk.")
@click.option("--document", "documents", multiple=True, help="Only this read text (its id); may be repeated.")
@output.on_option
@output.format_options
def command(
    threat: str,
    speaker: str | None,
    corpus: Path | None,
    documents: tuple[str, ...],
    on: When | None,
    format: output.Format,
) -> None:
    """What leaders said of THREAT (id or name), which events they ascribed to it, and what the record holds.

    Five measures, never one score: how many ascriptions others support, talk beyond that of peers (with --corpus only),
    what was done to opponents at home, what the speakers' own states did, and the words themselves.
    """
    from foedus.verbs.rhetoric import rhetoric

    answer = rhetoric(threat, speaker, corpus, on, documents or None)
    sections = [_attributions(answer), _statements(answer), _frames(answer), _excess(answer), _at_home(answer)]
    output.show(answer, format, [*sections, _own_acts(answer)], _heading(answer))


def _heading(answer: RhetoricAnswer) -> str:
    p = answer.attribution
    count = p.supported + p.contradicted + p.nothing_found
    lines = [f"{answer.name} ({answer.threat}), until {answer.on}"]
    if p.share is not None:
        share = f"{p.level:.0%} interval of the share: {p.low:.2f} to {p.high:.2f}"
        found = f"contradicted {p.contradicted}, nothing found {p.nothing_found}"
        lines += [f"Events ascribed to it that independent sources support: {p.supported} of {count} ({share}; {found})"]
    talk = answer.excess
    if talk.corpus:
        lines += [f"Corpus: {talk.corpus}. {talk.sample}", f"{talk.statements} statements, {talk.copies} copies left out"]
    if talk.why:
        lines += [f"Talk beyond peers: {talk.why}"]
    return "\n".join(lines)


def _attributions(answer: RhetoricAnswer) -> output.Section:
    columns = ("event", "ascribed by", "on", "words", "evidence offered", "record", "because", "sources")
    rows = [
        (a.name, a.speaker, a.on, a.words, a.offered, a.found, a.because, a.sources)
        for a in answer.attribution.attributions
    ]
    return "Events ascribed to it", columns, rows


def _statements(answer: RhetoricAnswer) -> output.Section:
    columns = ("on", "speaker", "for", "names it", "words", "text")
    rows = [(s.on, s.speaker, s.speaks_for, s.names, s.words, s.document) for s in answer.statements]
    return "What was said about it, and about security", columns, rows


def _frames(answer: RhetoricAnswer) -> output.Section:
    rows = [(f.by or "told by the author", f.words, f.document) for f in answer.frames]
    return "What somebody wants believed", ("by", "words", "text"), rows


def _excess(answer: RhetoricAnswer) -> output.Section:
    columns = ("speaker", "state", "months", "security", "naming it", "expected", "times peers", "low", "high", "")
    rows = [
        (e.speaker, e.state, e.months, e.security, e.observed, *map(_figure, (e.expected, e.ratio, e.low, e.high)), e.why)
        for e in answer.excess.speakers
    ]
    return "Talk against peers with like exposure (90 % interval)", columns, rows


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _at_home(answer: RhetoricAnswer) -> output.Section:
    columns = ("state", "against", "labelled", "acts before", "after", "unclear", "timeline")
    rows = [
        (o.state, o.against, o.labelled, o.before, o.after, o.unclear, [f"{e.on} {e.kind}" for e in o.timeline])
        for use in answer.at_home
        for o in use.opponents
    ]
    return "At home: opponents, and the label", columns, rows


def _own_acts(answer: RhetoricAnswer) -> output.Section:
    rows = [
        (after.event, after.claimed, act.days_after, act.by, act.form, act.what, act.crisis)
        for after in answer.own_acts
        for act in after.acts
    ]
    return (
        "What the speaker's state and its alliances did in the year after",
        ("event", "claimed", "days after", "by", "form", "what", "recorded under"),
        rows,
    )

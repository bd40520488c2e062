"""`foedus alliance`: who belongs, what was promised, offices and bases on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from foedus.cli import output
from foedus.when import When

if TYPE_CHECKING:
    from foedus.verbs.alliance import AllianceAnswer


@click.command()
@click.argument("alliance")
@output.on_option
@output.format_options
def command(alliance: str, on: When | None, format: output.Format) -> None:
    """Who belongs to ALLIANCE (id or name) on a day, what was promised, who held office, which bases."""
    from foedus.verbs.alliance import alliance as ask

    answer = ask(alliance, on)
    output.show(
        answer, format, [_members(answer), _obligations(answer), _offices(answer), _bases(answer)], _heading(answer)
    )


def _heading(answer: AllianceAnswer) -> str:
    if not answer.covered:
        return f"{answer.name} ({answer.id}) on {answer.on}: the record does not hold who its members are"
    count = sum(m.status == "member" for m in answer.members)
    belongs = "parties to the treaty" if answer.form == "treaty" else "members"
    return f"{answer.name} ({answer.id}) on {answer.on}: {count} {belongs}"


def _members(answer: AllianceAnswer) -> output.Section:
    columns = ("state", "name", "status", "from", "until", "confirmed", "note")
    return (
        "Members",
        columns,
        [(m.state, m.name, m.status, m.from_, m.until, m.confirmed, m.note) for m in answer.members],
    )


def _obligations(answer: AllianceAnswer) -> output.Section:
    columns = ("treaty", "article", "kind", "modality", "status", "since", "performance", "who decides", "confirmed")
    return (
        "What the wordings say",
        columns,
        [
            (o.treaty, o.article, o.kind, o.modality, o.status, o.since, o.performance, o.who_decides, o.confirmed)
            for o in answer.obligations
        ],
    )


def _offices(answer: AllianceAnswer) -> output.Section:
    columns = ("title", "person", "from", "until", "confirmed")
    return "Offices", columns, [(o.title, o.person, o.from_, o.until, o.confirmed) for o in answer.offices]


def _bases(answer: AllianceAnswer) -> output.Section:
    columns = ("name", "host", "by law", "by name", "manned by", "supplied by", "strength", "confirmed")
    return (
        "Bases",
        columns,
        [
            (b.name, b.host, b.owner_by_law, b.flag_by_name, b.manned_by, b.supplied_by, b.strength, b.confirmed)
            for b in answer.bases
        ],
    )

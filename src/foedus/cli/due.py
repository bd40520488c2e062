"""`foedus due`: who owes whom help in a case, who does not, and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from foedus.cli import output
from foedus.when import When

if TYPE_CHECKING:
    from foedus.nouns import Due, Duty

COLUMNS = ("alliance", "article", "kind", "debtor", "creditor", "owed", "performance", "who decides", "why", "coded by")


@click.command()
@click.option("--victim", multiple=True, required=True, help="The state attacked or threatened (id or name); repeatable.")
@click.option("--aggressor", multiple=True, help="The attacking state or named group; repeatable.")
@output.on_option
@click.option("--where", multiple=True, help="Place or state where it happened; repeatable.")
@click.option("--kind", default="interstate_attack", show_default=True, help="threat, border_clash, nonstate_attack ...")
@click.option("--requested", type=output.Day(), help="The day on which the victim asked for help.")
@click.option("--not-requested", is_flag=True, help="The victim is known not to have asked.")
@click.option("--attacker", type=click.Choice(["state", "group", "inside", "unknown"]), help="Where it is not plain.")
@click.option("--provoked/--unprovoked", default=None, help="Whether the victim brought it on itself, where known.")
@click.option(
    "--atop", type=click.Path(path_type=Path, exists=True), help="Folder of ATOP's files: ask its alliances too."
)
@click.option("--all", "all", is_flag=True, help="Also list ATOP's alliances that the victim is not in.")
@output.format_options
def command(format: output.Format, requested: When | None, not_requested: bool, **given: Any) -> None:
    """What a case asks of whom: duties owed or not known, duties not owed, restraints, lawful notes."""
    from foedus.verbs.due import due

    if requested and not_requested:
        raise click.UsageError("--requested and --not-requested exclude each other")
    asked: When | Literal[False] | None = False if not_requested else requested
    answer = due(**given, requested=asked)
    if format == "csv":
        output.show(answer, format, [("", COLUMNS, map(_row, (*answer.duties, *answer.not_owed, *answer.restraints)))])
    else:
        output.show(answer, format, _sections(answer))


def _sections(answer: Due) -> list[output.Section]:
    columns = ("alliance", "article", "kind", "by", "to", "owed", "why")
    disputes = dict.fromkeys(
        note for d in (*answer.duties, *answer.not_owed, *answer.restraints) for note in d.contested_by
    )
    return [
        ("Owed, or not known", columns, _grouped(answer.duties)),
        ("Not owed", columns, _grouped(answer.not_owed)),
        ("Restraints on the fighters", columns, _grouped(answer.restraints)),
        ("Contested", ("by",), [(note,) for note in disputes]),
        ("Lawful, which is not owed", ("note",), [(note,) for note in answer.lawful]),
    ]


def _grouped(duties: Iterable[Duty]) -> list[tuple[Any, ...]]:
    """Debtors of the same duty for the same reasons on one line."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for d in duties:
        key = (d.alliance, d.article, d.kind, d.creditor, _known(d.owed), _why(d))
        groups.setdefault(key, []).append(d.debtor or "nobody")
    return [(*key[:3], ", ".join(debtors), *key[3:]) for key, debtors in groups.items()]


def _row(d: Duty) -> tuple[Any, ...]:
    about = (d.alliance, d.article, d.kind, d.debtor, d.creditor, _known(d.owed))
    return (*about, d.performance, d.who_decides, _why(d), d.coded_by)


def _known(owed: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[owed]


def _why(duty: Duty) -> str:
    """The reasons that decide: those that fail, else those not known, else every condition that the text sets."""
    turning = [r for r in duty.reasons if r.holds is duty.owed and r.condition != "debtor_is_party"]
    if duty.owed is True:
        turning = [
            r for r in turning if r.condition == "in_force" or r.basis not in ("text: none set", "membership", "reading")
        ]
    turning = turning or [r for r in duty.reasons if r.holds is duty.owed]
    return "; ".join(f"{r.because} [{r.basis}]" for r in turning)

"""`foedus reliability`: were alliances reliable, by a named rule on a list of wars?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from foedus.cli import output

if TYPE_CHECKING:
    from foedus.reliability.rates import Rate
    from foedus.verbs.reliability import WarsAnswer, WhyAnswer

PATH = click.Path(path_type=Path)
PROMISES = (
    "A row of 'alliance promises' is the verdict on all promises of the alliances that make this one among others: "
    "the row of consultation says how their other promises fared, for consultation itself is never counted."
)


@click.group()
def command() -> None:
    """Were promises kept when they came due?"""


@command.command()
@click.option("--atop", "atop_path", type=PATH, help="The folder with ATOP 5.1.")
@click.option("--wars", "wars_path", type=PATH, help="The list of wars (Interstate War Data).")
@click.option("--rule", default="all-members", show_default=True, help="The rule for the pairs.")
@click.option("--pairs", "out", type=PATH, help="Write every alliance in every war to this CSV file.")
@click.option("--why", nargs=2, type=int, metavar="WAR ALLIANCE", help="Why one pair got its verdict, by their numbers.")
@click.option("--majors", type=PATH, help="COW's list of major powers, for rates by power.")
@click.option("--democracy", type=PATH, help="Democracy scores, for rates by regime.")
@output.format_options
def wars(
    atop_path: Path | None,
    wars_path: Path | None,
    rule: str,
    out: Path | None,
    why: tuple[int, int] | None,
    majors: Path | None,
    democracy: Path | None,
    format: output.Format,
) -> None:
    """Which alliances came due in which war, and were they kept? Data sets not given are those foedus.toml names."""
    from foedus.verbs import reliability

    if why:
        _why(reliability.reliability_why(atop_path, wars_path, *why, rule=rule), format)
        return
    answer = reliability.reliability_wars(atop_path, wars_path, rule, majors=majors, democracy=democracy)
    if out:
        reliability.write_pairs(answer, out)
        click.echo(f"{out}: {len(answer.pairs)} verdicts, {answer.due} due, {answer.unknown} unknown", err=True)
    output.show(answer, format, [_rates(answer)], _heading(answer))


def _heading(answer: WarsAnswer) -> str:
    lines = [
        f"{answer.rule}: {answer.says} {answer.kept}/{answer.due} kept, {answer.unknown} unknown.",
        answer.caveat,
        PROMISES,
    ]
    return "\n".join([*lines, *answer.notes, *(f"Not asked: {what}" for what in answer.not_asked)])


def _rates(answer: WarsAnswer) -> output.Section:
    """One row a rule and slice: the rate under our presumptions, then the least and the most that it can be."""
    columns = ("rule", "unit", "slice", "", "kept/due", "%", "95 %", "small", "least %", "most %", "open")
    return "Kept of those that came due", columns, [_cells(rate) for rate in answer.rates]


def _cells(r: Rate) -> tuple[Any, ...]:
    """`open` counts the units that the codes leave open: the bounds take each as not due, kept or not kept."""
    shown = (f"{r.kept}/{r.due}", _percent(r.share), _span(r.low, r.high), r.small)
    return (r.rule, r.unit, r.slice, r.value, *shown, _percent(r.least), _percent(r.most), r.open)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def _span(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{100 * low:.0f}-{100 * high:.0f}"


def _why(answer: WhyAnswer, format: output.Format) -> None:
    verdicts = [(v.due, v.kept, v.reason) for v in answer.verdicts]
    conditions = [
        (c.kind, c.creditor, c.debtors, c.on, c.condition, c.holds, c.presumed, c.because, c.source, c.owed, c.did)
        for c in answer.conditions
    ]
    names = ("kind", "to", "by", "on", "condition", "holds", "presumed", "because", "source", "owed", "did")
    coded = [(c.state, c.variable, c.value, c.means, c.source) for c in answer.coded]
    sections: list[output.Section] = [
        ("Verdict", ("due", "kept", "reason"), verdicts),
        ("What ATOP codes", ("member", "variable", "value", "means", "source"), coded),
        ("Conditions", names, conditions),
    ]
    output.show(answer, format, sections, "\n".join((f"{answer.alliance} in {answer.war}", *answer.notes)))

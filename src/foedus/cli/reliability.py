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
READINGS = ("presumed", "decided by the codes alone", "all unknown counted as due")


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
    lines = [f"{answer.rule}: {answer.says} {answer.kept}/{answer.due} kept, {answer.unknown} unknown.", answer.caveat]
    return "\n".join([*lines, *(f"Not asked: {what}" for what in answer.not_asked)])


def _rates(answer: WarsAnswer) -> output.Section:
    """One row a rule and slice: the rate under our presumptions, then its two bounds."""
    columns = ("rule", "unit", "slice", "", "kept/due", "%", "95 %", "small", "codes alone", "all unknown due")
    rows: dict[tuple[str, ...], dict[str, Rate]] = {}
    for r in answer.rates:
        rows.setdefault((r.rule, r.unit, r.slice, r.value), {})[r.reading] = r
    return "Kept of those that came due", columns, [(*key, *_cells(by_reading)) for key, by_reading in rows.items()]


def _cells(by_reading: dict[str, Rate]) -> tuple[Any, ...]:
    """The presumed rate in full, then each bound as kept/due and percent; an empty slice is 0/0."""
    r, *bounds = (by_reading.get(reading) for reading in READINGS)
    shown = (f"{r.kept}/{r.due}", _percent(r.share), _span(r.low, r.high), r.small) if r else ("0/0", "", "", True)
    return (*shown, *(f"{b.kept}/{b.due} {_percent(b.share)}" if b else "0/0" for b in bounds))


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
    output.show(answer, format, sections, f"{answer.alliance} in {answer.war}")

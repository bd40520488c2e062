"""`foedus panel`: tables of state-years and dyad-years for statistics, and why a row says what it says."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from foedus.cli import output

if TYPE_CHECKING:
    from foedus.panel import Panel
    from foedus.panel.why import Why
    from foedus.verbs.panel_of import Choice

_FROM_SETTINGS = "from foedus.toml"


class Numbers(click.ParamType[tuple[int, ...]]):
    """State numbers separated by commas."""

    name = "numbers"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:
        if isinstance(value, tuple):
            return value
        parts = [part.strip() for part in str(value).split(",")]
        if not all(part.isdigit() for part in parts):
            self.fail(f"{value!r}: write state numbers separated by commas, such as 2,365", param, ctx)
        return tuple(int(part) for part in parts)


class Years(click.ParamType[tuple[int, int]]):
    """A first and last year: 1946-2010."""

    name = "years"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        first, _, last = str(value).partition("-")
        if not (first.isdigit() and last.isdigit()):
            self.fail(f"{value!r}: write the first and last year, such as 1946-2010", param, ctx)
        return int(first), int(last)


class PanelCommand(click.Command):
    """A command that has an option for each verb, read off the verbs when it is asked for.

    What says nothing of single states is not offered for `state-years`; given all the same, the panel says why.
    """

    verbs: dict[str, list[click.Parameter]] = {}  # noqa: RUF012

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        from foedus.verbs.panel_of import choices

        name, alone = self.name or "", self.name == "state-years"
        if name not in self.verbs:  # once: click tells the order in which options were given by the option objects
            self.verbs[name] = [one for c in choices() for one in _options(c, hidden=alone and c.pairs_only)]
        own = super().get_params(ctx)
        return [*own[:-1], *self.verbs[name], own[-1]]


def _options(one: Choice, hidden: bool) -> Iterable[click.Option]:
    flag = f"--{one.name.replace('_', '-')}"
    if one.takes == "nothing":
        yield click.Option([flag], is_flag=True, help=one.help, hidden=hidden)
    else:
        folder = one.takes == "dataset"
        yield click.Option(
            [flag],
            metavar="FOLDER" if folder else "COLUMN",
            multiple=not folder,
            is_flag=False,
            flag_value=_FROM_SETTINGS,
            help=one.help,
            hidden=hidden,
        )
    for choice in one.flags:
        words = f"With {flag}: {choice}."
        yield click.Option([f"{flag}-{choice.replace('_', '-')}"], is_flag=True, help=words, hidden=hidden)


def frame_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every panel command has."""
    options = (
        click.option(
            "--states", default="", metavar="FOLDER", help="The state list (default: [datasets] in foedus.toml)."
        ),
        click.option(
            "--system", type=click.Choice(["cow", "gw"]), default="cow", help="Correlates of War or Gleditsch-Ward."
        ),
        click.option("--years", type=Years(), default=None, metavar="FIRST-LAST", help="The first and last year."),
        click.option("--last-year", type=int, default=None, help="The last year (default: the last all sources cover)."),
        click.option("--where", "conditions", multiple=True, help="Only rows for which this holds: 'relevant = 1'."),
        click.option("--like-peacesciencer", is_flag=True, help="As peacesciencer has it where we differ on purpose."),
    )
    for option in reversed(options):
        function = option(function)
    return function


@click.group()
def command() -> None:
    """Tables of state-years and dyad-years for statistics."""


@command.command("dyad-years", cls=PanelCommand)
@click.option("--directed", is_flag=True, help="Each pair twice: what 1 owes 2, and what 2 owes 1.")
@click.option("--among", type=Numbers(), default=(), help="Only pairs of these states: numbers, with commas.")
@click.option("--of", type=Numbers(), default=(), help="Only pairs with one of these states.")
@frame_options
@click.option("-o", "--output", "target", required=True, help="Where to write: .parquet, .csv or .dta.")
def dyad_years(target: str, **given: Any) -> None:
    """Pairs of states by year, with the columns of the data sets that are named."""
    _write("dyad_year", target, given)


@command.command("state-years", cls=PanelCommand)
@click.option("--among", type=Numbers(), default=(), help="Only these states: numbers, with commas.")
@frame_options
@click.option("-o", "--output", "target", required=True, help="Where to write: .parquet, .csv or .dta.")
def state_years(target: str, **given: Any) -> None:
    """States by year, with the columns of the data sets that are named."""
    _write("state_year", target, given)


@command.command("why", cls=PanelCommand)
@click.argument("key", nargs=-1, type=int, required=True)
@click.option("--undirected", is_flag=True, help="The pair in an undirected panel.")
@frame_options
@output.format_options
@click.option("-v", "--all-values", is_flag=True, help="Show the empty values too.")
def why(key: tuple[int, ...], undirected: bool, format: output.Format, all_values: bool, **given: Any) -> None:
    """Where each value of one row comes from: the row's states and year, such as 365 2 1949."""
    if len(key) not in (2, 3):
        raise click.UsageError("name a row by two states and a year (365 2 1949), or by one state and a year (365 1949)")
    unit = "dyad_year" if len(key) == 3 else "state_year"
    plan = _plan(unit, {**given, "directed": not undirected}, otherwise_all=True)
    _show(plan.why(*key), format, all_values)


def _plan(unit: str, given: dict[str, Any], otherwise_all: bool = False) -> Panel:
    """The panel that the options name; `otherwise_all` takes all that is known where they name no data."""
    from foedus.verbs.panel_of import choices, panel_of, panel_of_all

    frame_names = ("directed", "system", "years", "last_year", "among", "of", "like_peacesciencer")
    frame = {name: given[name] for name in frame_names if name in given}
    named = {one.name for one in choices()} | {f"{one.name}_{flag}" for one in choices() for flag in one.flags}
    chosen = {
        name: True if value in (_FROM_SETTINGS, (_FROM_SETTINGS,)) else value
        for name, value in given.items()
        if name in named and value not in (None, False, ())
    }
    if otherwise_all and not chosen:
        plan = panel_of_all(unit, given["states"], **frame)  # type: ignore[arg-type]
    else:
        plan = panel_of(unit, given["states"], chosen, **frame)  # type: ignore[arg-type]
    for condition in given["conditions"]:
        plan = plan.where(condition)
    return plan


def _write(unit: str, target: str, given: dict[str, Any]) -> None:
    plan = _plan(unit, given)
    start = time.perf_counter()
    if plan.frame.last_year is None:
        click.echo(f"last year {plan.last_year}: the last that all sources cover (--last-year says otherwise)", err=True)
    built = plan.build()
    written = built.write(target)
    for joined in written.joins:
        click.echo(str(joined), err=True)
    for one in built.loaded:
        if not one.as_published:
            click.echo(f"note: {one.path} has {one.rows:,} rows, as published {one.published:,}", err=True)
    click.echo(f"{written.table}\n{written.codebook}")
    click.echo(f"{written.rows:,} rows in {time.perf_counter() - start:.1f} s", err=True)


def _show(answer: Why, format: output.Format, all_values: bool) -> None:
    heading = ", ".join(f"{name} {value}" for name, value in answer.key.items())
    rows: list[tuple[Any, ...]] = []
    for reason in answer.reasons:
        values = [f"{n} = {v}" for n, v in reason.values.items() if v is not None or all_values] or [""]
        rows.append((reason.verb, ", ".join(values), reason.because, "", ""))
        rows += [("", "", one.says, one.file, one.line) for one in reason.origins]
    there = "" if answer.there else ": no such row in the panel"
    output.show(answer, format, [("", ("verb", "values", "because", "file", "line"), rows)], f"{heading}{there}")

"""`foedus ledger`: what each crisis asked of whom, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from foedus.cli import output
from foedus.when import When

if TYPE_CHECKING:
    from foedus.ledger import Totals
    from foedus.nouns import Entry
    from foedus.verbs.ledger import LedgerAnswer

COLUMNS = ("crisis", "on", "reading", "alliance", "article", "kind", "debtor", "creditor", "owed", "verdict", "reason")


@click.command()
@click.argument("alliance")
@click.option("--crisis", help="Only this crisis (its id).")
@output.on_option
@output.format_options
def command(alliance: str, crisis: str | None, on: When | None, format: output.Format) -> None:
    """Duties and verdicts of ALLIANCE (id or name, or "all") in every recorded crisis, under each sourced reading."""
    from foedus.verbs.ledger import ledger

    answer = ledger(alliance, on, crisis)
    if format == "csv":
        output.show(answer, format, [("", (*COLUMNS, "evidence"), map(_row, answer.entries))])
        return
    output.show(answer, format, [*_accounts(answer.entries), _totals(answer.totals)], _heading(answer))


def _row(e: Entry) -> tuple[Any, ...]:
    about = (e.crisis, e.on, e.reading, e.alliance, e.article, e.kind, e.debtor, e.creditor)
    return (*about, _known(e.owed), e.verdict, e.reason, e.evidence)


def _heading(answer: LedgerAnswer) -> str:
    every = answer.totals.all
    return (
        f"The ledger of {answer.alliance or 'all alliances'} as of {answer.as_of}: {every.distinct.duties} duties, "
        f"{every.entries} entries (one for each account of a crisis); crises: {every.crises}"
    )


def _accounts(entries: Iterable[Entry]) -> Iterator[output.Section]:
    """A table for each account of each crisis."""
    columns = ("alliance", "article", "by", "to", "owed", "verdict", "why")
    for (crisis, on, reading), rows in groupby(entries, key=lambda e: (e.crisis, e.on, e.reading)):
        yield f"{crisis}, {on}; account: {reading}", columns, _grouped(rows)


def _grouped(entries: Iterable[Entry]) -> list[tuple[Any, ...]]:
    """Debtors with the same verdict for the same reason on one line."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for e in entries:
        key = (e.alliance, e.article, e.creditor, _known(e.owed), e.verdict, e.reason)
        groups.setdefault(key, []).append(e.debtor or "nobody")
    return [(*key[:2], ", ".join(debtors), *key[2:]) for key, debtors in groups.items()]


def _totals(totals: Totals) -> output.Section:
    once = ("", "crises", "duties", "owed", "not owed", "unknown", "differ", "verdicts, each duty once")
    columns = (*once, "entries", "verdicts, once for each account")
    groups = {**totals.by_alliance, **totals.by_article, **totals.by_decade, "all": totals.all}
    return (
        "Totals",
        columns,
        [
            (
                name,
                c.crises,
                *(c.distinct.duties, c.distinct.owed, c.distinct.not_owed, c.distinct.unknown, c.distinct.differ),
                _words(c.distinct.verdicts),
                c.entries,
                _words(c.verdicts),
            )
            for name, c in groups.items()
        ],
    )


def _words(verdicts: dict[str, int]) -> str:
    return ", ".join(f"{n} {word.replace('_', ' ')}" for word, n in verdicts.items())


def _known(owed: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[owed]

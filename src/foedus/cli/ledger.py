"""`foedus ledger`: what each crisis asked of whom, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from foedus.cli import output
from foedus.when import When

if TYPE_CHECKING:
    from foedus.ledger import Totals
    from foedus.nouns import Entry

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
    every = answer.totals.all
    heading = (
        f"The ledger of {answer.alliance or 'all alliances'} as of {answer.as_of}: {every.distinct.duties} duties in "
        f"{every.crises} crises; {every.entries} entries, since a duty has one for each account of its crisis"
    )
    columns = ("crisis", "reading", "alliance", "article", "by", "to", "owed", "verdict", "why")
    output.show(answer, format, [("Entries", columns, _grouped(answer.entries)), _totals(answer.totals)], heading)


def _row(e: Entry) -> tuple[Any, ...]:
    about = (e.crisis, e.on, e.reading, e.alliance, e.article, e.kind, e.debtor, e.creditor)
    return (*about, _known(e.owed), e.verdict, e.reason, e.evidence)


def _grouped(entries: Iterable[Entry]) -> list[tuple[Any, ...]]:
    """Debtors with the same verdict for the same reason on one line."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for e in entries:
        key = (e.crisis, e.reading, e.alliance, e.article, e.creditor, _known(e.owed), e.verdict, e.reason)
        groups.setdefault(key, []).append(e.debtor or "nobody")
    return [(*key[:4], ", ".join(debtors), *key[4:]) for key, debtors in groups.items()]


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

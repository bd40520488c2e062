"""`foedus check`: is the record whole?"""

from __future__ import annotations

import sys
from collections import Counter

import click

from foedus.cli import output


@click.command()
@click.option("--strict", is_flag=True, help="Count facts without evidence as errors, too, and list them.")
@output.format_options
def command(strict: bool, format: output.Format) -> None:
    """Check the record: unknown ids, overlaps, gaps, dates out of order, facts without evidence. Exit 1 if not whole."""
    from foedus.verbs.check import check

    answer = check(strict=strict)
    shown = [p for p in answer.problems if strict or p.level == "error"]
    counts = Counter(p.level for p in answer.problems)
    heading = (
        f"{answer.facts} facts, {answer.confirmed} confirmed by a source that was seen; "
        f"{counts['error']} errors, {counts['warning']} warnings: "
        + ("the record is whole" if answer.whole else "the record is not whole")
    )
    rows = [(p.level, p.where, p.what) for p in shown]
    output.show(answer, format, [("Problems", ("level", "where", "what"), rows)] if rows else [], heading)
    sys.exit(0 if answer.whole else 1)

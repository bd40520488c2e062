"""`foedus accept`: a person decides on findings."""

from __future__ import annotations

import click

from foedus.nouns import FoedusError


@click.command()
@click.argument("findings", nargs=-1, metavar="ID...")
@click.option("--reject", "rejected", multiple=True, metavar="ID", help="Note that this finding is rejected.")
@click.option("--undo", "undone", multiple=True, metavar="ID", help="Take the acceptance of this finding back.")
@click.option("--set", "more", multiple=True, metavar="FIELD=VALUE", help="A field that the words do not tell.")
@click.option("--supports", metavar="FACT", help="Keep the words as evidence for this fact of the record instead.")
@click.option("--by", help="Who decides (default: the user's name).")
def command(
    findings: tuple[str, ...],
    rejected: tuple[str, ...],
    undone: tuple[str, ...],
    more: tuple[str, ...],
    supports: str | None,
    by: str | None,
) -> None:
    """Accept findings as facts of this workspace's record, reject them, or undo an acceptance."""
    from foedus.verbs.accept import accept
    from foedus.verbs.reject import reject
    from foedus.verbs.undo import undo

    if not findings and not rejected and not undone:
        raise click.UsageError("which finding? foedus read FILE shows their ids")
    fields = _fields(more)
    for finding in findings:
        click.echo(accept(finding, fields, by, supports))
    for finding in rejected:
        click.echo(reject(finding, by))
    for finding in undone:
        click.echo(f"removed {undo(finding)}")


def _fields(words: tuple[str, ...]) -> dict[str, str]:
    pairs = [word.split("=", 1) for word in words]
    if any(len(pair) != 2 for pair in pairs):
        raise FoedusError("write --set as FIELD=VALUE")
    return {field: value for field, value in pairs}

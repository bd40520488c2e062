"""`foedus ask`: one view, one question to the store."""

from __future__ import annotations

from pathlib import Path

import click

from foedus.cli import output
from foedus.nouns import FoedusError


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("view", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--NAME VALUE]...")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Write .csv or .parquet, and its codebook.")
@output.format_options
def command(view: str | None, parameters: tuple[str, ...], out: Path | None, format: output.Format) -> None:
    """Ask VIEW, a question kept as SQL, with its parameters (--on 2015-09-15). Without VIEW: what can be asked."""
    from foedus.verbs.ask import ask, views

    if view is None:
        rows = [(v.name, v.question, " ".join(f"--{p.name}" for p in v.parameters)) for v in views()]
        output.show(views(), format, [("What can be asked", ("view", "question", "parameters"), rows)])
        return
    if out:
        from foedus.verbs.export import export

        written = export(view, out, _pairs(parameters))
        click.echo(f"{written.path}: {written.rows} rows\n{written.codebook}")
        return
    answer = ask(view, _pairs(parameters))
    heading = f"{answer.question} {' '.join(f'--{k} {v}' for k, v in answer.parameters.items())}"
    output.show(answer, format, [("", answer.columns, answer.rows)], heading)


def _pairs(words: tuple[str, ...]) -> dict[str, str]:
    """`--name value` and `--name=value` as a dictionary."""
    split = [part for word in words for part in (word.split("=", 1) if word.startswith("--") else [word])]
    names, values = split[::2], split[1::2]
    if len(names) != len(values) or not all(name.startswith("--") for name in names):
        raise FoedusError("write the parameters of a view as --name value")
    return {name[2:].replace("-", "_"): value for name, value in zip(names, values, strict=True)}

"""Writes the generated pages of docs/: contracts.md from the structs, commands.md from --help, views.md from the views.

Run it as `.venv/bin/python docs/make.py`; a test compares the pages with what it would write.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

HERE = Path(__file__).parent


def contracts() -> str:
    """Every struct of the nouns and of the verbs' answers, with its fields and their types."""
    import foedus.nouns
    import foedus.shelf
    import foedus.verbs

    lines = [
        "# Contracts",
        "",
        "Generated from the structs (`docs/make.py`). A field such as `from_` or `for_` in Python is written",
        "without the underscore in files and answers. A date is ISO 8601 text with the precision that is known.",
        "",
    ]
    lines += ["## The record's tables and the nouns they hold", "", "| table | noun |", "| --- | --- |"]
    lines += [f"| `{table}` | {noun.__name__} |" for table, noun in foedus.shelf.TABLES.items()]
    lines += ["", "## Nouns", ""]
    nouns = [getattr(foedus.nouns, name) for name in foedus.nouns.__all__]
    lines += [line for noun in nouns if _is_struct(noun) for line in _struct(noun)]
    lines += ["## Answers", ""]
    for name in sorted(module.name for module in pkgutil.iter_modules(foedus.verbs.__path__)):
        module = importlib.import_module(f"foedus.verbs.{name}")
        own = [s for s in vars(module).values() if _is_struct(s) and s.__module__ == module.__name__]
        lines += [line for struct in own for line in _struct(struct)]
    return "\n".join(lines).rstrip() + "\n"


def commands() -> str:
    """The help of every command."""
    from foedus.cli import program

    context = click.Context(program, info_name="foedus", **_SHAPE)
    lines = ["# Commands", "", "Generated from `--help` (`docs/make.py`).", ""]
    for path, command in _commands(program, context, ("foedus",)):
        own = click.Context(command, info_name=" ".join(path), terminal_width=100, **program.context_settings)
        lines += [f"## {' '.join(path)}", "", "```", command.get_help(own), "```", ""]
    return "\n".join(lines).rstrip() + "\n"


def views() -> str:
    """Every view, the question it answers, its parameters."""
    from foedus.store import views as all_views

    head = "Generated from the SQL files (`docs/make.py`). Ask one with `foedus ask VIEW --name value`."
    lines = ["# Views", "", head, ""]
    for view in all_views():
        lines += [f"## {view.name}", "", view.question, ""]
        lines += [f"- `--{p.name}` ({p.type}{_default(p.default)}): {p.help}" for p in view.parameters]
        lines += [""] if view.parameters else []
    return "\n".join(lines).rstrip() + "\n"


_SHAPE: dict[str, Any] = {"max_content_width": 100, "terminal_width": 100, "help_option_names": ["-h", "--help"]}
PAGES = {"contracts.md": contracts, "commands.md": commands, "views.md": views}
Path_ = tuple[str, ...]


def _default(default: str | None) -> str:
    return "" if default is None else f", default {default or 'all'}"


def _commands(group: click.Group, context: click.Context, path: Path_) -> Iterator[tuple[Path_, click.Command]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from _commands(command, context, (*path, name))


def _is_struct(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, msgspec.Struct)


def _struct(struct: type[msgspec.Struct]) -> list[str]:
    hints = typing.get_type_hints(struct)
    lines = [f"### {struct.__name__}", "", inspect.cleandoc(struct.__doc__ or ""), ""]
    lines += ["| field | type |", "| --- | --- |"]
    lines += [f"| `{field.rstrip('_')}` | {_type(hints[field])} |" for field in struct.__struct_fields__]
    return [*lines, ""]


def _type(hint: object) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return " \\| ".join(f'"{word}"' for word in typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        return f"list of {_type(typing.get_args(hint)[0])}"
    parts = typing.get_args(hint)
    if parts and typing.get_origin(hint) is not dict:
        return " \\| ".join(_type(part) for part in parts)
    name = getattr(hint, "__name__", str(hint))
    return {"NoneType": "null", "str": "text", "int": "number", "bool": "true or false", "When": "date"}.get(name, name)


if __name__ == "__main__":
    for name, made in PAGES.items():
        (HERE / name).write_text(made(), encoding="utf8")

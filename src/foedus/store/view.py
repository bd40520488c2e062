"""Views: one question, one SQL file. Its first comment is the question in a sentence; `-- $name type: what` a parameter.

A parameter with `= value` after its type has that default; `= edition` is the record's edition date. `-- scale: yes`
marks a view that keeps to the SQL that runs the same on Spark. `-- | column: meaning` tells what a column holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from foedus.nouns import FoedusError
from foedus.shelf import did_you_mean
from foedus.when import When

if TYPE_CHECKING:
    import duckdb

FOLDER = Path(__file__).parent / "views"
_COLUMN = re.compile(r"-- \| (\w+): (.*)")
_PARAMETER = re.compile(r"-- \$(\w+) (date|text|number)(?: = (.*?))?: (.*)")


class Parameter(msgspec.Struct, frozen=True):
    """One parameter of a view; `default` None: it must be given."""

    name: str
    type: str
    default: str | None
    help: str


class ViewFile(msgspec.Struct, frozen=True):
    """A view as its file says: the question, the parameters, the SQL, and what its columns mean where it says so."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    sql: str
    scale: bool
    columns: dict[str, str] = {}


def views() -> tuple[ViewFile, ...]:
    """All views, by name."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.sql")))


def view(name: str) -> ViewFile:
    """The view of that name (`-` reads as `_`); FoedusError with the nearest names."""
    found = {v.name: v for v in views()}
    plain = name.replace("-", "_")
    if plain not in found:
        raise FoedusError(f"no view is called {name!r}{did_you_mean(plain, found)}. foedus ask lists them")
    return found[plain]


def run_view(con: duckdb.DuckDBPyConnection, asked: ViewFile, given: Mapping[str, str], edition: When) -> Any:
    """The relation of a view with the values given; FoedusError for a value missing, unknown or of the wrong type."""
    return con.execute(asked.sql, _values(asked, given, edition))


def view_into(con: duckdb.DuckDBPyConnection, asked: ViewFile, given: Mapping[str, str], edition: When, name: str) -> str:
    """Keep a view's answer as a temporary table; its name."""
    con.execute(f'create or replace temp table "{name}" as {asked.sql}', _values(asked, given, edition))
    return f'"{name}"'


def _values(asked: ViewFile, given: Mapping[str, str], edition: When) -> dict[str, Any]:
    known = {p.name: p for p in asked.parameters}
    for name in given:
        if name not in known:
            takes = ", ".join(f"--{p}" for p in known) or "no parameters"
            raise FoedusError(f"{asked.name} has no --{name}: it takes {takes}{did_you_mean(name, known)}")
    return {p.name: _value(asked, p, given.get(p.name), edition) for p in asked.parameters}


def _read(path: Path) -> ViewFile:
    sql = path.read_text(encoding="utf8")
    head = [line for line in sql.splitlines() if line.startswith("--")]
    parameters = tuple(Parameter(*m.groups()) for line in head if (m := _PARAMETER.match(line)))
    columns = {m[1]: m[2] for line in head if (m := _COLUMN.match(line))}
    sentence = " ".join(line[3:] for line in head if not line.startswith(("-- $", "-- | ", "-- scale:")))
    return ViewFile(path.stem, sentence, parameters, sql, "-- scale: yes" in head, columns)


def _value(asked: ViewFile, parameter: Parameter, given: str | None, edition: When) -> Any:
    text = given if given is not None else parameter.default
    if text is None:
        raise FoedusError(f"{asked.name} needs --{parameter.name}: {parameter.help}")
    if parameter.type == "text":
        return text or None
    if text == "":
        return None
    try:
        if parameter.type == "number":
            return float(text) if "." in text else int(text)
        return (edition if text == "edition" else When(text)).first
    except ValueError as error:
        raise FoedusError(f"{asked.name} --{parameter.name}: {error}") from None

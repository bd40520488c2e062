"""The record's plain files, read. Files only in: nothing is ever written here.

A TOML file holds arrays of tables named by noun (`[[memberships]]`); its top-level values (`of = "csto"`) are the
defaults of every table in it whose noun has that field. A later folder replaces a fact of the same id as a whole;
`withdrawn = true` removes it.
"""

from __future__ import annotations

import csv
import re
import tomllib
import typing
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import msgspec

from foedus.nouns import Evidence, Fact, FoedusError, Noun, decode_hook
from foedus.shelf.held import CSV_TABLES, TABLES, Edition, Problem, Shelf
from foedus.shelf.spelling import did_you_mean
from foedus.when import When


def read(folders: Iterable[Path]) -> Shelf:
    """The shelf of these record folders; FoedusError with the first thing that is wrong."""
    shelf, problems = load(folders)
    if problems:
        more = f" (and {len(problems) - 1} more: foedus check lists them)" if len(problems) > 1 else ""
        raise FoedusError(f"{problems[0]}{more}")
    return shelf


def load(folders: Iterable[Path]) -> tuple[Shelf, list[Problem]]:
    """The shelf as far as it can be read, and every problem of form (a broken file, an unknown field, an id twice)."""
    load = _Load()
    for folder in folders:
        load.folder(folder)
    return load.shelf(), load.problems


class _Load:
    """What has been read so far: facts by table and id, rows of the CSV files, problems."""

    def __init__(self) -> None:
        self.facts: dict[str, dict[str, Fact]] = {table: {} for table in TABLES}
        self.rows: dict[str, list[Noun]] = {table: [] for table in CSV_TABLES}
        self.edition = Edition("0", When("1900"))
        self.where: dict[str, str] = {}
        self.problems: list[Problem] = []

    def folder(self, folder: Path) -> None:
        base = folder.parent
        seen: dict[str, str] = {}
        for path in sorted(folder.rglob("*.toml")):
            if path.name == "edition.toml" and path.parent == folder:
                self._edition(path)
            else:
                self._toml(path, str(path.relative_to(base)), seen)
        for path in sorted(folder.rglob("*.csv")):
            if path.stem in CSV_TABLES:
                self._csv(path, str(path.relative_to(base)))

    def _edition(self, path: Path) -> None:
        try:
            self.edition = msgspec.convert(tomllib.loads(path.read_text(encoding="utf8")), Edition, dec_hook=decode_hook)
        except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
            self.problems.append(Problem(str(path.name), str(error)))

    def _toml(self, path: Path, name: str, seen: dict[str, str]) -> None:
        try:
            tables = tomllib.loads(path.read_text(encoding="utf8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            self.problems.append(Problem(name, f"not readable as TOML: {error}"))
            return
        defaults = {key: value for key, value in tables.items() if not isinstance(value, list)}
        for table, rows in tables.items():
            if table in defaults:
                continue
            for number, row in enumerate(rows):
                self._fact(table, row, defaults, f"{name}: {table}[{number}]", seen)

    def _fact(self, table: str, row: dict[str, Any], defaults: dict[str, Any], where: str, seen: dict[str, str]) -> None:
        kind = TABLES.get(table) or (Evidence if table == "evidence" else None)
        if kind is None:
            self.problems.append(Problem(where, f"no noun is called {table!r}{did_you_mean(table, TABLES)}"))
            return
        filled = {key: value for key, value in defaults.items() if key in _fields(kind)} | row
        if filled.get("withdrawn"):
            self._withdraw(table, str(filled.get("id")), where)
            return
        fact = self._convert(filled, kind, where)
        if isinstance(fact, Evidence):
            self.rows["evidence"].append(fact)
        elif isinstance(fact, Fact):
            if fact.id in seen:
                self.problems.append(Problem(where, f"the id {fact.id!r} stands already in {seen[fact.id]}"))
            seen[fact.id] = self.where[fact.id] = where
            self.facts[table][fact.id] = fact

    def _withdraw(self, table: str, id: str, where: str) -> None:
        """Take a fact and its evidence off the shelf; a fact that is not there is a problem."""
        if self.facts[table].pop(id, None) is None:
            self.problems.append(
                Problem(where, f"none of the {table} has the id {id!r}{did_you_mean(id, self.facts[table])}")
            )
        self.rows["evidence"] = [row for row in self.rows["evidence"] if getattr(row, "fact", None) != id]

    def _csv(self, path: Path, name: str) -> None:
        kind = CSV_TABLES[path.stem]
        with path.open(encoding="utf8", newline="") as file:
            reader = csv.DictReader(file)
            for row in reader:
                where = f"{name}:{reader.line_num}"
                if None in row or None in row.values():
                    self.problems.append(Problem(where, f"the line has not {len(reader.fieldnames or ())} cells"))
                    continue
                noun = self._convert(_cells(row, kind), kind, where)
                if noun is not None:
                    self.rows[path.stem].append(noun)

    def _convert(self, row: dict[str, Any], kind: type[Noun], where: str) -> Noun | None:
        try:
            return msgspec.convert(row, kind, dec_hook=decode_hook)
        except (msgspec.ValidationError, ValueError) as error:
            label = f" ({row['id']})" if "id" in row else ""
            self.problems.append(Problem(where + label, explain(str(error), kind)))
            return None

    def shelf(self) -> Shelf:
        facts: dict[str, Any] = {table: tuple(rows.values()) for table, rows in self.facts.items()}
        rows: dict[str, Any] = {table: tuple(found) for table, found in self.rows.items()}
        return Shelf(**facts, **rows, edition=self.edition, where=self.where)


def _fields(kind: type[Noun]) -> dict[str, Any]:
    """The fields of a noun, by the name they have in files, with their types."""
    hints = _HINTS.get(kind) or _HINTS.setdefault(kind, typing.get_type_hints(kind))
    return {name.rstrip("_"): hints[name] for name in kind.__struct_fields__}


_HINTS: dict[type, dict[str, Any]] = {}


def _cells(row: dict[str, str], kind: type[Noun]) -> dict[str, Any]:
    """The filled cells of a CSV row: lists split at `|`, whole numbers read."""
    fields = _fields(kind)
    return {name: _cell(text.strip(), fields.get(name)) for name, text in row.items() if text.strip()}


def _cell(text: str, hint: Any) -> Any:
    if typing.get_origin(hint) is tuple:
        return [part.strip() for part in text.split("|") if part.strip()]
    return int(text) if hint == int | None and text.lstrip("-").isdigit() else text


def allowed_words(kind: type[Noun], field: str) -> list[str]:
    """The words that a field of a noun may be, where they are listed."""
    return _words(_fields(kind).get(field))


def explain(error: str, kind: type[Noun]) -> str:
    """msgspec's message, with the allowed words and the nearest field beside it."""
    unknown = re.search(r"unknown field `(\w+)`", error)
    if unknown:
        return f"{error}{did_you_mean(unknown[1], _fields(kind))}"
    wrong = re.search(r"[Ii]nvalid (?:enum|str) value '(.*?)' - at `\$\.(\w+)", error)
    if wrong:
        return f"{error}; allowed: {', '.join(allowed_words(kind, wrong[2]))}"
    return error


def _words(hint: Any) -> list[str]:
    """The allowed words of a field's type, through tuples and nested nouns."""
    if typing.get_origin(hint) is Literal:
        return [str(word) for word in typing.get_args(hint)]
    if isinstance(hint, type) and issubclass(hint, Noun):
        return [word for inner in _fields(hint).values() for word in _words(inner)]
    return [word for inner in typing.get_args(hint) for word in _words(inner)]

"""Nouns as relational tables: which columns a noun has, and its rows.

A date field `d` becomes three columns: `d` as written, `d_first` and `d_last` as the days it may mean. A coded term
becomes its value as text and `<field>_basis`. A list of texts stays a list; a list of nouns becomes a table of its own,
`<table>_<field>`, with the `parent` id and the `ordinal` place in the list.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec

from foedus.nouns import Noun, Term, Trigger, to_builtins
from foedus.when import When

Columns = dict[str, str]
Row = dict[str, Any]
_SCALARS = {str: "VARCHAR", int: "BIGINT", bool: "BOOLEAN", float: "DOUBLE"}


class Table(msgspec.Struct):
    """One table: its columns with their SQL types, and its rows."""

    columns: Columns
    rows: list[Row]


def tables(name: str, noun: type[msgspec.Struct], things: Iterable[msgspec.Struct]) -> dict[str, Table]:
    """The table of a noun called `name`, and one for each field that is a list of nouns."""
    things = list(things)
    hints = field_types(noun)
    made = {name: Table(dict(_columns(hints)), [_row(thing, hints) for thing in things])}
    for field, hint in hints.items():
        inner = _listed_noun(hint)
        if inner:
            made[f"{name}_{field}"] = _child(field, inner, things)
    return made


def field_types(noun: type[msgspec.Struct]) -> dict[str, Any]:
    """The fields of a noun by the name they have in files, `None` left out of their types."""
    hints = typing.get_type_hints(noun)
    return {field.rstrip("_"): _known(hints[field]) for field in noun.__struct_fields__}


def _known(hint: Any) -> Any:
    """The type without None (`str | None` is `str`); a type of several kinds stays as it is."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        kinds = [kind for kind in typing.get_args(hint) if kind is not types.NoneType]
        return kinds[0] if len(kinds) == 1 else hint
    return hint


def _listed_noun(hint: Any) -> type[Noun] | None:
    inner = typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None
    return inner if isinstance(inner, type) and issubclass(inner, Noun) else None


def _columns(hints: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for field, hint in hints.items():
        if _listed_noun(hint):
            continue
        if hint is When:
            yield from ((field, "VARCHAR"), (f"{field}_first", "DATE"), (f"{field}_last", "DATE"))
        elif hint in (Term, Trigger):
            yield from ((field, "VARCHAR"), (f"{field}_basis", "VARCHAR"))
        elif typing.get_origin(hint) is tuple:
            yield field, f"{_SCALARS.get(typing.get_args(hint)[0], 'VARCHAR')}[]"
        else:
            yield field, _SCALARS.get(hint, "VARCHAR") if typing.get_origin(hint) is not Literal else "VARCHAR"


def _row(thing: msgspec.Struct, hints: dict[str, Any]) -> Row:
    row: Row = {}
    for field, hint in hints.items():
        value = getattr(thing, field) if hasattr(thing, field) else getattr(thing, f"{field}_")
        if _listed_noun(hint):
            continue
        if isinstance(value, When):
            row |= {field: str(value), f"{field}_first": str(value.first), f"{field}_last": str(value.last)}
        elif isinstance(value, (Term, Trigger)):
            row |= {field: _coded(value), f"{field}_basis": value.basis}
        else:
            row[field] = to_builtins(value)
    return row


def _coded(term: Term | Trigger) -> str:
    if isinstance(term, Trigger):
        return f"{term.grade} by {' or '.join(term.by)}"
    return ", ".join(term.value) if isinstance(term.value, tuple) else str(term.value)


def _child(field: str, inner: type[Noun], things: list[msgspec.Struct]) -> Table:
    hints = field_types(inner)
    columns = {"parent": "VARCHAR", "ordinal": "BIGINT"} | dict(_columns(hints))
    rows = [
        {"parent": thing.id, "ordinal": place} | _row(part, hints)  # type: ignore[attr-defined]
        for thing in things
        for place, part in enumerate(getattr(thing, field))
    ]
    return Table(columns, rows)

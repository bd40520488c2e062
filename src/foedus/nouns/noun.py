"""What all nouns share: frozen structs, keyword fields, unknown fields refused; a fact has an id."""

from __future__ import annotations

from typing import Any

import msgspec

from foedus.when import When


class FoedusError(Exception):
    """Something the user can mend: says what, where and what to do. The program exits 2 with it."""


def _without_underscore(field: str) -> str:
    return field.rstrip("_")


class Noun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=_without_underscore):
    """A noun of the field. In files and answers a field such as `from_` is written `from`."""


class Fact(Noun, frozen=True, kw_only=True):
    """Something the record holds. `id` is unique in the whole record; `withdrawn` removes it in a workspace."""

    id: str
    note: str = ""
    withdrawn: bool = False


class Dated(Fact, frozen=True, kw_only=True):
    """A fact that holds from a day (included) until a day (excluded); None is open."""

    from_: When | None = None
    until: When | None = None


def decode_hook(kind: type, value: Any) -> Any:
    """Make a When of a text or a TOML date, for msgspec."""
    if kind is When:
        return When(value)
    raise NotImplementedError(kind)


def encode_hook(value: Any) -> Any:
    """Write a When as its text, for msgspec."""
    if isinstance(value, When):
        return str(value)
    raise NotImplementedError(type(value))


def to_builtins(value: Any) -> Any:
    """The noun as plain dicts, lists and texts, as it stands in JSON."""
    return msgspec.to_builtins(value, enc_hook=encode_hook)


def to_json(value: Any) -> bytes:
    """The noun as JSON, compact, UTF-8."""
    return msgspec.json.encode(value, enc_hook=encode_hook)

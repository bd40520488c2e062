"""A corpus: statements that were chosen by a rule, so that counts of them mean something.

A corpus is a TOML file beside the statements: what it is a sample of and how it was drawn, from when until when, under
which licence; the statements themselves (CSV, JSON lines or Parquet with the columns speaker, state, on, content); and
the deaths file (UCDP GED or ACLED) with the point from which each state's distance is measured.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from foedus.nouns import FoedusError, Threat, decode_hook
from foedus.rhetoric.talk import Statement
from foedus.when import When

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

COLUMNS = ("speaker", "state", "on", "content")
_READERS = {".csv": "read_csv", ".jsonl": "read_json", ".ndjson": "read_json", ".parquet": "read_parquet"}


class Deaths(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which file of events counts deaths, within how many kilometres of each state's point."""

    dataset: Literal["ged", "acled"]
    path: str
    km: float = 500.0


class Corpus(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A defined sample of statements. `sample` says how they were chosen; `points` are (latitude, longitude) by state."""

    title: str
    sample: str
    licence: str
    from_: When
    until: When
    statements: str
    deaths: Deaths | None = None
    points: dict[str, tuple[float, float]] = {}


def read(path: Path) -> Corpus:
    """The corpus that a TOML file describes; FoedusError names the file and what is wrong or missing."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf8")), Corpus, dec_hook=decode_hook)
    except OSError as error:
        raise FoedusError(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        raise FoedusError(f"{path}: {error}. A corpus says title, sample, licence, from, until, statements") from None


def statements(con: DuckDBPyConnection, corpus: Corpus, folder: Path, threat: Threat) -> list[Statement]:
    """The statements about security in the corpus, each with whether it names the threat."""
    file = folder / corpus.statements
    reader = _READERS.get(file.suffix)
    if reader is None or not file.is_file():
        raise FoedusError(f"{file}: no file of statements ({', '.join(_READERS)})")
    source = f"{reader}('{str(file).replace(chr(39), chr(39) * 2)}')"
    _check_columns(con, source, file)
    query = f"""
        select speaker, state, cast("on" as date), content, regexp_matches(content, $names) as naming
        from {source}
        where cast("on" as date) between $first and $last
          and (regexp_matches(content, $security, 'i') or regexp_matches(content, $names))
        order by all
    """
    given = {"names": _names(threat), "security": _security(), "first": corpus.from_.first, "last": corpus.until.last}
    rows = con.execute(query, given).fetchall()
    if not rows:
        raise FoedusError(f"{file}: no statement about security between {corpus.from_} and {corpus.until}")
    return [Statement(speaker=s, state=t, on=d, content=c, names_threat=n) for s, t, d, c, n in rows]


def _check_columns(con: DuckDBPyConnection, source: str, file: Path) -> None:
    import duckdb

    try:
        there = [row[0] for row in con.execute(f"describe from {source}").fetchall()]
    except duckdb.Error as error:
        raise FoedusError(f"{file}: {str(error).splitlines()[0]}") from None
    missing = [column for column in COLUMNS if column not in there]
    if missing:
        raise FoedusError(f"{file}: no column {', '.join(missing)}; there are {', '.join(there)}")


def _names(threat: Threat) -> str:
    """The threat's names as a pattern of whole words, case kept: `IS` is not `is`."""
    names = sorted({threat.name, *threat.aliases, *(n.name for n in threat.names)}, key=len, reverse=True)
    return r"\b(?:" + "|".join(map(_escaped, names)) + r")\b"


def _escaped(name: str) -> str:
    return "".join(c if c.isalnum() or c == " " else "\\" + c for c in name)


@cache
def _security() -> str:
    stems = tomllib.loads(Path(__file__).with_name("security.toml").read_text(encoding="utf8"))["stems"]
    return r"\b(?:" + "|".join(stems) + ")"

"""A corpus: statements that were chosen by a rule, so that counts of them mean something.

A corpus is a TOML file beside the statements: what it is a sample of and how it was drawn, from when until when, under
which licence; the statements themselves (CSV, JSON lines or Parquet with the columns speaker, state, on, content); and
the deaths file (UCDP GED or ACLED) with the point from which each state's distance is measured.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from foedus.nouns import FoedusError, Threat, decode_hook
from foedus.when import When

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

COLUMNS = ("speaker", "state", "on", "content")
_READERS = {
    ".csv": "read_csv('{}', all_varchar = true)",
    ".jsonl": "read_json('{}', format = 'newline_delimited')",
    ".ndjson": "read_json('{}', format = 'newline_delimited')",
    ".parquet": "read_parquet('{}')",
}
_SAID = """
create or replace temp table said as
select id, speaker, state, day, content, regexp_matches(content, $names) as naming
from (select row_number() over () + 1 as id, speaker, state, content, try_cast("on" as date) as day from {source})
where day between $first and $last and (regexp_matches(content, $security) or regexp_matches(content, $names))
"""
_FAULTY = """
select id, coalesce(day, 'empty') from (select row_number() over () + 1 as id, "on" as day, speaker from {source})
where try_cast(day as date) is null or speaker is null
order by id limit 1
"""


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
        corpus = msgspec.convert(tomllib.loads(path.read_text(encoding="utf8")), Corpus, dec_hook=decode_hook)
    except OSError as error:
        raise FoedusError(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        wanted = "title, sample (how the statements were chosen), licence, from, until, statements (the file)"
        raise FoedusError(f"{path}: {error}. A corpus says {wanted}; and deaths, points for its exposure") from None
    if not corpus.sample.strip():
        raise FoedusError(f"{path}: sample is empty: say how the statements were chosen, or counts mean nothing")
    if corpus.until.last < corpus.from_.first:
        raise FoedusError(f"{path}: until {corpus.until} is before from {corpus.from_}")
    return corpus


def take_in(con: DuckDBPyConnection, corpus: Corpus, folder: Path, threat: Threat) -> int:
    """Make the table `said`: the corpus's statements about security, each with whether it names the threat; their number.

    Columns: id (the line or row it stands on), speaker, state, day, content, naming.
    """
    file = folder / corpus.statements
    if file.suffix not in _READERS or not file.is_file():
        raise FoedusError(f"{file}: no file of statements ({', '.join(_READERS)})")
    source = _READERS[file.suffix].format(str(file).replace("'", "''"))
    _check(con, source, file)
    given = {"names": names(threat), "security": security(), "first": corpus.from_.first, "last": corpus.until.last}
    con.execute(_SAID.format(source=source), given)
    count = int(con.execute("select count(*) from said").fetchall()[0][0])
    if not count:
        raise FoedusError(f"{file}: no statement about security between {corpus.from_} and {corpus.until}")
    return count


def _check(con: DuckDBPyConnection, source: str, file: Path) -> None:
    """FoedusError for a file that cannot be read, lacks a column, or holds a row without a speaker or a day."""
    import duckdb

    try:
        there = [row[0] for row in con.execute(f"describe from {source}").fetchall()]
        missing = [column for column in COLUMNS if column not in there]
        if missing:
            raise FoedusError(f"{file}: no column {', '.join(missing)}; there are {', '.join(there)}")
        faulty = con.execute(_FAULTY.format(source=source)).fetchall()
    except duckdb.Error as error:
        raise FoedusError(f"{file}: {str(error).splitlines()[0]}") from None
    if faulty:
        line, day = faulty[0]
        raise FoedusError(f"{file}, line {line}: no speaker, or {day!r} is no day; write YYYY-MM-DD under on")


def names(threat: Threat) -> str:
    """The threat's names as a pattern of whole words, case kept: `IS` is not `is`."""
    known = sorted({threat.name, *threat.aliases, *(n.name for n in threat.names)}, key=lambda n: (-len(n), n))
    return r"\b(?:" + "|".join(map(_escaped, known)) + r")\b"


@cache
def security() -> str:
    """A pattern for the words that make a statement one about security."""
    stems = tomllib.loads(Path(__file__).with_name("security.toml").read_text(encoding="utf8"))["stems"]
    return r"(?i)\b(?:" + "|".join(map(re.escape, stems)) + ")"


def _escaped(name: str) -> str:
    """A name as DuckDB's RE2 and Python's re both read it."""
    return "".join(c if c.isalnum() or c == " " else "\\" + c for c in name)

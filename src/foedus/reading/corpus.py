"""Many documents at once: lines (or Parquet rows) of texts in, lines of findings out, in the same order, one each.

Documents go to processes in blocks. What is done is kept in a file beside the output, so that a run that was stopped goes
on where it was; the output appears, whole, at the end. A document that cannot be read is a line with `error`.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from foedus.nouns import Document, FoedusError, to_json
from foedus.reading.gate import passes
from foedus.reading.language import language
from foedus.reading.model import SHIPPED
from foedus.reading.parsed import Gazetteer
from foedus.reading.reader import read, read_all
from foedus.when import When

HALVES = re.compile(r"[\ud800-\udfff]")  # of a character: no file can hold them
BLOCK = 16  # documents to a task


@dataclass(frozen=True)
class Options:
    """How to read: `gazetteer` makes the scanner for names (once a process; a function that pickle can name)."""

    gazetteer: Callable[[], Gazetteer | None]
    model: str = SHIPPED
    gate: bool = False


@dataclass(frozen=True)
class Count:
    """What came of a run."""

    documents: int
    errors: int


def read_corpus(
    source: Path, target: Path, options: Options, jobs: int = 1, told: Callable[[int], None] = lambda n: None
) -> Count:
    """Read every document of `source` into `target`. `told` hears the number of documents done so far."""
    part = target.with_name(f"{target.name}.{_mark(source, options)}.part")
    done, errors = _whole_lines(part)
    with part.open("ab") as out:
        try:
            for line in _answers(islice(_rows(source), done, None), options, jobs):
                out.write(line + b"\n")
                done += 1
                errors += b'"error":' in line[:400] and "error" in json.loads(line)
                told(done)
        except BrokenProcessPool:
            lost = f"a process ended after {done} documents, for want of memory perhaps"
            raise FoedusError(f"{lost}; the same command goes on from there, with fewer --jobs if need be") from None
    if target.suffix == ".parquet":
        _to_parquet(part, target)
    else:
        part.replace(target)
    return Count(done, errors)


def _mark(source: Path, options: Options) -> str:
    """Tells one run from another: a part left by a run over another file is not taken up."""
    stat = source.stat()
    how = (options.gazetteer.__qualname__, options.model, options.gate)
    return hashlib.blake2b(
        f"{source.resolve()} {stat.st_size} {stat.st_mtime_ns} {how}".encode(), digest_size=4
    ).hexdigest()


def _whole_lines(part: Path) -> tuple[int, int]:
    """How many documents a stopped run has finished, and how many of them with an error; half a line is cut off."""
    if not part.exists():
        return 0, 0
    text = part.read_bytes()
    whole = text[: text.rfind(b"\n") + 1]
    if len(whole) < len(text):
        part.write_bytes(whole)
    lines = whole.splitlines()
    return len(lines), sum(b'"error":' in line[:400] and "error" in json.loads(line) for line in lines)


def _rows(source: Path) -> Iterator[str]:
    """The documents as lines of JSON, from JSON lines or Parquet."""
    if source.suffix == ".parquet":
        from pyarrow.parquet import ParquetFile

        for batch in ParquetFile(source).iter_batches(batch_size=256):
            yield from (json.dumps(row, default=str) for row in batch.to_pylist())
    else:
        with source.open(encoding="utf8", errors="replace") as lines:
            yield from (line for line in lines if line.strip())


def _answers(rows: Iterable[str], options: Options, jobs: int) -> Iterator[bytes]:
    """One line of findings a document, in order. At most two blocks a process wait at any time."""
    rows = iter(rows)
    blocks: Iterator[list[str]] = iter(lambda: list(islice(rows, BLOCK)), [])
    if jobs <= 1:
        for block in blocks:
            yield from _read_block(block, options)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("fork" if sys.platform == "linux" else "spawn")) as pool:
        waiting: list[Future[list[bytes]]] = []
        for block in blocks:
            waiting.append(pool.submit(_read_block, block, options))
            if len(waiting) > 2 * jobs:
                yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()


@cache
def _gazetteer(make: Callable[[], Gazetteer | None]) -> Gazetteer | None:
    return make()


def _read_block(rows: list[str], options: Options) -> list[bytes]:
    """Read a block at once; where that fails, one by one, so that only the bad document is lost."""
    gazetteer = _gazetteer(options.gazetteer)
    told = [_document(row, gazetteer if options.gate else None) for row in rows]
    documents = [d for d in told if isinstance(d, Document)]
    try:
        lines = iter([_line(d, f) for d, f in zip(documents, read_all(documents, gazetteer, options.model), strict=True)])
    except FoedusError:
        raise
    except Exception:
        lines = iter([_alone(d, gazetteer, options.model) for d in documents])
    return [next(lines) if isinstance(d, Document) else to_json(d) for d in told]


def _alone(document: Document, gazetteer: Gazetteer | None, model: str) -> bytes:
    try:
        return _line(document, read(document, gazetteer, model))
    except Exception as error:
        return to_json(_unread(document.id, f"{type(error).__name__}: {error}"))


def _line(document: Document, findings: Iterable[Any]) -> bytes:
    return to_json({"doc_id": document.id, "findings": list(findings)})


def _unread(id: Any, error: str) -> dict[str, Any]:
    return {"doc_id": id, "error": error.encode("utf8", "replace").decode(), "findings": []}


def _document(row: str, gate: Gazetteer | None) -> Document | dict[str, Any]:
    """The document of one line; or the answer for one that is wrong, not English, or stopped at the gate."""
    given: Any = None
    try:
        given = json.loads(row)
        id, text, date = given["doc_id"], given["text"], given.get("date")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        known = given.get("doc_id") if isinstance(given, dict) else None
        return _unread(known, f'not a line {{"doc_id", "text"}}: {error!r}')
    try:
        if not isinstance(text, str):
            raise ValueError("text is no text")
        text = HALVES.sub("\ufffd", text)
        document = Document(id=str(id), text=text, date=When(str(date)[:10]) if date else None)
        if (found := language(text)) != "en":
            raise ValueError(f"not English (it reads like {found!r})")
    except ValueError as error:
        return _unread(id, str(error))
    return (
        document if gate is None or passes(document, gate) else {"doc_id": id, "findings": [], "gate": "not of the field"}
    )


def _to_parquet(part: Path, target: Path) -> None:
    """The same lines as rows; `findings` is a column of JSON text, since kinds differ in their fields."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = pa.schema([("doc_id", pa.string()), ("findings", pa.string()), ("error", pa.string())])
    whole = target.with_name(target.name + ".whole")
    with part.open(encoding="utf8") as lines, ParquetWriter(whole, schema) as out:
        for block in iter(lambda: list(islice(lines, 1000)), []):
            rows = map(json.loads, block)
            out.write_table(pa.Table.from_pylist([r | {"findings": json.dumps(r["findings"])} for r in rows], schema))
    whole.replace(target)
    part.unlink()

"""From a file, a folder, a zip, standard input or an address to documents."""

from __future__ import annotations

import hashlib
import io
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from foedus.nouns import Document, FoedusError
from foedus.reading.dateline import dateline
from foedus.reading.formats import LARGEST, Extract, extract, suffixes, text_of
from foedus.reading.language import language
from foedus.when import When

__all__ = ["document", "documents", "page", "text_of"]


def documents(source: str, date: When | None = None) -> Iterator[Document | FoedusError]:
    """Every document of a file, a folder, a zip of files, `-` (standard input) or an http(s) address, in order of name.

    In a folder or a zip, a file that cannot be read is yielded as the error that says why, and the rest goes on; a
    single file that cannot be read raises.
    """
    if source == "-":
        yield _made(sys.stdin.buffer.read(LARGEST + 1), "standard input", date)
    elif re.match(r"[a-z]+://", source):
        from foedus.reading.fetching import fetch

        yield _made(fetch(source), source, date)
    elif Path(source).is_dir():
        yield from _each(_files(Path(source)), date, source)
    elif Path(source).suffix.lower() == ".zip":
        yield from _each(_zipped(Path(source)), date, source)
    else:
        yield page(Path(source), date)


def page(path: Path, date: When | None = None) -> Document:
    """The document in a file. FoedusError where there is none, or no text in it."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LARGEST else bytes(LARGEST + 1)
    except OSError as error:
        raise FoedusError(f"{path}: {error.strerror}") from None
    if size > LARGEST:
        raise FoedusError(f"{path}: {size / 1e6:.0f} MB are more than one text holds ({LARGEST / 1e6:.0f} MB); split it")
    return _made(raw, str(path), date)


def document(text: str, name: str, date: When | None = None) -> Document:
    """The document of a plain text; its id is the name and a digest, so that the same text keeps it."""
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return _document(Extract(text=text, title=title[:200]), name, date)


def _made(raw: bytes, name: str, date: When | None) -> Document:
    return _document(extract(raw, name), name, date)


def _document(found: Extract, name: str, date: When | None) -> Document:
    digest = hashlib.sha256(found.text.encode("utf8", "surrogatepass")).hexdigest()[:8]
    slug = re.sub(r"[^a-z0-9]+", "_", PurePosixPath(name.replace("\\", "/")).stem.lower()).strip("_") or "text"
    return Document(
        id=f"{slug[:40]}_{digest}",
        title=found.title,
        date=date or found.date or dateline(found.text, PurePosixPath(name).name),
        author=found.author,
        publisher=found.publisher,
        language=language(found.text),
        text=found.text,
    )


def _each(
    files: Iterator[tuple[str, bytes | FoedusError]], date: When | None, source: str
) -> Iterator[Document | FoedusError]:
    none = True
    for name, raw in files:
        none = False
        try:
            if isinstance(raw, FoedusError):
                raise raw
            yield _made(raw, name, date)
        except FoedusError as error:
            yield error
    if none:
        raise FoedusError(f"{source}: no file here that can be read ({', '.join(sorted(suffixes()))})")


def _files(folder: Path) -> Iterator[tuple[str, bytes | FoedusError]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in suffixes() and path.is_file():
            try:
                yield str(path), path.read_bytes()
            except OSError as error:
                yield str(path), FoedusError(f"{path}: {error.strerror}")


def _zipped(path: Path) -> Iterator[tuple[str, bytes | FoedusError]]:
    """The files in a zip; one that would unpack to more than a text holds is not unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            for member in sorted(archive.infolist(), key=lambda m: m.filename):
                if Path(member.filename).suffix.lower() in suffixes() and not member.is_dir():
                    yield member.filename, _unzipped(archive, member)
    except OSError as error:
        raise FoedusError(f"{path}: {error.strerror}") from None
    except zipfile.BadZipFile as error:
        raise FoedusError(f"{path}: no zip that can be read ({error})") from None


def _unzipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | FoedusError:
    try:
        with archive.open(member) as file:
            return file.read(LARGEST + 1)
    except (RuntimeError, NotImplementedError, zipfile.BadZipFile, EOFError) as error:
        return FoedusError(f"{member.filename}: cannot be unpacked ({error})")

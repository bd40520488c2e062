"""From a file to a document: the text as it stands, nothing changed but the encoding."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from foedus.nouns import Document, FoedusError
from foedus.when import When


def text_of(raw: bytes) -> str:
    """Decoded text: UTF-8 (or UTF-16 by its mark), else the encoding that fits best; a byte-order mark is dropped."""
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if raw.startswith(mark):
            try:
                return raw.decode(name)
            except UnicodeDecodeError:
                continue
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise FoedusError("this is no text in an encoding that foedus can find; save it as UTF-8")
    return str(best)


def document(text: str, name: str, date: When | None = None) -> Document:
    """The document of a plain text; its id is the name and a digest, so that the same text keeps it."""
    digest = hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()[:8]
    slug = re.sub(r"[^a-z0-9]+", "_", Path(name).stem.lower()).strip("_") or "text"
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return Document(id=f"{slug[:40]}_{digest}", title=title[:200], date=date, language="en", text=text)


def page(path: Path, date: When | None = None) -> Document:
    """The document in a file. FoedusError where there is none, or no text in it."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FoedusError(f"{path}: {error.strerror}") from None
    text = text_of(raw)
    if not text.strip():
        raise FoedusError(f"{path}: there is no text in it")
    return document(text, path.name, date)

"""What comes out of a file, and the decoding that every format shares."""

from __future__ import annotations

from foedus.nouns import FoedusError, Noun
from foedus.when import When

_MOSTLY_ASCII = 0.8
_BINARY = "this is a binary file, no text"


class Extract(Noun, frozen=True, kw_only=True):
    """The text of a file, and its title, date, author and publisher where the file tells them."""

    text: str
    title: str = ""
    date: When | None = None
    author: str = ""
    publisher: str = ""


def text_of(raw: bytes) -> str:
    """Decoded text: UTF-8 (or UTF-16 by its mark), else the encoding that fits best; a byte-order mark is dropped.

    What is mostly ASCII and no UTF-8 is Windows-1252, as old English texts are: guessers take its accents for Korean.
    """
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if raw.startswith(mark):
            try:
                return _checked(raw.decode(name))
            except UnicodeDecodeError:
                continue
    if b"\0" in raw[:8192]:
        raise FoedusError(_BINARY)
    if sum(byte < 128 for byte in raw) >= _MOSTLY_ASCII * len(raw):
        return raw.decode("cp1252", errors="replace")
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise FoedusError("this is no text in an encoding that foedus can find; save it as UTF-8")
    return str(best)


def _checked(text: str) -> str:
    """Decoded text, which holds no null characters where it is text."""
    if "\0" in text[:8192]:
        raise FoedusError(_BINARY)
    return text


def when(text: object) -> When | None:
    """The day at the start of an ISO date or time, if it is one."""
    try:
        return When(str(text)[:10])
    except ValueError:
        return None

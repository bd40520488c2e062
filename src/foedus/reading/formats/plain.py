"""Plain text: the decoded file, nothing else changed."""

from __future__ import annotations

from foedus.reading.formats.extract import Extract, text_of

SUFFIXES = (".txt", ".text")


def extract(raw: bytes, name: str) -> Extract:
    """The text as it stands; its title is its first line."""
    text = text_of(raw)
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return Extract(text=text, title=title[:200])

"""Plain text: the decoded file, nothing else changed."""

from __future__ import annotations

import re

from foedus.reading.formats.extract import Extract, text_of

SUFFIXES = (".txt", ".text")
_HEAD = 12
_BYLINE = re.compile(r"^By ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})$")
_SHORT = 3
"""A line of so many words or fewer is a masthead or a section, not a headline, if a longer one follows."""


def extract(raw: bytes, name: str) -> Extract:
    """The text as it stands; title, author and publisher from the lines above its first paragraph."""
    text = text_of(raw)
    lines = [line.strip() for line in text[:5000].splitlines() if line.strip()][:_HEAD]
    title = _headline(lines)
    byline = next((found[1] for line in lines if (found := _BYLINE.match(line))), "")
    masthead = lines[0] if lines and title != lines[0] and len(lines[0].split()) <= _SHORT else ""
    return Extract(text=text, title=title[:200], author=byline, publisher=masthead)


def _headline(lines: list[str]) -> str:
    """The first line that reads like a headline: more than three words, no sentence; else the first line."""
    above = [line for line in lines if not (line.endswith((".", "?”", ".”")) and len(line.split()) > _SHORT)]
    long = (line for line in above if _SHORT < len(line.split()) <= 25 and not _BYLINE.match(line))
    return next(long, lines[0] if lines else "")

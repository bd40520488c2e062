"""Web pages: the article without menus, captions and teasers, its date, title, author and publisher (trafilatura)."""

from __future__ import annotations

from foedus.reading.formats.extract import Extract, text_of, when

SUFFIXES = (".html", ".htm", ".xhtml")
_CUT = ["//figcaption", "//aside", "//nav", "//footer", "//form"]


def extract(raw: bytes, name: str) -> Extract:
    """The main text of a page; where none is found, all its text."""
    import trafilatura

    page = text_of(raw)
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, prune_xpath=_CUT)
    if found is None or isinstance(found, dict) or not found.text:
        return Extract(text=str(trafilatura.html2txt(page) or ""))
    return Extract(
        text=str(found.text),
        title=found.title or "",
        date=when(found.date) if found.date else None,
        author=found.author or "",
        publisher=found.sitename or found.hostname or "",
    )

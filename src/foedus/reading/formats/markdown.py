"""Markdown: its words without the marks."""

from __future__ import annotations

from foedus.reading.formats.extract import Extract, text_of

SUFFIXES = (".md", ".markdown")


def extract(raw: bytes, name: str) -> Extract:
    """The text of headings, paragraphs, lists and quotations, a blank line between blocks."""
    from markdown_it import MarkdownIt

    blocks: list[str] = []
    title = ""
    tokens = MarkdownIt().parse(text_of(raw))
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            words = "".join(_words(part.type, part.content) for part in token.children or ())
            title = title or (words if before and before.tag == "h1" else "")
            blocks.append(words)
    return Extract(text="\n\n".join(blocks), title=title or (blocks[0][:200] if blocks else ""))


def _words(type: str, content: str) -> str:
    if type in ("softbreak", "hardbreak"):
        return "\n"
    return content if type in ("text", "code_inline") else ""

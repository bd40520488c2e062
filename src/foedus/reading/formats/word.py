"""Word files: paragraphs and the cells of tables (python-docx)."""

from __future__ import annotations

import io
import zipfile

from foedus.nouns import FoedusError
from foedus.reading.formats.extract import Extract, when

SUFFIXES = (".docx",)


def extract(raw: bytes, name: str) -> Extract:
    """Paragraphs in order, a blank line between them, then tables row by row."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        file = docx.Document(io.BytesIO(raw))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise FoedusError(f"this is no Word file that can be read ({error})") from None
    paragraphs = [p.text for p in file.paragraphs if p.text.strip()]
    rows = [" | ".join(cell.text for cell in row.cells) for table in file.tables for row in table.rows]
    about = file.core_properties
    made = about.created.date() if about.created else None
    title = about.title or (paragraphs[0][:200] if paragraphs else "")
    return Extract(
        text="\n\n".join(paragraphs + rows), title=title, author=about.author or "", date=when(made) if made else None
    )

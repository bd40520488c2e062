"""PDF files: the text layer, page by page (pypdf)."""

from __future__ import annotations

import io
import logging
import re
from datetime import datetime

from foedus.nouns import FoedusError
from foedus.reading.formats.extract import Extract, when

SUFFIXES = (".pdf",)
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def extract(raw: bytes, name: str) -> Extract:
    """The text of all pages; words cut at a line's end are joined, pages are paragraphs apart."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw))
        pages = [page.extract_text() for page in reader.pages]
        about = reader.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise FoedusError(f"this PDF cannot be read ({error or type(error).__name__}); is it broken or locked?") from None
    text = "\n\n".join(_HYPHEN.sub("", page).strip() for page in pages).strip()
    if not text:
        raise FoedusError("this PDF has no text layer (a scan?): run it through text recognition first")
    made = about.creation_date if about else None
    return Extract(
        text=text,
        title=(about.title if about else "") or "",
        author=(about.author if about else "") or "",
        date=when(made.date()) if isinstance(made, datetime) else None,
    )

"""Mail: the body of a message, its subject, sender and date."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage

from foedus.reading.formats import html
from foedus.reading.formats.extract import Extract, when

SUFFIXES = (".eml",)


def extract(raw: bytes, name: str) -> Extract:
    """The plain body, or the HTML body's text; attachments are left out."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    content = str(body.get_content()) if body else ""
    if body is not None and body.get_content_subtype() == "html":
        content = html.extract(content.encode(), name).text
    sent = message["date"]
    return Extract(
        text=content,
        title=str(message["subject"] or ""),
        author=str(message["from"] or ""),
        date=when(sent.datetime.date()) if sent is not None and sent.datetime else None,
    )

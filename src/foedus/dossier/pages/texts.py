"""What the read texts say: verbatim, who is said to have spoken or acted, and how the record stands to it."""

from __future__ import annotations

from foedus.dossier.page import Block, Page, Quote, Quotes, Subject, Text, table
from foedus.dossier.rows import Row, asked

ORDER = 80
_TITLES = {
    "statement": "What was said",
    "allegation": "Allegations",
    "denial": "Denials",
    "frame": "What somebody wants believed",
    "forecast": "What is foreseen",
    "deed": "Who did what, and who did not",
    "membership": "Who belongs",
    "office": "Who holds which office",
    "base": "Bases",
    "treaty": "Treaties",
    "request": "Requests",
    "response": "Answers",
    "aid": "Help",
    "summit_outcome": "What came of summits",
    "judgement": "The author's opinions, kept as such",
    "question": "Questions",
}


def page(subject: Subject) -> Page:
    """Each text with its findings by kind."""
    blocks = tuple(block for document in subject.documents for block in _document(document))
    lead = f"Texts read into this dossier: {len(subject.documents)}. A finding is a proposal until a person accepts it."
    return Page("texts", "What the texts say", lead, blocks or (Text("No text was read into this dossier."),))


def _document(document: str) -> tuple[Block, ...]:
    rows = asked("against_record", document=document)
    about = next(row for row in asked("documents") if row["document"] == document)
    told = ", ".join(str(about[key]) for key in ("author", "publisher", "date") if about[key])
    counts = [
        (word, sum(row["record"] == word for row in rows))
        for word in ("supported", "contradicted", "contested", "silent")
    ]
    summary = table(f"against_record_{document}", f"{about['title']} ({told})", ("the record", "findings"), counts)
    telling = [row for row in rows if row["record"] in ("contradicted", "contested")]
    first = (Quotes("Where the record says otherwise, or both", tuple(map(_quote, telling))),) if telling else ()
    kinds = [kind for kind in _TITLES if any(row["kind"] == kind for row in rows)]
    groups = (Quotes(_TITLES[kind], tuple(_quote(r) for r in rows if r["kind"] == kind)) for kind in kinds)
    return (summary, *first, *groups)


def _quote(row: Row) -> Quote:
    """What was found, told in a line: `refused AID, CSTO to Kyrgyzstan`."""
    polarity = "" if row["polarity"] in (None, "asserted") else row["polarity"]
    what = row["what"] if row["kind"] in ("deed", "membership") else row["kind"].replace("_", " ")
    label = " ".join(part for part in (polarity, what or row["kind"]) if part)
    who = " → ".join(part for part in (row["who"], row["whom"]) if part)
    note = "" if row["record"] == "silent" else row["because"] or ""
    return Quote(row["quote"], label, who, row["record"], tuple(row["facts"] or ()), note)

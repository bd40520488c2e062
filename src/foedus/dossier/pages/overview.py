"""The first page: the alliance in a few figures, each with the page that holds its rows."""

from __future__ import annotations

from foedus.dossier.page import Page, Subject, Text, table
from foedus.dossier.rows import for_alliance
from foedus.verbs.alliance import alliance
from foedus.verbs.opened import shelf

ORDER = 0


def page(subject: Subject) -> Page:
    """What the dossier holds."""
    answer = alliance(subject.alliance, subject.on)
    members = [m.name for m in answer.members if m.status == "member"]
    others = [f"{m.name} ({m.status})" for m in answer.members if m.status != "member"]
    crises = {row["crisis"] for row in for_alliance("crises", subject)}
    rows = [
        ("members on that day", len(members), "; ".join(members)),
        ("otherwise related", len(others), "; ".join(others)),
        (
            "obligations in force",
            len(answer.obligations),
            "; ".join(f"{o.treaty} {o.article}" for o in answer.obligations),
        ),
        ("crises of members in the record", len(crises), ""),
        ("bases on that day", len(answer.bases), "; ".join(b.name for b in answer.bases)),
        ("offices on that day", len(answer.offices), "; ".join(f"{o.title}: {o.person}" for o in answer.offices)),
    ]
    asked = Text(
        "What did it promise, did the promise come due, was it kept? And do its leaders' words match the record?"
    )
    note = next((a.note for a in shelf().alliances if a.id == subject.alliance), "")
    blocks = (asked, Text(note)) if note else (asked,)
    lead = f"From the record of {shelf().edition.date} and the texts read: {len(subject.documents)}."
    return Page(
        "index", "At a glance", lead, (*blocks, table("overview", subject.name, ("what", "count", "which"), rows))
    )

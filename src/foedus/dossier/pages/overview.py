"""The first page: the alliance in a few figures, each with the page that holds its rows."""

from __future__ import annotations

from collections import Counter

from foedus.dossier.page import Block, Link, Page, Subject, Text, table
from foedus.dossier.rows import for_alliance
from foedus.dossier.told import by_crisis, came_due
from foedus.verbs.alliance import alliance
from foedus.verbs.opened import shelf

ORDER = 0


def _came_due(subject: Subject) -> list[tuple[str, int, str]]:
    """Duties that came due or may have by some account, each once, with what became of them."""
    lines = []
    for label, duties in zip(("came due", "may have come due"), came_due(for_alliance("ledger", subject)), strict=True):
        words = Counter(" or ".join(sorted(verdicts)).replace("_", " ") for verdicts in duties.values())
        lines.append((f"duties that {label}", len(duties), "; ".join(f"{n} {word}" for word, n in words.most_common())))
    return lines


def _telling(subject: Subject) -> tuple[Block, ...]:
    """The crises in which something was kept, not kept or answered, the latest first."""
    told = [one for one in reversed(by_crisis(for_alliance("ledger", subject))) if one.tells()]
    lines = [(one.on, one.link("crises.html"), one.words) for one in told]
    columns = ("on", "crisis", "what became of the duties")
    return (table("telling", "Was it kept? The crises that tell, the latest first", columns, lines),) if lines else ()


def _given(subject: Subject) -> list[tuple[str, int, str]]:
    names = Counter(row["in_name_of"] for row in for_alliance("help", subject))
    return [("acts of help", names.total(), "; ".join(f"{count} {name}" for name, count in names.most_common()))]


def page(subject: Subject) -> Page:
    """What the dossier holds."""
    answer = alliance(subject.alliance, subject.on)
    members = [m.name for m in answer.members if m.status == "member"]
    others = [f"{m.name} ({m.status})" for m in answer.members if m.status != "member"]
    crises = {row["crisis"] for row in for_alliance("crises", subject)}
    named = [b for b in answer.bases if b.flag_by_name == subject.alliance]
    rows: list[tuple[str, int, object]] = [
        ("members on that day", len(members), "; ".join(members)),
        ("otherwise related", len(others), "; ".join(others)),
        (
            "obligations in force",
            len(answer.obligations),
            "; ".join(f"{o.treaty} {o.article}" for o in answer.obligations),
        ),
        ("crises of its parties in the record", len(crises), Link("Crises, duties, verdicts", "crises.html")),
        *_came_due(subject),
        *_given(subject),
        ("bases in its name on that day", len(named), "; ".join(b.name for b in named)),
        ("offices on that day", len(answer.offices), "; ".join(f"{o.title}: {o.person}" for o in answer.offices)),
    ]
    asked = Text(
        "What did it promise, did the promise come due, was it kept? And do its leaders' words match the record?"
    )
    note = next((a.note for a in shelf().alliances if a.id == subject.alliance), "")
    blocks = (asked, Text(note)) if note else (asked,)
    lead = f"From the record of {shelf().edition.date} and the texts read: {len(subject.documents)}."
    return Page(
        "index",
        "At a glance",
        lead,
        (*blocks, *_telling(subject), table("overview", subject.name, ("what", "count", "which"), rows)),
    )

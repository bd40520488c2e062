"""Who belongs: on the chosen day, over time, and who is in another club too."""

from __future__ import annotations

from foedus.dossier import charts
from foedus.dossier.page import Block, Page, Subject, Text, table
from foedus.dossier.rows import Row, for_alliance, shown
from foedus.verbs.alliance import alliance, covered, existed
from foedus.verbs.opened import shelf
from foedus.verbs.overlap import overlap

ORDER = 10


def page(subject: Subject) -> Page:
    """Members on the day, a timeline of all, overlap with every other organisation that the record holds."""
    answer = alliance(subject.alliance, subject.on)
    count = sum(m.status == "member" for m in answer.members)
    belong = "parties to the treaty" if answer.form == "treaty" else "members"
    columns = ("state", "name", "status", "from", "until", "confirmed", "note")
    rows = [(m.state, m.name, m.status, m.from_, m.until, m.confirmed, m.note) for m in answer.members]
    return Page(
        "members",
        "Who belongs",
        f"On {subject.on} {answer.name} had {count} {belong}.",
        (table("members", f"Standing on {subject.on}", columns, rows), *_timeline(subject), *_overlaps(subject)),
    )


def _timeline(subject: Subject) -> tuple[Block, ...]:
    names = {s.id: s.name for s in shelf().states}
    rows = [row | {"name": names.get(row["state"], row["state"])} for row in for_alliance("timeline", subject)]
    columns = {"name": "state", "status": "status", "from": "from", "until": "until", "by": "mooted by", "note": "note"}
    bars = [_bar(row, subject) for row in rows if row["from_first"]]
    return charts.timeline(bars, subject.on), shown("timeline", "Every standing in the record", rows, columns)


def _bar(row: Row, subject: Subject) -> Row:
    end = row["until_first"] or max(subject.on, shelf().edition.date, key=lambda day: day.last).last
    named = {key: row[key] for key in ("name", "status", "from")} | {"until": row["until"] or "still"}
    return named | {"start": str(row["from_first"]), "end": str(end)}


def _overlaps(subject: Subject) -> tuple[Block, ...]:
    rows = []
    for other in shelf().alliances:
        if other.id != subject.alliance and covered(shelf(), other.id) and existed(other, subject.on):
            both = overlap(subject.alliance, other.id, subject.on)
            standings = [
                f"{s.name} ({s.in_b})" for s in both.standings if s.in_a == "member" and s.in_b not in (None, "member")
            ]
            if both.both or standings:
                rows.append((other.name, len(both.both), both.both, both.only_a, standings))
    lead = Text(
        "The same states in other clubs on that day. Only organisations whose members the record holds are compared."
    )
    columns = ("organisation", "in both", "who", "not in the other", "otherwise in the other")
    return lead, table("overlap", f"Overlap on {subject.on}", columns, sorted(rows, key=lambda row: -row[1]))

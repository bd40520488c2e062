"""Use at home: what was done to opponents before and after the label, and how many of the repressed had been labelled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedus.nouns import LegalStatus, Noun, PoliticalParty, Repression
from foedus.when import When, before

LABELS = ("label",)
_STATUS_LABEL = "terrorist_label"


class Event(Noun, frozen=True, kw_only=True):
    """One thing that happened to an opponent: an act on record, or a change of legal status."""

    on: When
    kind: str
    what: str
    fact: str


class AtHome(Noun, frozen=True, kw_only=True):
    """One opponent's timeline, and how many acts of repression came before and after the first label.

    An act on the day of the label is after; `unclear` are acts dated too roughly to tell. Where nobody labelled the
    opponent, all acts are before.
    """

    state: str
    against: str
    labelled: When | None
    before: int
    after: int
    unclear: int
    timeline: tuple[Event, ...]


class UseAtHome(Noun, frozen=True, kw_only=True):
    """A state's opponents on record: how many were repressed, of these how many labelled at all and labelled first."""

    state: str
    repressed: int
    labelled: int
    labelled_first: int
    opponents: tuple[AtHome, ...]


def use_at_home(state: str, repressions: Iterable[Repression], parties: Iterable[PoliticalParty]) -> UseAtHome:
    """The timelines of a state. Counts are few: read the timeline, not a rate."""
    acts = [r for r in repressions if r.of == state]
    known = {p.id: p for p in parties if p.of == state}
    against = sorted({r.against for r in acts})
    rows = tuple(_opponent(state, one, [r for r in acts if r.against == one], known.get(one)) for one in against)
    repressed = [row for row in rows if row.before + row.after + row.unclear]
    labelled = [row for row in repressed if row.labelled]
    return UseAtHome(
        state=state,
        repressed=len(repressed),
        labelled=len(labelled),
        labelled_first=sum(row.before + row.unclear == 0 for row in labelled),
        opponents=rows,
    )


def _opponent(state: str, against: str, acts: Sequence[Repression], party: PoliticalParty | None) -> AtHome:
    statuses = [s for s in (party.statuses if party else ()) if s.from_]
    labels = [r.on for r in acts if r.kind in LABELS] + [
        s.from_ for s in statuses if s.status == _STATUS_LABEL and s.from_
    ]
    first = min(labels, key=lambda day: day.first, default=None)
    sides = [_side(r.on, first) for r in acts if r.kind not in LABELS]
    told = [Event(on=r.on, kind=r.kind, what=r.what or r.by, fact=r.id) for r in acts]
    told += [_status(s, party.id) for s in statuses if party and str(s.from_) not in {str(r.on) for r in acts}]
    return AtHome(
        state=state,
        against=party.name if party else against,
        labelled=first,
        before=sides.count("before"),
        after=sides.count("after"),
        unclear=sides.count("unclear"),
        timeline=tuple(sorted(told, key=lambda e: (e.on.first, e.on.last, e.fact))),
    )


def _side(day: When, label: When | None) -> str:
    earlier = True if label is None else before(day, label)
    return "unclear" if earlier is None else "before" if earlier else "after"


def _status(status: LegalStatus, party: str) -> Event:
    assert status.from_ is not None
    return Event(
        on=status.from_, kind=status.status.replace("_", " "), what=f"by {status.by}" * bool(status.by), fact=party
    )

"""Use at home: what was done to opponents before and after the label, and how many of the repressed had been labelled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedus.nouns import Noun, PoliticalParty, Repression
from foedus.when import When, before

LABELS = ("label",)
_STATUS_LABEL = "terrorist_label"


class AtHome(Noun, frozen=True, kw_only=True):
    """One opponent's timeline. `before` and `after` count acts around the first label; the same day is after."""

    state: str
    against: str
    labelled: When | None
    before: int
    after: int
    timeline: tuple[tuple[str, str, str], ...]


class UseAtHome(Noun, frozen=True, kw_only=True):
    """All opponents of a state on record: how many were repressed, and how many of these had been labelled by then."""

    repressed: int
    labelled: int
    opponents: tuple[AtHome, ...]


def use_at_home(state: str, repressions: Iterable[Repression], parties: Iterable[PoliticalParty]) -> UseAtHome:
    """The timelines of a state. Counts are few: read the timeline, not a rate."""
    acts = [r for r in repressions if r.of == state]
    known = {p.id: p for p in parties if p.of == state}
    against = sorted({r.against for r in acts})
    rows = tuple(_timeline(state, one, [r for r in acts if r.against == one], known.get(one)) for one in against)
    repressed = [row for row in rows if row.before + row.after]
    return UseAtHome(
        repressed=len(repressed), labelled=sum(row.labelled is not None for row in repressed), opponents=rows
    )


def _timeline(state: str, against: str, acts: Sequence[Repression], party: PoliticalParty | None) -> AtHome:
    labels = [r.on for r in acts if r.kind in LABELS]
    labels += [s.from_ for s in (party.statuses if party else ()) if s.status == _STATUS_LABEL and s.from_]
    first = min(labels, key=lambda day: day.first, default=None)
    others = [r for r in acts if r.kind not in LABELS]
    earlier = sum(first is None or bool(before(r.on, first)) for r in others)
    ordered = sorted(acts, key=lambda r: r.on.first)
    return AtHome(
        state=state,
        against=party.name if party else against,
        labelled=first,
        before=earlier,
        after=len(others) - earlier,
        timeline=tuple((str(r.on), r.kind, r.what or r.by) for r in ordered),
    )

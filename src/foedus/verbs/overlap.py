"""Who belongs to two organisations on a day, and who to one of them only."""

from __future__ import annotations

from foedus.nouns import FoedusError, Noun
from foedus.shelf import Shelf
from foedus.verbs import opened
from foedus.verbs.alliance import Member, covered, day_of, members, named
from foedus.when import When


class Standings(Noun, frozen=True, kw_only=True):
    """One state's standing in each of the two; None where it has none."""

    state: str
    name: str
    in_a: str | None
    in_b: str | None
    note: str


class OverlapAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `foedus overlap`. `both`, `only_a`, `only_b` are full members."""

    a: str
    b: str
    on: When
    both: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    standings: tuple[Standings, ...]


def overlap(a: str, b: str, on: When | str | None = None, *, shelf: Shelf | None = None) -> OverlapAnswer:
    """Members of `a` and `b` (ids or names) on a day (default: the edition date, or the last day both existed).

    FoedusError where the record does not hold the members of one of them.
    """
    shelf = shelf or opened.shelf()
    one, two = named(shelf, a), named(shelf, b)
    first, second = one.id, two.id
    for id in (first, second):
        if not covered(shelf, id):
            raise FoedusError(f"the record does not hold who the members of {id} are: the overlap is unknown")
    day = min(day_of(shelf, one, on), day_of(shelf, two, on), key=lambda day: day.first)
    in_a, in_b = ({m.state: m for m in members(shelf, id, day)} for id in (first, second))
    full_a, full_b = (_full(found) for found in (in_a, in_b))
    return OverlapAnswer(
        a=first,
        b=second,
        on=day,
        both=tuple(sorted(full_a & full_b)),
        only_a=tuple(sorted(full_a - full_b)),
        only_b=tuple(sorted(full_b - full_a)),
        standings=tuple(_standings(state, in_a.get(state), in_b.get(state)) for state in sorted({*in_a, *in_b})),
    )


def _full(found: dict[str, Member]) -> set[str]:
    return {state for state, m in found.items() if m.status == "member"}


def _standings(state: str, a: Member | None, b: Member | None) -> Standings:
    one = a or b
    assert one is not None
    notes = (m.note for m in (a, b) if m and m.note)
    return Standings(
        state=state, name=one.name, in_a=a.status if a else None, in_b=b.status if b else None, note=" ".join(notes)
    )

"""Where a place lies: which state it belongs to by law, which holds it, in which region."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from foedus.nouns import Place
from foedus.when import Known, When, all_of, any_of, within

PARTIES = "parties"
"""In a wording's `territory`: the recognised territory of the parties."""


class Atlas:
    """The places by id. An id without a row is a state, and stands for its own recognised territory."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        """Index the rows, one a period, by id."""
        self._rows: dict[str, list[Place]] = {}
        for place in places:
            self._rows.setdefault(place.id, []).append(place)

    def owner(self, place: str, on: When) -> str | None:
        """The state that the place is in by law on the day; None where no row or no state in it says."""
        rows = self._on(place, on)
        if rows or place in self._rows:
            return rows[0].de_jure if rows else None
        return place

    def holder(self, place: str, on: When) -> str | None:
        """The state that holds the place in fact."""
        rows = self._on(place, on)
        return rows[0].de_facto if rows else self.owner(place, on)

    def region(self, place: str, on: When) -> str:
        """The region of the place, of its row on the day or else of the state that it is in; empty where unknown."""
        rows = self._on(place, on)
        if rows and rows[0].region:
            return rows[0].region
        owner = self.owner(place, on)
        return self.region(owner, on) if owner and owner != place else ""

    def lies(self, place: str, area: str, on: When, is_party: Callable[[str], Known]) -> Known:
        """Whether the place lies in one item of a wording's territory: `parties`, a place, a state or a region."""
        owner = self.owner(place, on)
        if area == PARTIES:
            return is_party(owner) if owner else None
        if area in (place, owner):
            return True
        region = self.region(place, on)
        if area in self._rows or (area.isupper() and len(area) in (3, 4)):
            return False
        return region == area if region else None

    def within(self, place: str, areas: Iterable[str], on: When, is_party: Callable[[str], Known]) -> Known:
        """Whether the place lies in any of the areas; an item such as `parties+europe` asks for both at once."""
        return any_of(*(all_of(*(self.lies(place, part, on, is_party) for part in a.split("+"))) for a in areas))

    def _on(self, place: str, on: When) -> list[Place]:
        return [row for row in self._rows.get(place, ()) if within(on, row.from_, row.until)]

"""The ledger of an alliance: what each recorded crisis asked of whom, and what became of it."""

from __future__ import annotations

from foedus.ledger import Totals, entries, happenings_of, promises_of, totals
from foedus.nouns import Entry, FoedusError, Noun
from foedus.shelf import Shelf, did_you_mean
from foedus.verbs import opened
from foedus.verbs.given import alliance_id
from foedus.when import When, before


class LedgerAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `foedus ledger`."""

    alliance: str | None
    as_of: When
    entries: tuple[Entry, ...]
    totals: Totals


def ledger(
    words: str | None = None, on: When | str | None = None, crisis: str | None = None, *, shelf: Shelf | None = None
) -> LedgerAnswer:
    """Every entry of an alliance (None or "all": of every alliance), as of a day; of one crisis where one is named."""
    shelf = shelf or opened.shelf()
    id = None if words in (None, "all") else alliance_id(shelf, str(words))
    as_of = When(on) if on else shelf.edition.date
    _check(shelf, id, as_of, crisis)
    crises = [c for c in shelf.crises if crisis in (None, c.id)]
    rows = tuple(entries(crises, promises_of(shelf), happenings_of(shelf), as_of, id))
    return LedgerAnswer(alliance=id, as_of=as_of, entries=rows, totals=totals(rows))


def _check(shelf: Shelf, alliance: str | None, on: When, crisis: str | None) -> None:
    """FoedusError for a day before the founding or after the edition, and for a crisis that is not recorded."""
    founded = next((a.founded for a in shelf.alliances if a.id == alliance), None)
    if founded and before(on, founded):
        raise FoedusError(f"{alliance} did not exist on {on}: it was founded {founded}")
    if before(shelf.edition.date, on):
        raise FoedusError(f"the record goes to {shelf.edition.date}; what came due by {on} it cannot know")
    known = [c.id for c in shelf.crises]
    if crisis is not None and crisis not in known:
        raise FoedusError(f"no crisis is called {crisis!r}{did_you_mean(crisis, known)}")

"""What a crisis, real or supposed, asks of whom: who owes whom help, who does not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec

from foedus.datasets.atop_wordings import CODED_BY, with_atop
from foedus.datasets.dataset import dataset
from foedus.nouns import Crisis, CrisisKind, Due, FoedusError, Reading
from foedus.obligation import Attacker, Case, Promises, grades
from foedus.obligation import due as answer
from foedus.shelf import Shelf, did_you_mean
from foedus.verbs import opened
from foedus.verbs.given import group_id, place_id, state_id
from foedus.when import When, within


def due(
    victim: str | Sequence[str],
    aggressor: str | Sequence[str] = (),
    on: When | str | None = None,
    where: str | Sequence[str] = (),
    kind: CrisisKind = "interstate_attack",
    requested: When | str | Literal[False] | None = None,
    *,
    attacker: Attacker | None = None,
    provoked: bool | None = None,
    contested: bool = False,
    atop: Path | None = None,
    all: bool = False,
    shelf: Shelf | None = None,
) -> Due:
    """What is owed to the victim and by whom; `requested` False: known not to have asked, None: not known.

    With `atop` (the folder of its files, else the one that foedus.toml names) ATOP's alliances go through the same
    engine; `all` also lists those of them that the victim is not in.
    """
    shelf = shelf or opened.shelf()
    case = supposed(shelf, victim, aggressor, on, where, kind, requested)
    attacker = attacker or case.attacker
    case = _with(case, attacker=attacker, provoked=provoked, contested=contested)
    atop = atop or opened.settings().datasets.get("atop")
    found = answer(case, promises(shelf, atop), tuple(rivals(shelf.crises, case)), "" if all else "foedus")
    return msgspec.structs.replace(
        found, lawful=(*found.lawful, *mandates(shelf, case), *(uncovered(case) if atop else ()))
    )


def uncovered(case: Case) -> Iterator[str]:
    """That ATOP's silence on the day of the case says nothing, where it does not cover the day."""
    covers = dataset("atop").coverage
    if not covers.first <= case.on.first.year <= covers.last:
        yield f"{CODED_BY} covers {covers.first}-{covers.last}: what its alliances asked on {case.on} is not known"


def mandates(shelf: Shelf, case: Case) -> Iterator[str]:
    """What a body authorised in the recorded crisis that this case is a reading of."""
    crises = {crisis.id for crisis in recorded(shelf.crises, case)}
    for mandate in shelf.mandates:
        if mandate.crisis in crises:
            yield f"a mandate by {mandate.by} to {mandate.to}, {mandate.on or mandate.from_ or 'undated'}: {mandate.text}"


def supposed(
    shelf: Shelf,
    victim: str | Sequence[str],
    aggressor: str | Sequence[str],
    on: When | str | None,
    where: str | Sequence[str],
    kind: str,
    requested: When | str | Literal[False] | None,
) -> Case:
    """The case that a user describes, names turned into ids; FoedusError for what is not known."""
    sort = crisis_kind(kind)
    day = When(on) if on else shelf.edition.date
    victims = tuple(_living(shelf, state_id(shelf, name), day) for name in _each(victim))
    aggressors = tuple(_aggressor(shelf, name) for name in _each(aggressor))
    if both := set(victims) & {id for id, _ in aggressors}:
        raise FoedusError(f"{', '.join(sorted(both))} cannot be both victim and aggressor of one attack")
    attackers = {who for _, who in aggressors}
    return Case(
        victims=victims,
        aggressors=tuple(id for id, _ in aggressors),
        attacker=("state" if "state" in attackers else "group") if attackers else grades()[sort].attacker,
        on=day,
        kind=sort,
        places=tuple(place_id(shelf, name) for name in _each(where)),
        requested=When(requested) if isinstance(requested, str) else requested,
    )


def crisis_kind(words: str) -> CrisisKind:
    """The kind of crisis given by its word; FoedusError lists the words there are."""
    kinds: tuple[CrisisKind, ...] = get_args(CrisisKind)
    for kind in kinds:
        if kind == words:
            return kind
    raise FoedusError(
        f"no kind of crisis is called {words!r}{did_you_mean(words, kinds)}; it is one of {', '.join(kinds)}"
    )


def promises(shelf: Shelf, atop: Path | None = None) -> Promises:
    """The promises of the record; with `atop`, those that ATOP codes for every alliance the record has none for."""
    return with_atop(shelf, atop)


def rivals(crises: Sequence[Crisis], case: Case) -> Iterator[str]:
    """Other readings of the recorded crises that this case is a reading of, and itself where it is contested."""
    for crisis in recorded(crises, case):
        for reading in crisis.readings:
            name = f"{reading.by} ({crisis.id}/{reading.id})"
            if not _tells(reading, case):
                whom, who = " and ".join(reading.victims), " and ".join(reading.aggressors) or reading.attacker
                yield f"{name}: {whom} attacked by {who}"
            elif reading.contested:
                yield f"{name} is itself contested" + (f": {reading.note}" if reading.note else "")


def recorded(crises: Sequence[Crisis], case: Case) -> Iterator[Crisis]:
    """The recorded crises of that day that somebody tells as this case does."""
    for crisis in crises:
        if (
            crisis.from_
            and within(case.on, crisis.from_, crisis.until) is not False
            and any(_tells(r, case) for r in crisis.readings)
        ):
            yield crisis


def _tells(reading: Reading, case: Case) -> bool:
    same_victims = set(case.victims) <= set(reading.victims)
    return same_victims and set(case.aggressors) <= set(reading.aggressors) and reading.attacker == case.attacker


def _living(shelf: Shelf, state: str, on: When) -> str:
    """The state, where it existed on the day; else a FoedusError that says when it did."""
    rows = [row for row in shelf.states if row.id == state]
    if all(within(on, row.from_, row.until) is False for row in rows):
        times = "; ".join(f"{row.name} from {row.from_ or '?'} until {row.until or 'now'}" for row in rows)
        raise FoedusError(f"{state} was no state on {on} ({times})")
    return state


def _aggressor(shelf: Shelf, name: str) -> tuple[str, Attacker]:
    try:
        return state_id(shelf, name), "state"
    except FoedusError as no_state:
        try:
            return group_id(shelf, name), "group"
        except FoedusError:
            raise no_state from None


def _each(names: str | Sequence[str]) -> Sequence[str]:
    return (names,) if isinstance(names, str) else names


def _with(case: Case, **changes: object) -> Case:
    return msgspec.structs.replace(case, **changes)

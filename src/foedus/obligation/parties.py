"""Who is party to which treaty on which day: treaty parties where they are listed, else members of its organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from foedus.nouns import Membership, Party, Treaty
from foedus.when import Known, When, within


class Standing(NamedTuple):
    """One state's standing under one treaty: a party (True), none (False) or not known (None), and why."""

    state: str
    party: Known
    because: str
    source: str


class Roster:
    """The parties of every treaty, looked up by treaty, state and day."""

    def __init__(
        self, treaties: Mapping[str, Treaty], memberships: Iterable[Membership] = (), parties: Iterable[Party] = ()
    ) -> None:
        """Index the rows; only a treaty without `parties` of its own takes the members of its organisation."""
        self._rows: dict[str, dict[str, list[Membership | Party]]] = {}
        for party in parties:
            self._rows.setdefault(party.treaty, {}).setdefault(party.state, []).append(party)
        members: dict[str, dict[str, list[Membership | Party]]] = {}
        for row in memberships:
            members.setdefault(row.of, {}).setdefault(row.state, []).append(row)
        for treaty in treaties.values():
            self._rows.setdefault(treaty.id, members.get(treaty.of, {}))

    def ever(self, treaty: str) -> Iterable[str]:
        """Every state that has a row under the treaty, of whatever day and standing."""
        return self._rows.get(treaty, {})

    def standing(self, treaty: str, state: str, on: When) -> Standing:
        """What `state` is under `treaty` on the day; only a member in full standing counts as a party."""
        rows = self._rows.get(treaty, {}).get(state, [])
        answers = [(_party(on, row), row) for row in rows if _status(row) == "member"]
        for answer in (True, None):
            for known, row in answers:
                if known is answer:
                    return Standing(state, known, _says(state, known, row), row.id)
        return _outside(state, on, rows)

    def left_by_its_own_word(self, treaty: str, state: str, on: When) -> bool:
        """Whether the state had declared by that day that it leaves, and no organ had confirmed it."""
        return any(_declared_out(on, row) for row in self._rows.get(treaty, {}).get(state, []))

    def parties(self, treaty: str, on: When) -> list[Standing]:
        """All states that are, or may be, parties on the day."""
        standings = (self.standing(treaty, state, on) for state in self.ever(treaty))
        return [standing for standing in standings if standing.party is not False]


def _status(row: Membership | Party) -> str:
    return row.status if isinstance(row, Membership) else "member"


def _party(on: When, row: Membership | Party) -> Known:
    """Whether the row's state is a party on the day; unknown where it had left by its own word alone."""
    known = within(on, row.from_, row.until)
    return None if known and _declared_out(on, row) else known


def _declared_out(on: When, row: Membership | Party) -> bool:
    declared = row.exit_declared if isinstance(row, Membership) else None
    undone = row.exit_undone if isinstance(row, Membership) else None
    return declared is not None and within(on, declared, undone) is not False


def _says(state: str, known: Known, row: Membership | Party) -> str:
    since = f" since {row.from_}" if row.from_ else ""
    if known is None and isinstance(row, Membership) and row.exit_declared:
        return f"whether {state} was still bound is disputed: it declared on {row.exit_declared} that it leaves"
    if known:
        return f"{state} is a party{since}" + (f" ({row.note})" if row.note else "")
    return f"whether {state} was a party on that day is not known (from {row.from_ or '?'} until {row.until or '?'})"


def _outside(state: str, on: When, rows: list[Membership | Party]) -> Standing:
    """Why a state is no party: another standing on that day, a membership that is over or not begun, or none at all."""
    for row in rows:
        if _status(row) not in ("member", "former") and within(on, row.from_, row.until) is not False:
            return Standing(state, False, f"{state} is {_status(row)}, no party", row.id)
    past = [row for row in rows if _status(row) == "member" and row.until and row.until.last <= on.first]
    if past:
        return Standing(state, False, f"{state} was a party only until {past[-1].until}", past[-1].id)
    later = [row for row in rows if _status(row) == "member" and row.from_]
    if later:
        return Standing(state, False, f"{state} is a party only from {later[0].from_}", later[0].id)
    return Standing(state, False, f"{state} is no party", "")

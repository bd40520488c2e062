"""The promises that there are, indexed by the states that ever made them."""

from __future__ import annotations

from collections.abc import Iterable

from foedus.nouns import FoedusError, Membership, Party, Period, Place, Treaty, Wording
from foedus.obligation.parties import Roster
from foedus.obligation.territory import Atlas
from foedus.when import When, within


class Promises:
    """Wordings with their treaties, parties and places: all that the engine knows besides the case."""

    def __init__(
        self,
        wordings: Iterable[Wording],
        treaties: Iterable[Treaty],
        memberships: Iterable[Membership] = (),
        parties: Iterable[Party] = (),
        places: Iterable[Place] = (),
    ) -> None:
        """Index the rows; FoedusError names a wording whose treaty is not among `treaties`."""
        self.treaties = {treaty.id: treaty for treaty in treaties}
        self.roster = Roster(self.treaties, memberships, parties)
        self.atlas = Atlas(places)
        self.wordings = tuple(wordings)
        self._by_state: dict[str, list[Wording]] = {}
        self._began: dict[tuple[str, When], list[Treaty]] = {}
        for treaty in self.treaties.values():
            if treaty.from_:
                self._began.setdefault((treaty.of, treaty.from_), []).append(treaty)
        for wording in self.wordings:
            if wording.treaty not in self.treaties:
                raise FoedusError(
                    f"wording {wording.id} is of the treaty {wording.treaty!r}, which the record does not hold"
                )
            for state in self.roster.ever(self.treaties[wording.treaty].id):
                self._by_state.setdefault(state, []).append(wording)

    def made_by(self, state: str) -> Iterable[Wording]:
        """The wordings of every treaty that the state was ever in, in the order given."""
        return self._by_state.get(state, ())

    def alliance(self, wording: Wording) -> str:
        """The alliance or organisation that the wording belongs to."""
        return self.treaties[wording.treaty].of

    def instrument(self, treaty: Treaty, since: When | None) -> Treaty:
        """What brought words of the treaty into force on a day: the one protocol of that day, else the treaty itself."""
        came = self._began.get((treaty.of, since), []) if since and since != treaty.from_ else []
        return came[0] if len(came) == 1 else treaty


def period_on(wording: Wording, on: When) -> Period | None:
    """The period of the wording that the day lies in, or may lie in; None where it did not stand at all."""
    for answer in (True, None):
        for period in wording.periods:
            if within(on, period.from_, period.until) is answer:
                return period
    return None

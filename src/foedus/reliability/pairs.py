"""An alliance in a war: the unit of the published rates. Which pairs there are, and every call in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from foedus.datasets.atop import Pledge, by_alliance
from foedus.datasets.wars import War
from foedus.nouns import Noun
from foedus.reliability.bound import Bound, World, bound
from foedus.reliability.call import Call
from foedus.reliability.calls import calls


class Pair(Noun, frozen=True, kw_only=True):
    """An alliance that was in force in some year of a war in which a member fought, its members then, and its calls."""

    war: War
    alliance: int
    pledges: tuple[Pledge, ...]
    calls: tuple[Call, ...]

    @property
    def bilateral(self) -> bool:
        """Whether it never had more than two members in the phases of that time."""
        return all(pledge.bilateral for pledge in self.pledges)


def pairs(wars: Iterable[War], world: World) -> Iterator[Pair]:
    """All pairs, by war and alliance."""
    alliances = by_alliance(world.pledges)
    treaties: dict[int, list[Bound]] = {}
    for treaty in bound(world):
        treaties.setdefault(treaty.alliance, []).append(treaty)
    for war in sorted(wars, key=lambda war: war.id):
        for alliance, pledges in alliances.items():
            then = tuple(pledge for pledge in pledges if in_years(pledge, war))
            if any(pledge.state in war.entry for pledge in then):
                found = tuple(calls(war, treaties[alliance], world))
                yield Pair(war=war, alliance=alliance, pledges=then, calls=found)


def in_years(pledge: Pledge, war: War) -> bool:
    """Whether the member was in the alliance in some calendar year of the war."""
    ends = pledge.exit is None or pledge.exit.first.year >= war.start.year
    return pledge.entry.first.year <= war.end.year and ends


def by_pair(found: Iterable[Pair]) -> dict[tuple[int, int], Pair]:
    """The pairs by number of war and alliance."""
    return {(pair.war.id, pair.alliance): pair for pair in found}


def called_on(pair: Pair) -> Sequence[Call]:
    """The calls that came due, presumptions included."""
    return [call for call in pair.calls if call.presumed]

"""A case: what happened, put to the wordings. A recorded crisis under one reading, or one that a user supposes."""

from __future__ import annotations

from typing import Literal

from foedus.nouns import CrisisKind, Noun, Request
from foedus.when import Known, When

Attacker = Literal["state", "group", "inside", "unknown"]


class Case(Noun, frozen=True, kw_only=True):
    """One attack or threat as one source tells it. `on` is its first day.

    `requested`: the day help was asked for, False where it is known that it was not, None where nobody knows; a day
    before `on` is no request for help in this case.
    `requests`: recorded requests; where there are any they decide, article by article, instead of `requested`.
    `provoked`: whether the victim provoked it. `contested`: that it was an attack from outside is itself disputed.
    `backers`: states that stand behind the attack. `began`: when the war began, where `on` is a later day of it.
    """

    victims: tuple[str, ...]
    on: When
    kind: CrisisKind = "interstate_attack"
    aggressors: tuple[str, ...] = ()
    backers: tuple[str, ...] = ()
    attacker: Attacker = "state"
    places: tuple[str, ...] = ()
    requested: When | Literal[False] | None = None
    requests: tuple[Request, ...] = ()
    provoked: Known = None
    contested: bool = False
    began: When | None = None

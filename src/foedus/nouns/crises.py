"""Crises, and what was asked, answered and given in them."""

from __future__ import annotations

from typing import Literal

from foedus.nouns.noun import Dated, Fact, Noun
from foedus.nouns.organisations import Contribution
from foedus.when import When

CrisisKind = Literal[
    "threat",
    "incident",
    "border_clash",
    "interstate_attack",
    "nonstate_attack",
    "attack_on_forces_abroad",
    "internal_unrest",
    "mutiny",
    "coup",
    "occupation",
    "cyber",
]
ActForm = Literal["none", "statement", "consultation", "mission", "mediation", "money", "materiel", "logistics", "troops"]


class Reading(Noun, frozen=True, kw_only=True):
    """Who was victim and who aggressor, as one source or side tells it.

    A crisis may have rivals; the ledger gives a verdict under each. `by` says whose reading; `aggressors` are ids of
    states or armed groups; an empty list is an attacker nobody has named. `backers` are states that stood behind the
    attack without a share in it.
    """

    id: str
    by: str
    victims: tuple[str, ...]
    aggressors: tuple[str, ...] = ()
    backers: tuple[str, ...] = ()
    attacker: Literal["state", "group", "inside", "unknown"] = "state"
    contested: bool = False
    source: str = ""
    note: str = ""


class Crisis(Dated, frozen=True, kw_only=True):
    """Something in which an obligation could come due. `places` are ids of places or states where it happened."""

    name: str
    kind: CrisisKind
    places: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    summary: str = ""
    deaths: str = ""


class Request(Fact, frozen=True, kw_only=True):
    """Who asked whom for what, when, under which article. `to` is an organisation or a state."""

    crisis: str
    by: str
    to: str
    on: When
    form: ActForm = "troops"
    what: str = ""
    article: str = ""
    treaty: str | None = None


class Response(Fact, frozen=True, kw_only=True):
    """What a body or a state did, refused or left undone about a crisis, and in whose name.

    `in_name_of` is an organisation's id, or "bilateral". An organ's act counts for each contributor; where
    `contributions` is empty it is the act of all members.
    """

    crisis: str
    by: str
    on: When
    form: ActForm
    in_name_of: str = "bilateral"
    polarity: Literal["done", "refused", "failed", "deferred"] = "done"
    to: str | None = None
    request: str | None = None
    what: str = ""
    article: str = ""
    contributions: tuple[Contribution, ...] = ()


class Aid(Fact, frozen=True, kw_only=True):
    """Help given: giver, receiver, form, amount, date, in whose name ("bilateral" or an organisation's id)."""

    giver: str
    receiver: str
    form: ActForm
    on: When
    in_name_of: str = "bilateral"
    crisis: str | None = None
    amount: str = ""
    what: str = ""


class Mandate(Dated, frozen=True, kw_only=True):
    """An authorisation by a body for somebody to act."""

    by: str
    to: str
    text: str
    crisis: str | None = None
    on: When | None = None

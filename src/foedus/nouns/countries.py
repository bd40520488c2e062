"""At home in the member states: parties, repression, regimes; and the threats that leaders name."""

from __future__ import annotations

from typing import Literal

from foedus.nouns.noun import Dated, Fact, Noun
from foedus.when import When


class LegalStatus(Noun, frozen=True, kw_only=True):
    """A party's standing before the law in a stretch of time."""

    status: Literal["legal", "banned", "terrorist_label", "suspended", "exiled"]
    from_: When | None = None
    until: When | None = None
    by: str = ""


class PoliticalParty(Fact, frozen=True, kw_only=True):
    """A political party (`of` is its state)."""

    of: str
    name: str
    aliases: tuple[str, ...] = ()
    statuses: tuple[LegalStatus, ...] = ()


class Repression(Fact, frozen=True, kw_only=True):
    """An act of a state against an opponent at home."""

    of: str
    on: When
    kind: Literal["ban", "raid", "arrest", "exile", "label", "trial", "killing"]
    against: str
    by: str = ""
    what: str = ""


class Regime(Dated, frozen=True, kw_only=True):
    """What a source says of a state's regime."""

    of: str
    regime: Literal["one_party", "de_facto_one_party", "multi_party", "no_party"]


class Threat(Fact, frozen=True, kw_only=True):
    """An actor named as a threat. `ucdp` lists the side names by which UCDP's files know it."""

    name: str
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    names: tuple[ThreatName, ...] = ()
    from_: When | None = None
    until: When | None = None
    ucdp: tuple[str, ...] = ()


class ThreatName(Noun, frozen=True, kw_only=True):
    """A name that a threat bore in a stretch of time."""

    name: str
    from_: When | None = None
    until: When | None = None


class Ascription(Fact, frozen=True, kw_only=True):
    """Somebody ascribed an incident to a threat. `of` is the state (or organisation) that the speaker speaks for.

    Whether independent sources hold so stands with the incident: its `threat`, and its `by`.
    """

    of: str
    incident: str
    threat: str
    speaker: str
    on: When | None = None
    offered: Literal["none", "claimed proof", "shown proof"] = "none"
    words: str = ""


class Incident(Fact, frozen=True, kw_only=True):
    """A recorded act of violence. `by` and `threat`: whom independent sources hold it was, None where none does."""

    name: str
    on: When
    state: str
    by: str | None = None
    threat: str | None = None
    deaths: str = ""
    crisis: str | None = None

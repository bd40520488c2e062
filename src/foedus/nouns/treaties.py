"""Treaties and their dated wordings: each field that a duty turns on, with its basis."""

from __future__ import annotations

from typing import Literal

from foedus.nouns.noun import Dated, Fact, Noun
from foedus.when import When

ObligationKind = Literal["defence", "offence", "neutrality", "nonaggression", "consultation"]
Modality = Literal["duty", "right", "power", "ban", "definition"]
"""A `definition` says what another article covers (NATO 6) and promises nothing by itself."""
Basis = Literal["text", "text: none set", "related instrument", "organ's statement", "scholarship", "coding"]
WordingStatus = Literal["in force", "provisional", "gap", "not covered"]
"""`not covered`: a source that says nothing of this time; whether the wording stood is not known."""
Discharge = Literal["consult", "deem_necessary", "any_help", "material_or_armed", "all_means", "armed", "abstain"]
"""The least act that keeps the promise, from talk to arms; `abstain`: the promise is kept by not doing."""


class Treaty(Fact, frozen=True, kw_only=True):
    """A treaty of an alliance or organisation (`of`). `text` names the source of the official text."""

    of: str
    name: str
    aliases: tuple[str, ...] = ()
    signed: When | None = None
    place: str = ""
    from_: When | None = None
    until: When | None = None
    text: str = ""


class Period(Noun, frozen=True, kw_only=True):
    """A stretch in which a wording has one legal status."""

    from_: When | None = None
    until: When | None = None
    status: WordingStatus = "in force"
    because: str = ""


class Term(Noun, frozen=True, kw_only=True):
    """One coded field of a wording: its value and what that value rests on."""

    value: str | int | bool | tuple[str, ...]
    basis: Basis = "text"
    source: str = ""
    note: str = ""


class Trigger(Noun, frozen=True, kw_only=True):
    """What makes the promise come due: the least grade of attack, and by whom (state, group, inside)."""

    grade: Literal["threat", "incident", "armed attack", "invasion"]
    by: tuple[Literal["state", "group", "inside"], ...] = ("state", "group")
    basis: Basis = "text"
    source: str = ""
    note: str = ""


class Wording(Fact, frozen=True, kw_only=True):
    """One dated text of one article, as text and as coded fields.

    A condition that the text does not set (a term left None) is no condition: it holds, basis "text: none set".
    `attack_by_party_counts`: yes, no or silent (silent gives unknown). `territory`: the places or regions it is
    limited to: state ids, place ids, regions as in places.csv, and `parties` for the parties' recognised territory;
    `a+b` asks for both. `debtors` and `creditors` name states only where they are fewer than all parties. The last
    terms are what ATOP codes: named adversaries, how many, unprovoked only, a war already on. A territory or adversaries
    with no item is a limit that the coding does not name; `untold` holds further conditions of which only the sort is
    coded.
    """

    treaty: str
    article: str
    kind: ObligationKind
    modality: Modality = "duty"
    periods: tuple[Period, ...] = ()
    text: str = ""
    language: str = "en"
    trigger: Trigger | None = None
    attack_by_party_counts: Term | None = None
    territory: Term | None = None
    on_request: Term | None = None
    who_decides: Term | None = None
    performance: Term | None = None
    discharge: Discharge = "any_help"
    debtors: tuple[str, ...] = ()
    creditors: tuple[str, ...] = ()
    adversaries: Term | None = None
    adversaries_least: Term | None = None
    adversaries_most: Term | None = None
    unprovoked: Term | None = None
    ongoing_war: Term | None = None
    untold: tuple[Term, ...] = ()
    coded_by: str = "foedus"


class Party(Dated, frozen=True, kw_only=True):
    """A party to a treaty where the parties are not the members of the organisation."""

    treaty: str
    state: str

"""Organisations and alliances, who belongs, who holds which office, bases, summits, operations."""

from __future__ import annotations

from typing import Literal

from foedus.nouns.noun import Dated, Fact, Noun
from foedus.when import When

MemberStatus = Literal["member", "observer", "associate", "mooted", "suspended", "former"]


class Form(Noun, frozen=True, kw_only=True):
    """A treaty that has parties, or an organisation that has members, by date, under the name it then had."""

    form: Literal["treaty", "organisation"]
    name: str
    from_: When | None = None
    until: When | None = None


class Alliance(Fact, frozen=True, kw_only=True):
    """A treaty community or organisation. `atop` lists ATOP's ids for the same pact: a wording of ours replaces ATOP's.

    `descriptions` are the common nouns a text uses for it ("the bloc").
    """

    name: str
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    founded: When | None = None
    dissolved: When | None = None
    succeeds: tuple[str, ...] = ()
    atop: tuple[int, ...] = ()
    seat: str = ""


class Actor(Dated, frozen=True, kw_only=True):
    """Someone in the news who is neither a state nor an organisation of states: an armed group, a movement, a medium.

    `of` is the state it is at home in; it speaks for itself.
    """

    name: str
    kind: Literal["armed group", "movement", "medium", "company", "other"]
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    of: str | None = None


class Membership(Dated, frozen=True, kw_only=True):
    """One state's standing in one organisation. `by` names who moots it; a state's own freeze is a note, no status.

    `exit_declared`: the day on which the state by its own word left, which no organ confirmed; from then until
    `exit_undone` whether it was bound is disputed.
    """

    of: str
    state: str
    status: MemberStatus = "member"
    by: str = ""
    exit_declared: When | None = None
    exit_undone: When | None = None


class Body(Dated, frozen=True, kw_only=True):
    """An organ or a standing force of an organisation (a council, a secretariat, a reaction force)."""

    of: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: Literal["organ", "force", "ministry", "party_organ", "other"] = "organ"
    decides: str = ""


class Office(Dated, frozen=True, kw_only=True):
    """Who held which office of a state or an organisation (`of` is its id)."""

    of: str
    title: str
    person: str
    aliases: tuple[str, ...] = ()
    national_of: str | None = None


class Base(Dated, frozen=True, kw_only=True):
    """A base: whose by law, whose by name, manned and supplied by whom; one row a period, `base` the same in all."""

    of: str
    base: str
    name: str
    host: str
    place: str = ""
    owner_by_law: str | None = None
    flag_by_name: str | None = None
    manned_by: str | None = None
    supplied_by: str | None = None
    strength: str = ""


class Outcome(Noun, frozen=True, kw_only=True):
    """One decision of a summit and what became of it. `none` = the summit is said to have brought no such thing."""

    what: str
    kind: Literal["declaration", "decision", "agreement", "appointment", "deployment", "none"] = "decision"
    became: str = ""


class Summit(Fact, frozen=True, kw_only=True):
    """A meeting of an organisation's leaders or ministers."""

    of: str
    name: str
    on: When
    place: str = ""
    level: Literal["heads", "ministers", "extraordinary", "other"] = "heads"
    outcomes: tuple[Outcome, ...] = ()


class Contribution(Noun, frozen=True, kw_only=True):
    """What one state sent to a collective act. `number` is people, None where not known."""

    state: str
    number: int | None = None
    form: str = ""


class Operation(Dated, frozen=True, kw_only=True):
    """A deployment or an exercise in an organisation's name, with who sent how many."""

    of: str
    name: str
    kind: Literal["deployment", "exercise", "mission"]
    place: str = ""
    crisis: str | None = None
    mandate: str | None = None
    contributions: tuple[Contribution, ...] = ()
    number: int | None = None


class OrganAct(Fact, frozen=True, kw_only=True):
    """Another dated act of an organisation: a declaration, a decision, a statement. Counted, never scored."""

    of: str
    on: When
    kind: Literal["declaration", "decision", "statement", "appointment", "treaty"]
    text: str


class Forecast(Fact, frozen=True, kw_only=True):
    """What somebody foresaw about an organisation, by when it resolves, and what became of it."""

    of: str
    by: str
    on: When
    about: str
    horizon: When | None = None
    resolves_if: str = ""
    outcome: Literal["came_true", "did_not", "partly", "open", "unknown"] = "open"
    resolved: When | None = None
    finding: str = ""

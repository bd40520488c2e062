"""The shelf: all facts of the record as nouns, each kind in a tuple."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

import msgspec

from foedus import nouns
from foedus.nouns import Evidence, Fact, Noun, Place, Source, State
from foedus.when import When

TABLES: dict[str, type[Fact]] = {
    "alliances": nouns.Alliance,
    "memberships": nouns.Membership,
    "bodies": nouns.Body,
    "offices": nouns.Office,
    "bases": nouns.Base,
    "summits": nouns.Summit,
    "operations": nouns.Operation,
    "organ_acts": nouns.OrganAct,
    "forecasts": nouns.Forecast,
    "treaties": nouns.Treaty,
    "parties": nouns.Party,
    "wordings": nouns.Wording,
    "crises": nouns.Crisis,
    "requests": nouns.Request,
    "responses": nouns.Response,
    "aid": nouns.Aid,
    "mandates": nouns.Mandate,
    "political_parties": nouns.PoliticalParty,
    "repressions": nouns.Repression,
    "regimes": nouns.Regime,
    "threats": nouns.Threat,
    "actors": nouns.Actor,
    "incidents": nouns.Incident,
    "ascriptions": nouns.Ascription,
    "sources": nouns.Source,
}
"""The name of each kind of table in a record file, and the noun that it holds."""

CSV_TABLES: dict[str, type[Noun]] = {"states": State, "places": Place, "evidence": Evidence}


class Edition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The record as released: its version, and the day that answers without a date are given for."""

    version: str
    date: When


class Problem(msgspec.Struct, frozen=True):
    """Something wrong with the record: where (file and line, or file and key path), what, and how grave."""

    where: str
    what: str
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class Shelf(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All facts of the record, each kind in a tuple; `where` tells the file of each fact id."""

    alliances: tuple[nouns.Alliance, ...] = ()
    memberships: tuple[nouns.Membership, ...] = ()
    bodies: tuple[nouns.Body, ...] = ()
    offices: tuple[nouns.Office, ...] = ()
    bases: tuple[nouns.Base, ...] = ()
    summits: tuple[nouns.Summit, ...] = ()
    operations: tuple[nouns.Operation, ...] = ()
    organ_acts: tuple[nouns.OrganAct, ...] = ()
    forecasts: tuple[nouns.Forecast, ...] = ()
    treaties: tuple[nouns.Treaty, ...] = ()
    parties: tuple[nouns.Party, ...] = ()
    wordings: tuple[nouns.Wording, ...] = ()
    crises: tuple[nouns.Crisis, ...] = ()
    requests: tuple[nouns.Request, ...] = ()
    responses: tuple[nouns.Response, ...] = ()
    aid: tuple[nouns.Aid, ...] = ()
    mandates: tuple[nouns.Mandate, ...] = ()
    political_parties: tuple[nouns.PoliticalParty, ...] = ()
    repressions: tuple[nouns.Repression, ...] = ()
    regimes: tuple[nouns.Regime, ...] = ()
    threats: tuple[nouns.Threat, ...] = ()
    actors: tuple[nouns.Actor, ...] = ()
    incidents: tuple[nouns.Incident, ...] = ()
    ascriptions: tuple[nouns.Ascription, ...] = ()
    sources: tuple[Source, ...] = ()
    states: tuple[State, ...] = ()
    places: tuple[Place, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    edition: Edition = Edition("0", When("1900"))
    where: dict[str, str] = {}

    @cached_property
    def evidence_of(self) -> dict[str, tuple[Evidence, ...]]:
        """The evidence rows of each fact id."""
        rows: dict[str, list[Evidence]] = {}
        for row in self.evidence:
            rows.setdefault(row.fact, []).append(row)
        return {fact: tuple(found) for fact, found in rows.items()}

    def confirmed(self, fact: str) -> bool:
        """Whether a supporting source for the fact was seen: for a wording, its very words, which the row quotes."""
        words = self._words.get(fact)
        seen = (row for row in self.evidence_of.get(fact, ()) if row.stance == "supports" and row.seen)
        return any(words is None or (row.quote and row.quote in words) for row in seen)

    @cached_property
    def _words(self) -> dict[str, str]:
        """The text of each wording; empty where its words are not known."""
        return {wording.id: wording.text for wording in self.wordings}

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Each fact with the name of its table."""
        for table in TABLES:
            for fact in getattr(self, table):
                yield table, fact

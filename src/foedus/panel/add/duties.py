"""Duties from our own record: what the treaties there, article by article, make one state owe another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from foedus.datasets import Coverage
from foedus.nouns import Membership, Party, Wording
from foedus.panel.add.codes import FIRST, shipped, table
from foedus.panel.verb import Added, Column, Frame, Join, Verb
from foedus.shelf import Shelf
from foedus.when import When

KINDS = {
    "defence": "armed or other help if it is attacked",
    "offence": "armed help without an attack on it",
    "neutrality": "neutrality in its wars",
    "nonaggression": "not to use force against it",
    "consultation": "consultation in crises",
}

PAIRS_ONLY = True


def duties(*, shelf: Shelf | None = None) -> Verb:
    """`duty_defence` to `duty_consultation`: 1 where a treaty of the record binds state 1 to it towards state 2.

    Null elsewhere: the record holds some alliances, not all, so that it never says "no". Rights, powers and bans are
    no duties. Up to the year of the record's edition, and so also where ATOP has ended. In undirected dyad-years each
    is two columns. `duty_articles` names the wordings. Unit: dyad-year. Source: the record.
    """
    held = shelf or shipped()
    last = held.edition.date.last.year
    return Verb(
        name="duties",
        build=lambda frame: _added(frame, held),
        coverage=Coverage(first=1815, last=last),
        note="record: treaties, wordings and memberships",
    )


def _added(frame: Frame, shelf: Shelf) -> Added:
    if frame.directed:
        joins, columns = [_join("o", 1, 2)], _columns("o", "")
    else:
        joins, columns = [_join("o", 1, 2), _join("q", 2, 1)], (*_columns("o", "1"), *_columns("q", "2"))
    return Added(columns=columns, setup=_setup(shelf), joins=tuple(joins), evidence=_EVIDENCE)


def _columns(alias: str, side: str) -> tuple[Column, ...]:
    who = {"": "", "1": "state 1 to state 2: ", "2": "state 2 to state 1: "}[side]
    kinds = (
        Column(name=f"duty_{kind}{side}", sql=f"{alias}.{kind}", type="TINYINT", meaning=f"{who}1: owes {words}")
        for kind, words in KINDS.items()
    )
    articles = Column(
        name=f"duty_articles{side}", sql=f"{alias}.articles", type="VARCHAR", meaning=f"{who}the wordings, by id"
    )
    return (*kinds, articles)


def _join(alias: str, debtor: int, creditor: int) -> Join:
    on = ((f"ccode{debtor}", "ccode1"), (f"ccode{creditor}", "ccode2"), ("year", "year"))
    return Join(relation="duty_dyads", alias=alias, on=on)


def _setup(shelf: Shelf) -> tuple[str, ...]:
    rows = ", ".join(_bound(shelf)) or "(NULL, NULL, NULL, NULL, NULL, false, false, NULL)"
    bound = f"""
        CREATE OR REPLACE TEMP TABLE bound AS
        SELECT wording, kind, b.iso3, greatest(b.since::DATE, c.since) AS since, least(b.until::DATE, c.until) AS until,
            owes, owed, ccode, file
        FROM (VALUES {rows}) b(wording, kind, iso3, since, until, owes, owed, file)
        JOIN codes c ON b.iso3 = c.iso3 AND b.since::DATE <= c.until AND c.since <= b.until::DATE
        WHERE ccode IS NOT NULL"""
    sums = ", ".join(f"max(if(kind = '{kind}', 1, NULL))::TINYINT AS {kind}" for kind in KINDS)
    dyads = f"""
        CREATE OR REPLACE TEMP TABLE duty_dyads AS
        SELECT ccode1, ccode2, year, {sums}, string_agg(DISTINCT wording, '; ' ORDER BY wording) AS articles
        FROM duty_pairs GROUP BY ccode1, ccode2, year"""
    return table(shelf), bound, _PAIRS, dyads


_PAIRS = """
    CREATE OR REPLACE TEMP VIEW duty_pairs AS
    SELECT x.wording, x.kind, x.file, x.ccode AS ccode1, y.ccode AS ccode2, x.iso3 AS debtor, y.iso3 AS creditor,
        unnest(range(year(greatest(x.since, y.since)), year(least(x.until, y.until)) + 1))::SMALLINT AS year
    FROM bound x JOIN bound y ON x.wording = y.wording AND x.iso3 <> y.iso3 AND x.owes AND y.owed
        AND x.since <= y.until AND y.since <= x.until"""

_EVIDENCE = """
    SELECT ccode1, ccode2, year, file AS source, NULL AS line,
        format('wording {}: {} owes {} {}', wording, debtor, creditor, kind) AS says
    FROM duty_pairs"""


def _bound(shelf: Shelf) -> Iterator[str]:
    """SQL rows (wording, kind, state, first and last day, owes, is owed, file) for each party, period and wording."""
    treaties = {treaty.id: treaty for treaty in shelf.treaties}
    end = shelf.edition.date.last
    for wording in shelf.wordings:
        if wording.modality != "duty" or wording.treaty not in treaties:
            continue
        file = shelf.where.get(wording.id, "record").replace("'", "''")
        for row in _parties(shelf, wording.treaty, treaties[wording.treaty].of):
            for since, until in _held(wording, row, end):
                owes = not wording.debtors or row.state in wording.debtors
                owed = not wording.creditors or row.state in wording.creditors
                yield f"('{wording.id}', '{wording.kind}', '{row.state}', '{since}', '{until}', {owes}, {owed}, '{file}')"


def _parties(shelf: Shelf, treaty: str, organisation: str) -> list[Membership | Party]:
    """The treaty's own parties where the record lists them, else the members of its organisation in full standing."""
    own: list[Membership | Party] = [party for party in shelf.parties if party.treaty == treaty]
    return own or [m for m in shelf.memberships if m.of == organisation and m.status == "member"]


def _held(wording: Wording, row: Membership | Party, end: date) -> Iterator[tuple[date, date]]:
    """First and last day of each stretch in which the wording bound the party; an end is the day it no longer did."""
    for period in wording.periods:
        if period.status == "gap":
            continue
        since = max(_first(period.from_), _first(row.from_))
        until = min(_last(period.until, end), _last(row.until, end))
        if since <= until:
            yield since, until


def _first(day: When | None) -> date:
    return day.first if day else date.fromisoformat(FIRST)


def _last(day: When | None, end: date) -> date:
    return day.first - timedelta(days=1) if day else end

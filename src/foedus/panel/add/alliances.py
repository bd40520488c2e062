"""Alliances of Alliance Treaty Obligations and Provisions (ATOP 5.1), directed: what the first state owes the second."""

from __future__ import annotations

import tomllib
from pathlib import Path

from foedus.datasets import dataset
from foedus.panel.states import of_states
from foedus.panel.verb import Added, Column, Frame, Join, Verb

KINDS = {
    "defense": "armed help if it is attacked",
    "offense": "armed help without an attack on it",
    "neutral": "neutrality in its wars",
    "nonagg": "not to use force against it",
    "consul": "consultation in crises",
}
LIKE = "as in ATOP''s released dyad-years"
NOT_SAID = ", towards every other member (ATOP does not say to whom)"
_AS_RELEASED = Path(__file__).with_name("like_peacesciencer.toml")


def alliances(atop: Path | str, *, detail: bool = False) -> Verb:
    """Whether the first state owes the second defence, offence, neutrality, nonaggression, consultation: 0 or 1.

    A promise counts in each year in which it held on some day, between members that were so on the same day. In
    undirected dyad-years each kind is two columns: what state 1 owes (`atop_defense1`) and what state 2 owes; in
    state-years what a state owes to someone, and `atop_allies`. `detail` adds the number of treaties and whether a
    promise has conditions. A promise counts towards every other member, also where a member promised different things
    to different partners (OBVARY): ATOP's member file does not say what to whom. Source: that file.
    """
    sheet = dataset("atop")
    return Verb(
        name="alliances",
        build=lambda frame: _added(frame, detail),
        dataset="atop",
        path=str(atop),
        tables=("atop_members",),
        coverage=sheet.covers("atop_members"),
    )


def _added(frame: Frame, detail: bool) -> Added:
    if not frame.dyadic:
        return _of_states(frame, detail)
    shared, owed = _shared(detail), _owed(detail)
    if frame.directed:
        columns = (*shared, *(_column(name, "d", name, words) for name, words in owed.items()))
        joins = [_join("atop_dyads", "d", 1, 2)]
    elif frame.like_peacesciencer:
        columns = (*shared, *(_column(name, "d", name, words) for name, words in owed.items()))
        joins = [_join("atop_either", "d", 1, 2)]
    else:
        one = (_column(name, "d", f"{name}1", f"state 1 to state 2: {words}") for name, words in owed.items())
        two = (_column(name, "e", f"{name}2", f"state 2 to state 1: {words}") for name, words in owed.items())
        columns = (*shared, *one, *two)
        joins = [_join("atop_dyads", "d", 1, 2), _join("atop_dyads", "e", 2, 1)]
    return Added(columns=columns, setup=_setup(frame, detail), joins=tuple(joins), evidence=_EVIDENCE)


def _of_states(frame: Frame, detail: bool) -> Added:
    """In state-years: what the state owes to someone, and to how many it is bound."""
    words = {"atop_alliance": "1: in an ATOP alliance", "atop_allies": "number of states that it shares an alliance with"}
    words |= {name: f"{meaning}, towards some state" for name, meaning in _owed(detail).items()}
    columns = tuple(
        Column(name=name, sql=name.removeprefix("atop_"), type="SMALLINT", meaning=meaning, fill=0)
        for name, meaning in words.items()
    )
    kinds = ", ".join(f"max({name.removeprefix('atop_')}) AS {name.removeprefix('atop_')}" for name in _owed(detail))
    states = f"""
        CREATE OR REPLACE TEMP TABLE atop_states AS
        SELECT ccode1 AS ccode, year, 1 AS alliance, count(*) AS allies, {kinds} FROM atop_dyads GROUP BY ccode1, year"""
    evidence = f"SELECT ccode1 AS state, * EXCLUDE (ccode1) FROM ({_EVIDENCE})"
    return of_states(frame, "atop_states", columns, setup=(*_setup(frame, detail), states), evidence=evidence)


def _shared(detail: bool) -> tuple[Column, ...]:
    number = Column(
        name="atop_number", sql="d.number", type="UTINYINT", meaning="number of ATOP alliances that the two share", fill=0
    )
    allied = Column(
        name="atop_alliance", sql="d.alliance", type="TINYINT", meaning="1: the two share an ATOP alliance", fill=0
    )
    return (allied, number) if detail else (allied,)


def _owed(detail: bool) -> dict[str, str]:
    owed = {f"atop_{kind}": f"1: owes {words}" for kind, words in KINDS.items()}
    more = {
        "atop_conditional": "1: some promise depends on a condition",
        "atop_defense_unconditional": "1: some treaty promises defence without conditions",
    }
    return owed | (more if detail else {})


def _column(name: str, alias: str, called: str, words: str) -> Column:
    return Column(name=called, sql=f"{alias}.{name.removeprefix('atop_')}", type="TINYINT", meaning=words, fill=0)


def _join(relation: str, alias: str, first: int, second: int) -> Join:
    return Join(
        relation=relation,
        alias=alias,
        on=((f"ccode{first}", "ccode1"), (f"ccode{second}", "ccode2"), ("year", "year")),
    )


def _setup(frame: Frame, detail: bool) -> tuple[str, ...]:
    """`atop_dyads`: what the first state owes the second, by year; `atop_either`: what one of the two owes the other."""
    sums = {kind: f"max({kind})" for kind in KINDS} | {"alliance": "1::TINYINT"} | (_DETAIL if detail else {})
    dyads = f"""
        CREATE OR REPLACE TEMP TABLE atop_dyads AS
        SELECT debtor AS ccode1, creditor AS ccode2, year, {", ".join(f"{sql} AS {name}" for name, sql in sums.items())}
        FROM atop_pairs GROUP BY debtor, creditor, year"""
    either = f"""
        CREATE OR REPLACE TEMP TABLE atop_either AS
        SELECT least(ccode1, ccode2) AS ccode1, greatest(ccode1, ccode2) AS ccode2, year,
            {", ".join(f"max({name}) AS {name}" for name in sums)}
        FROM atop_dyads GROUP BY ALL"""
    merged = (either,) if not frame.directed and frame.like_peacesciencer else ()
    return (*(_as_released() if frame.like_peacesciencer else (_SPELLS, _PAIRS)), dyads, *merged)


_DETAIL = {
    "number": "count(DISTINCT atopid)",
    "conditional": "max(conditio)",
    "defense_unconditional": "max(defense * (1 - defcon))",
}

_SPELLS = """
    CREATE OR REPLACE TEMP TABLE atop_spells AS
    SELECT *, make_date(yrent, if(moent BETWEEN 1 AND 12, moent, 1), if(dayent > 0, dayent, 1)) AS since,
        CASE WHEN yrexit = 0 THEN DATE '2018-12-31'
            WHEN dayexit > 0 THEN make_date(yrexit, moexit, dayexit)
            WHEN moexit BETWEEN 1 AND 12 THEN last_day(make_date(yrexit, moexit, 1))
            ELSE make_date(yrexit, 12, 31) END AS until
    FROM atop_members"""
"""A date of which the day or month is not known may be any of them, so the spell is as long as it may be."""

_PAIRS = f"""
    CREATE OR REPLACE TEMP VIEW atop_pairs AS
    SELECT x.atopid, x.phase, x.member AS debtor, y.member AS creditor, x.line, y.line AS line2,
        unnest(range(year(greatest(x.since, y.since)), year(least(x.until, y.until)) + 1))::SMALLINT AS year,
        {", ".join(f"x.{k}" for k in KINDS)}, x.conditio, x.defcon,
        if(x.obvary = 1, '{NOT_SAID}', '') AS towards,
        greatest(x.since, y.since) AS since, least(x.until, y.until) AS until
    FROM atop_spells x
    JOIN atop_spells y ON x.atopid = y.atopid AND x.phase = y.phase AND x.member <> y.member
        AND x.since <= y.until AND y.since <= x.until"""

_EVIDENCE = """
    SELECT debtor AS ccode1, creditor AS ccode2, year, 'atop_members' AS source, line,
        format('ATOP alliance {}{}: {} owes {}{}; both members {} to {}', atopid,
            if(phase > 0, format(' (phase {})', phase), ''), debtor, creditor,
            coalesce(' ' || nullif(concat_ws(', ', if(defense = 1, 'defence', NULL), if(offense = 1, 'offence', NULL),
                if(neutral = 1, 'neutrality', NULL), if(nonagg = 1, 'nonaggression', NULL),
                if(consul = 1, 'consultation', NULL)), ''), ' nothing (members of one alliance)')
                || if(conditio = 1, ', with conditions', '') || towards, since,
            if(until = DATE '2018-12-31', 'the end of the data', until::VARCHAR)) AS says
    FROM atop_pairs"""


def _as_released() -> tuple[str, ...]:
    """The same, with the directions of ATOP's released dyad-years put in."""
    said, later = _statements()
    towards = ", ".join(f"if(t.{k} IS NULL OR list_contains(t.{k}, creditor), p.{k}, 0) AS {k}" for k in KINDS)
    kept = ", ".join(f"if(list_contains(l.kinds, '{k}'), 0, {k})::TINYINT AS {k}" for k in KINDS)
    pairs = f"""
        CREATE OR REPLACE TEMP VIEW atop_pairs AS
        SELECT q.* REPLACE ({kept})
        FROM (SELECT p.* REPLACE ({towards}, if(t.atopid IS NULL, towards, ', {LIKE}') AS towards)
            FROM atop_promised p LEFT JOIN towards t USING (atopid, debtor)) q
        LEFT JOIN later_only l USING (atopid, year, phase, debtor, creditor)"""
    return said, later, _SPELLS, _PAIRS.replace("atop_pairs", "atop_promised"), pairs


def _statements() -> tuple[str, str]:
    """`towards`: creditors by kind, null for every other member. `later_only`: the kinds that ended with phase 1."""
    data = tomllib.loads(_AS_RELEASED.read_text(encoding="utf8"))
    towards = ", ".join(
        f"({row['atopid']}, {debtor}, {', '.join(str(row.get(kind, 'NULL')) for kind in KINDS)})"
        for row in data["statements"]
        for debtor in row["debtors"]
    )
    later = ", ".join(
        f"({row['atopid']}, {row['year']}, 1, {debtor}, {creditor}, {row['kinds']})"
        for row in data["later_only"]
        for debtor in row["debtors"]
        for creditor in row["creditors"]
    )
    types = ", ".join(f"{kind}::SMALLINT[] AS {kind}" for kind in KINDS)
    make = "CREATE OR REPLACE TEMP TABLE"
    return (
        f"{make} towards AS SELECT atopid, debtor, {types} FROM (VALUES {towards}) v(atopid, debtor, {', '.join(KINDS)})",
        f"{make} later_only AS FROM (VALUES {later}) v(atopid, year, phase, debtor, creditor, kinds)",
    )

"""What a join did: how many rows of a source found a row of the panel, which did not, and what stays unknown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from foedus.nouns import FoedusError, Noun
from foedus.panel.verb import Added, Frame, Join, Verb

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from foedus.panel.built import Built


class Joined(Noun, frozen=True, kw_only=True):
    """One relation joined by a verb.

    `source_rows` = `matched` + `unmatched` (no such row in the panel) + `outside` (of the panel's years).
    `panel_rows` = `found` (the source has a row) + `absent` (it has none) + `unknown` (outside the source's coverage).
    `shared` are panel rows on a source row that another stands on too: two states of one number in a year of succession.
    A relation that has each pair in both directions, joined to an undirected panel, counts each pair once.
    `left_out` are source rows that could not be used, or gave way to another of the same key, by the rule that did it.
    """

    verb: str
    relation: str
    coverage: str
    source_rows: int
    matched: int
    unmatched: int
    outside: int
    panel_rows: int
    found: int
    absent: int
    unknown: int
    shared: int
    left_out: dict[str, int]

    def __str__(self) -> str:
        lines = [
            f"{self.verb} ({self.relation}, {self.coverage}): {self.source_rows:,} rows in the source: {self.matched:,} "
            f"matched, {self.unmatched:,} with no such row in the panel, {self.outside:,} outside its years",
            f"  panel: {self.found:,} rows with data, {self.absent:,} without, {self.unknown:,} unknown (not covered)",
        ]
        if self.shared:
            lines.append(f"  {self.shared:,} rows of the panel share their source row with another (a succession)")
        if self.left_out:
            by = ", ".join(f"{count:,} by {rule}" for rule, count in sorted(self.left_out.items(), key=lambda d: -d[1]))
            lines.append(f"  left out: {sum(self.left_out.values()):,} ({by})")
        return "\n".join(lines)


def report(built: Built) -> tuple[Joined, ...]:
    """What each join of a built panel did, in the order of the verbs."""
    steps = zip(built.plan.verbs, built.plan.added(), built.plan.queries(), strict=False)
    return tuple(_joined(built, verb, part, so_far, name) for verb, part, so_far in steps for name in relations(part))


def relations(part: Added) -> tuple[str, ...]:
    """The relations that a verb joins, each once, in order."""
    return tuple(dict.fromkeys(join.relation for join in part.joins))


def unmatched_sql(built: Built, name: str) -> str:
    """SQL for the rows of a verb's relation that found no row of the panel; `outside` are those of other years."""
    steps = zip(built.plan.verbs, built.plan.added(), built.plan.queries(), strict=False)
    for verb, part, so_far in steps:
        if verb.name == name and part.joins:
            relation = part.joins[0].relation
            hits = _matches(_rows(built.plan.frame, part, so_far), part.joins, built.plan.frame)
            first, last = built.plan.frame.first_year, built.plan.last_year
            return (
                f"SELECT *, year NOT BETWEEN {first} AND {last} AS outside FROM {relation} "
                f"WHERE {_once(part.joins, built.plan.frame)} AND rowid NOT IN (SELECT row FROM ({hits})) ORDER BY ALL"
            )
    raise FoedusError(f"the panel joins no {name!r}; its verbs: {', '.join(v.name for v in built.plan.verbs)}")


def _joined(built: Built, verb: Verb, part: Added, so_far: str, relation: str) -> Joined:
    rows = _rows(built.plan.frame, part, so_far)
    joins = [join for join in part.joins if join.relation == relation]
    panel_rows, inside, found, hits = _of_panel(built.connection, verb, joins, rows)
    whole = len(joins) == 1 and len(joins[0].on) == len(built.plan.frame.keys)
    once = whole and rows == "frame"  # on the panel's own keys no source row is found twice
    total, outside, matched = _of_source(built, joins, str(hits) if once else _distinct(rows, joins, built.plan.frame))
    return Joined(
        verb=verb.name,
        relation=relation,
        coverage=f"{verb.coverage.first}-{verb.coverage.last}" if verb.coverage else "all years",
        source_rows=total,
        matched=matched,
        unmatched=total - matched - outside,
        outside=outside,
        panel_rows=panel_rows,
        found=found,
        absent=inside - found,
        unknown=panel_rows - inside,
        shared=hits - matched if whole else 0,
        left_out=_left_out(built.connection, part),
    )


def _of_panel(connection: DuckDBPyConnection, verb: Verb, joins: list[Join], rows: str) -> tuple[int, ...]:
    """The panel's rows: all, those in coverage, those of them with a row in the source, and any with one."""
    covered = f"p.year BETWEEN {verb.coverage.first} AND {verb.coverage.last}" if verb.coverage else "true"
    found = " OR ".join(f"{join.alias}.rowid IS NOT NULL" for join in joins)
    counted = ("true", covered, f"({found}) AND {covered}", found)
    joined = " ".join(f"LEFT JOIN {join.relation} {join.alias} ON {_on(join)}" for join in joins)
    return _counts(
        connection, f"SELECT {', '.join(f'count(*) FILTER ({one})' for one in counted)} FROM {rows} p {joined}"
    )


def _of_source(built: Built, joins: list[Join], matched: str) -> tuple[int, ...]:
    """The source's rows: all, those of years outside the panel's, and the `matched` ones as SQL counts them."""
    first, last = built.plan.frame.first_year, built.plan.last_year
    return _counts(
        built.connection,
        f"SELECT count(*), count(*) FILTER (year NOT BETWEEN {first} AND {last}), {matched} FROM {joins[0].relation} "
        f"WHERE {_once(joins, built.plan.frame)}",
    )


def _distinct(rows: str, joins: list[Join], frame: Frame) -> str:
    return f"(SELECT count(DISTINCT row) FROM ({_matches(rows, joins, frame)}))"


def _mirrored(joins: Iterable[Join], frame: Frame) -> bool:
    """Whether a relation's pairs stand in both directions, for the panel's order of a pair is not that of its numbers."""
    joins = list(joins)
    pair = len(joins) == 1 and len(joins[0].on) == len(frame.keys)
    return frame.dyadic and not frame.directed and pair and joins[0].on[0][0] != frame.keys[0]


def _once(joins: Iterable[Join], frame: Frame) -> str:
    """The SQL condition that takes one row of a pair that stands in both directions."""
    joins = list(joins)
    if not _mirrored(joins, frame):
        return "true"
    (_, one), (_, two), *_ = joins[0].on
    return f"{one} < {two}"


def _rows(frame: Frame, part: Added, so_far: str) -> str:
    """The panel's rows: the bare frame where the joins ask for its keys only."""
    wanted = {ours for join in part.joins for ours, _ in join.on}
    return "frame" if wanted <= set(frame.keys) else f"({so_far})"


def _matches(rows: str, joins: Iterable[Join], frame: Frame) -> str:
    """SQL for the source rows that a row of the panel stands on, one `row` for each of the panel's."""
    joins = list(joins)
    ways = [(join, _on(join)) for join in joins]
    if _mirrored(joins, frame):
        (one, a), (two, b), *rest = joins[0].on
        turned = msgspec.structs.replace(joins[0], on=((one, b), (two, a), *rest))
        ways = [(join, f"{_on(join)} AND {join.alias}.{a} < {join.alias}.{b}") for join in (joins[0], turned)]
    return " UNION ALL ".join(
        f"SELECT {join.alias}.rowid AS row FROM {rows} p JOIN {join.relation} {join.alias} ON {on}" for join, on in ways
    )


def _on(join: Join) -> str:
    return " AND ".join(f"p.{ours} = {join.alias}.{theirs}" for ours, theirs in join.on)


def _left_out(connection: DuckDBPyConnection, part: Added) -> dict[str, int]:
    if not part.dropped:
        return {}
    return dict(connection.execute(f"SELECT rule, count(*) FROM {part.dropped} GROUP BY ALL").fetchall())


def _counts(connection: DuckDBPyConnection, sql: str) -> tuple[int, ...]:
    return tuple(int(number) for number in connection.execute(sql).fetchall()[0])

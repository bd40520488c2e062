"""Why a row of a panel says what it says: for each value the file and line it comes from, or why there is none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from foedus.nouns import FoedusError, Noun
from foedus.panel import frame as rows
from foedus.panel.verb import NUMBER, Added, Frame, System, Verb

if TYPE_CHECKING:
    from foedus.panel.built import Built
    from foedus.panel.plan import Panel


class Origin(Noun, frozen=True, kw_only=True):
    """A row of a source: what it says, and where it stands. `line` counts the header as 1."""

    says: str
    file: str
    line: int | None


class Because(Noun, frozen=True, kw_only=True):
    """What one verb put into the row, why in a sentence, and the source rows behind it."""

    verb: str
    values: dict[str, Any]
    because: str
    origins: tuple[Origin, ...]


class Why(Noun, frozen=True, kw_only=True):
    """The reasons of one row; `there` is false where the panel has no such row, and `reasons` then say why."""

    key: dict[str, int]
    there: bool
    reasons: tuple[Because, ...]


def why(plan: Panel, key: tuple[int, ...]) -> Why:
    """The reasons of the row with that key: states and year, as in `why(365, 2, 1949)` or `why(365, 1949)`.

    A panel whose last year is left to its sources is asked for any year: each source then says what it covers.
    """
    names = plan.frame.keys
    if len(key) != len(names):
        raise FoedusError(f"a row of this panel is named by {', '.join(names)}: {len(names)} numbers, not {len(key)}")
    if plan.frame.dyadic and not plan.frame.directed and key[0] > key[1]:
        key = (key[1], key[0], *key[2:])
    small = msgspec.structs.replace(plan.frame, among=key[:-1], of=())
    last = max(plan.last_year, key[-1]) if plan.frame.last_year is None else plan.frame.last_year
    frame = msgspec.structs.replace(small, last_year=last)
    built = msgspec.structs.replace(plan, frame=frame, conditions=()).laid_out()
    named = dict(zip(names, key, strict=True))
    row = _row(built, named)
    members = _membership(built, small, key)
    reasons = (_reason(built, verb, part, named, row) for verb, part in zip(plan.verbs, built.plan.added(), strict=True))
    left_out = _left_out(built, plan.conditions, named) if row else ()
    return Why(key=named, there=bool(row) and not left_out, reasons=(members, *(reasons if row else ()), *left_out))


def _row(built: Built, key: dict[str, int]) -> dict[str, Any]:
    where = " AND ".join(f"{name} = {int(value)}" for name, value in key.items())
    cursor = built.connection.execute(f"SELECT * FROM ({built.sql}) WHERE {where}")
    names = [column[0] for column in cursor.description or ()]
    found = cursor.fetchall()
    return dict(zip(names, found[0], strict=True)) if found else {}


def _left_out(built: Built, conditions: tuple[str, ...], key: dict[str, int]) -> tuple[Because, ...]:
    """The conditions of the panel that the row does not meet."""
    where = " AND ".join(f"{name} = {int(value)}" for name, value in key.items())
    unmet = (
        condition
        for condition in conditions
        if not built.connection.execute(f"FROM ({built.sql}) WHERE {where} AND ({condition})").fetchall()
    )
    return tuple(Because(verb="where", values={}, because=f"left out: not {one}", origins=()) for one in unmet)


def _membership(built: Built, frame: Frame, key: tuple[int, ...]) -> Because:
    """The spells of the states, and whether the year is one in which they were members together."""
    number, year = NUMBER[frame.system], key[-1]
    spells = built.connection.execute(
        f"SELECT {number}, name, since, listed_until, line, year(since) <= {int(year)} AND year(until) >= {int(year)} "
        "FROM spells ORDER BY ALL"
    ).fetchall()
    table = rows.TABLES[frame.system]
    origins = tuple(
        Origin(says=f"{state} {name}: member {since} to {until}", file=_file(built, table), line=line)
        for state, name, since, until, line, _ in spells
    )
    first, last = built.plan.frame.first_year, built.plan.last_year
    if not first <= year <= last:
        return _frame(f"the panel runs from {first} to {last}", origins)
    inside = {state for state, *_, member in spells if member}
    outside = [state for state in key[:-1] if state not in inside]
    if outside:
        who = ", ".join(f"{state}{_meant(state, year, frame.system)}" for state in outside)
        return _frame(f"no member of the state system in {year}: {who}", origins)
    if not built.connection.execute(f"SELECT * FROM frame WHERE year = {int(year)}").fetchall():
        return _frame(f"members in {year}, but never on the same day", origins)
    return _frame(f"members of the state system in {year}", origins)


def _meant(number: int, year: int, system: System) -> str:
    """Whose number it is in either system, by the record: 970 is Nauru's in the one and Kiribati's in the other."""
    from foedus.datasets.cow import states_by_number
    from foedus.panel.add.codes import shipped

    called = {"cow": "Correlates of War", "gw": "Gleditsch and Ward"}
    states, on = shipped().states, date(min(year, 9999), 12, 31)
    found = {one: states_by_number(states, one)(number, on) for one in NUMBER}
    said = [f"{state.name}'s number in {called[one]}" for one, state in found.items() if state]
    return f" ({', '.join(said) or 'nobody has that number'}; this panel is in those of {called[system]})"


def _frame(because: str, origins: tuple[Origin, ...]) -> Because:
    return Because(verb="frame", values={}, because=because, origins=origins)


def _reason(built: Built, verb: Verb, part: Added, key: dict[str, int], row: dict[str, Any]) -> Because:
    values = {column.name: row[column.name] for column in part.columns}
    origins = _origins(built, part, row) if part.evidence else ()
    year, cover = key["year"], verb.coverage
    if cover and not cover.first <= year <= cover.last:
        because = f"unknown: the source covers {cover.first}-{cover.last}"
        origins = ()
    elif not part.evidence:
        because = verb.note or "computed from the panel's own columns"
    else:
        known = any(column.fill is not None for column in part.columns)
        nothing = "the source covers the year and has no row for it" + ("" if known else ": unknown")
        because = "from the rows below" if origins else nothing
    return Because(verb=verb.name, values=values, because=because, origins=origins)


def _origins(built: Built, part: Added, row: dict[str, Any]) -> tuple[Origin, ...]:
    """The source rows of a panel row, in either direction where the panel is undirected."""
    where = _same(part, row, built.plan.frame)
    found = built.connection.execute(f"SELECT says, source, line FROM ({part.evidence}) WHERE {where} ORDER BY ALL")
    return tuple(Origin(says=says, file=_file(built, table), line=line) for says, table, line in found.fetchall())


def _same(part: Added, row: dict[str, Any], frame: Frame) -> str:
    """The condition that evidence is about the row: its key columns are named as in the relation that is joined."""
    on = [pair for join in part.joins for pair in join.on if pair[0] != "year"]
    numbers = [row[ours] if row[ours] is not None else "NULL" for ours, _ in on]
    if part.monadic:
        return f"state IN ({', '.join(map(str, numbers))}) AND year = {row['year']}"
    (_, one), (_, two) = on[:2]
    pairs = f"({numbers[0]}, {numbers[1]})" + ("" if frame.directed else f", ({numbers[1]}, {numbers[0]})")
    return f"({one}, {two}) IN ({pairs}) AND year = {row['year']}"


def _file(built: Built, table: str) -> str:
    return next((one.path for one in built.loaded if one.table == table), table)

"""Were alliances reliable in war? Each alliance in each war under a named rule, and the rates under all rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from foedus.datasets import atop
from foedus.datasets import wars as war_lists
from foedus.datasets.atop_wordings import CODED_BY
from foedus.datasets.cow import states_by_number
from foedus.datasets.load import fallen_short
from foedus.nouns import FoedusError, Noun
from foedus.reliability.bound import World
from foedus.reliability.call import Call
from foedus.reliability.pairs import Pair, by_pair, pairs
from foedus.reliability.rates import CAVEAT, Rate, rates
from foedus.reliability.rules import rule as rule_of
from foedus.reliability.rules import rules
from foedus.reliability.slices import all_slices
from foedus.shelf import Shelf
from foedus.verbs import opened
from foedus.when import Known


class PairRow(Noun, frozen=True, kw_only=True):
    """One verdict: the war's and ATOP's number, due and kept (null unknown), why; `state` where the unit is a member."""

    war_id: int
    atop_id: int
    due: Known
    kept: Known
    reason: str
    state: int | None = None


class WarsAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `foedus reliability wars`: verdicts under one rule, rates under every rule, what was not asked.

    `notes` tell of files that have other than their publisher's number of rows.
    """

    rule: str
    says: str
    pairs: tuple[PairRow, ...]
    rates: tuple[Rate, ...]
    due: int
    kept: int
    unknown: int
    caveat: str
    not_asked: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Coded(Noun, frozen=True, kw_only=True):
    """One coded variable of one member that bears on the verdict, in words, with its codebook page."""

    state: str
    variable: str
    value: int
    means: str
    source: str


class Asked(Noun, frozen=True, kw_only=True):
    """One condition of one promise: whether it holds by the codes, and what is presumed where they leave it open.

    Debtors of whom the same is true stand together. `owed` is the answer on the whole promise, presumptions included.
    """

    kind: str
    creditor: str
    debtors: tuple[str, ...]
    on: date
    condition: str
    holds: Known
    presumed: Known
    because: str
    source: str
    owed: Known
    did: str


class WhyAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `--why WAR ALLIANCE`."""

    war: str
    alliance: str
    verdicts: tuple[PairRow, ...]
    coded: tuple[Coded, ...]
    conditions: tuple[Asked, ...]
    notes: tuple[str, ...] = ()


def reliability_wars(
    atop_path: Path | str | None = None,
    wars_path: Path | str | None = None,
    rule: str = "all-members",
    *,
    majors: Path | str | None = None,
    democracy: Path | str | None = None,
) -> WarsAnswer:
    """Put ATOP's promises to a list of wars. `majors` (COW's major powers) and `democracy` add slices.

    What is not given is taken from foedus.toml ([datasets] atop, wars, states, democracy). FoedusError for a rule that
    is not there and for files that are not what they should be.
    """
    chosen = rule_of(rule)
    found, notes = _pairs(opened.data("atop", atop_path), opened.data("wars", wars_path))
    rows = tuple(row for pair in found for row in _rows(pair, chosen.name))
    named = opened.settings().datasets
    slices, not_asked = all_slices(majors or named.get("states"), democracy or named.get("democracy"))
    due = [row for row in rows if row.due]
    return WarsAnswer(
        rule=chosen.name,
        says=chosen.says,
        pairs=rows,
        rates=rates(found, rules().values(), slices),
        due=len(due),
        kept=sum(row.kept is True for row in due),
        unknown=sum(row.due is None for row in rows),
        caveat=CAVEAT,
        not_asked=not_asked,
        notes=notes,
    )


def reliability_why(
    atop_path: Path | str | None,
    wars_path: Path | str | None,
    war: int,
    alliance: int,
    rule: str = "all-members",
    *,
    shelf: Shelf | None = None,
) -> WhyAnswer:
    """Why an alliance (ATOP's number) in a war (the list's number) got its verdict: each code and each condition."""
    asked, notes = _pairs(opened.data("atop", atop_path), opened.data("wars", wars_path), war, alliance)
    pair = by_pair(asked).get((war, alliance))
    if pair is None:
        raise FoedusError(f"war {war} and ATOP {alliance} are no pair: no member at war in a year of the alliance")
    shown = _shown(shelf or opened.shelf(), pair.war.start)
    return WhyAnswer(
        war=f"{pair.war.name} ({pair.war.start} to {pair.war.end})",
        alliance=f"ATOP {alliance}",
        verdicts=tuple(
            msgspec.structs.replace(row, reason=_named(row.reason, shown)) for row in _rows(pair, rule_of(rule).name)
        ),
        coded=tuple(_coded(pair, shown)),
        conditions=tuple(_conditions(pair, shown)),
        notes=notes,
    )


def write_pairs(answer: WarsAnswer, path: Path) -> None:
    """The verdicts as CSV: war_id, atop_id, due, kept (0, 1, unknown), reason; by temporary file and rename.

    FoedusError where the file cannot be written.
    """
    import csv

    words = {True: "1", False: "0", None: "unknown"}
    unfinished = path.with_name(f".{path.name}.unfinished")
    by_state = any(row.state is not None for row in answer.pairs)
    try:
        with unfinished.open("w", encoding="utf8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("war_id", "atop_id", *(("state",) if by_state else ()), "due", "kept", "reason"))
            for row in answer.pairs:
                who = (row.state,) if by_state else ()
                writer.writerow((row.war_id, row.atop_id, *who, words[row.due], words[row.kept], row.reason))
        unfinished.replace(path)
    except OSError as error:
        raise FoedusError(f"{path}: cannot be written ({error.strerror})") from None


def _pairs(
    atop_path: Path | str, wars_path: Path | str, war: int | None = None, alliance: int | None = None
) -> tuple[list[Pair], tuple[str, ...]]:
    import duckdb

    connection = duckdb.connect()
    world = World(atop.read(atop_path, connection))
    asked = [w for w in war_lists.read(wars_path, connection) if war in (None, w.id)]
    if not asked:
        raise FoedusError(f"no war {war} in {wars_path}")
    if alliance is not None and not any(p.alliance == alliance for p in world.pledges):
        raise FoedusError(f"{CODED_BY} has no alliance {alliance}")
    short = (fallen_short(connection, "atop", "atop_members"), fallen_short(connection, "wars", "iwd"))
    return [pair for pair in pairs(asked, world) if alliance in (None, pair.alliance)], tuple(filter(None, short))


def _rows(pair: Pair, rule: str) -> list[PairRow]:
    return [
        PairRow(war_id=pair.war.id, atop_id=pair.alliance, due=v.due, kept=v.kept, reason=v.reason, state=v.who)
        for v in rules()[rule].judge(pair)
    ]


def _shown(shelf: Shelf, on: date) -> Callable[[int], str]:
    find = states_by_number(shelf.states)

    def show(number: int) -> str:
        state = find(number, on)
        return f"{state.name} ({number})" if state else f"COW {number}"

    return show


_STATE = re.compile(
    r"(?<![-\w])(?<!TERMMODE )(?<!TERMCAUS )(?<!against )\d{1,3}(?![-\w])(?! more\b| or (?:more|fewer)\b| named here\b)"
)


def _named(because: str, shown: Callable[[int], str]) -> str:
    """Names for the COW numbers in a reason: the engine knows the states by number here. A count is no state's number,
    nor is what stands beside TERMMODE, TERMCAUS or in a date."""
    return _STATE.sub(lambda number: shown(int(number[0])), because)


def _coded(pair: Pair, shown: Callable[[int], str]) -> list[Coded]:
    """Every promise and condition coded for a member, and the threat named; members coded alike stand together."""
    alike: dict[tuple[tuple[str, int], ...], list[int]] = {}
    for pledge in pair.pledges:
        alike.setdefault(tuple(_values(pledge)), []).append(pledge.state)
    return [
        Coded(state=_many([shown(s) for s in states]), variable=v.upper(), value=value, means=means, source=source)
        for variables, states in alike.items()
        for v, value in variables
        for means, source in [_meaning(v, value, shown)]
    ]


def _values(pledge: atop.Pledge) -> Iterator[tuple[str, int]]:
    yield from ((column, 1) for column, kind in atop.KINDS.items() if kind in pledge.kinds)
    yield from ((column, 1) for column in sorted(pledge.conditions))
    if pledge.threat:
        yield "specthrt", pledge.threat
    yield from ((f"statthr{n}", state) for n, state in enumerate(pledge.threats, 1))


def _meaning(column: str, value: int, shown: Callable[[int], str]) -> tuple[str, str]:
    words, source = atop.said(column)
    if column == "specthrt":
        return f"the threat that the text names: {atop.code(column, value)}", source
    return (f"a state named as a threat: {shown(value)}", source) if column.startswith("statthr") else (words, source)


def _many(names: list[str]) -> str:
    unlike = list(dict.fromkeys(names))
    return ", ".join(unlike[:4]) + (f" and {len(unlike) - 4} more" if len(unlike) > 4 else "")


def _conditions(pair: Pair, shown: Callable[[int], str]) -> list[Asked]:
    """Every condition that decided or is open; the debtors of one promise stand together."""
    alike: dict[tuple[object, ...], list[Call]] = {}
    for call in pair.calls:
        alike.setdefault((call.wording, call.creditor, call.on, call.did, call.reasons), []).append(call)
    return [
        Asked(
            kind=call.kind,
            creditor=shown(call.creditor),
            debtors=tuple(shown(debtor) for debtor in debtors),
            on=call.on,
            condition=reason.condition,
            holds=reason.holds,
            presumed=presumed,
            because=_named(reason.because, shown),
            source=reason.source or reason.basis,
            owed=call.presumed,
            did=call.did,
        )
        for calls in alike.values()
        for call, debtors in [(calls[0], [c.debtor for c in calls])]
        for reason, presumed in zip(call.reasons, call.presumptions, strict=True)
        if reason.basis != "text: none set"
    ]

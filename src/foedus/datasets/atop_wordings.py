"""ATOP's coded promises as treaties, parties and wordings, so that one engine serves them and hand-written treaties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from foedus.datasets.atop import ENDINGS, KINDS, STEMS, Pledge, by_alliance, code, read, said
from foedus.datasets.cow import ids_by_number
from foedus.datasets.dataset import dataset
from foedus.nouns import Discharge, ObligationKind, Party, Period, Term, Treaty, Trigger, Wording
from foedus.obligation import Promises
from foedus.shelf import Shelf
from foedus.when import When

Namer = Callable[[int, date, date], tuple[tuple[str, date], ...]]
"""The ids that a COW number means from a first to a last day, each with its first day in that time."""

CODED_BY = "ATOP 5.1"
_COLUMN = {kind: column for column, kind in KINDS.items()}
_DISCHARGE: dict[ObligationKind, Discharge] = {
    "defence": "armed",
    "offence": "armed",
    "neutrality": "abstain",
    "nonaggression": "abstain",
    "consultation": "consult",
}


class Compiled(NamedTuple):
    """ATOP's alliances for the engine; `pledge` gives for each wording one of the pledges that it was made of."""

    treaties: tuple[Treaty, ...]
    parties: tuple[Party, ...]
    wordings: tuple[Wording, ...]
    pledge: dict[str, Pledge]


def compiled(pledges: Iterable[Pledge], name: Namer, without: Iterable[int] = ()) -> Compiled:
    """One treaty for each phase, its parties by day, and one wording for each kind and set of conditions.

    A wording names its debtors only where they are fewer than all members of the phase. `without` leaves out alliances.
    """
    phases: dict[tuple[int, int], list[Pledge]] = {}
    for alliance, members in by_alliance(pledges).items():
        if alliance not in without:
            for pledge in members:
                phases.setdefault((alliance, pledge.phase), []).append(pledge)
    treaties, parties, wordings, made_of = [], [], [], {}
    for (alliance, phase), members in phases.items():
        treaty = _treaty(alliance, phase, members, name)
        treaties.append(treaty)
        parties += [party for pledge in members for party in _parties(treaty.id, pledge, name)]
        for wording, pledge in _wordings(treaty, members, name):
            wordings.append(wording)
            made_of[wording.id] = pledge
    return Compiled(tuple(treaties), tuple(parties), tuple(wordings), made_of)


def _treaty(alliance: int, phase: int, members: list[Pledge], name: Namer) -> Treaty:
    entry = min(member.entry for member in members)
    states = sorted({_ids(member, name)[0] for member in members})
    shown = ", ".join(states) if len(states) <= 6 else f"{', '.join(states[:5])} and {len(states) - 5} more"
    return Treaty(
        id=f"atop_{alliance}" + (f"_{phase}" if phase else ""),
        of=f"atop_{alliance}",
        name=f"ATOP {alliance} ({shown}, {entry.first.year}" + (f", phase {phase})" if phase else ")"),
        signed=entry,
        from_=entry,
        text=CODED_BY,
        note=_note(members),
    )


def _note(members: list[Pledge]) -> str:
    """What ATOP codes of the treaty as a whole: its members, secrecy, wartime, asymmetry, sources, how it ended."""
    one = members[0]
    said_so = [
        "bilateral" if one.bilateral else "multilateral",
        code("pubsecr", one.secret),
        "made in wartime" if one.wartime else "",
        "the members' promises differ" if one.asymmetric else "",
        "" if one.from_text else "coded from other sources than its text",
        code("term", one.ended) if all(member.exit for member in members) else "",
    ]
    return "; ".join(part for part in said_so if part)


def _parties(treaty: str, pledge: Pledge, name: Namer) -> Iterator[Party]:
    """A member from its day of entry until the day after its day of exit: on its last day it is still one. A state that
    took another id on the way (Prussia, Germany) has a row for each."""
    spells = name(pledge.state, pledge.entry.first, _last(pledge))
    ends = [When(since) for _, since in spells[1:]] + [day_after(pledge.exit)]
    for place, ((state, since), until) in enumerate(zip(spells, ends, strict=True)):
        start = When(since) if place else pledge.entry
        yield Party(
            id=f"{treaty}_{pledge.state}_{start.replace('-', '_')}",
            treaty=treaty,
            state=state,
            from_=start,
            until=until,
            note=_end(pledge),
        )


def _end(pledge: Pledge) -> str:
    """How and why it ended for the member, in ATOP's words: its last day, where "until" names the first day after."""
    if pledge.exit is None:
        return ""
    why = [words for words in (code("termmode", pledge.mode), code("termcaus", pledge.cause)) if words]
    return f"last day {pledge.exit}: {', '.join(why)}" if why else f"last day {pledge.exit}"


def _last(pledge: Pledge) -> date:
    return pledge.exit.last if pledge.exit else date.max


def _ids(pledge: Pledge, name: Namer, state: int | None = None) -> tuple[str, ...]:
    """The ids of the member, or of another state, in the time of the pledge."""
    spells = name(pledge.state if state is None else state, pledge.entry.first, _last(pledge))
    return tuple(id for id, _ in spells)


def day_after(last: When | None) -> When | None:
    """The first day on which it is over. A last day known only by month or year stays as vague as it is."""
    if last is None or last.precision != "day":
        return last
    return When(last.first + timedelta(days=1))


def _wordings(treaty: Treaty, members: list[Pledge], name: Namer) -> Iterable[tuple[Wording, Pledge]]:
    periods = tuple(_periods(min(m.entry for m in members), _over(members)))
    for kind in _COLUMN:
        groups: dict[tuple[frozenset[str], bool], list[Pledge]] = {}
        for member in members:
            if kind in member.kinds:
                own = frozenset(c for c in member.conditions if c == "olimob" or c[:3] == STEMS[kind])
                groups.setdefault((own, member.varies), []).append(member)
        for number, group in enumerate(groups.values(), 1):
            yield _wording(f"{treaty.id}_{kind}_{number}", treaty, kind, periods, (group, members), name), group[0]


def _periods(start: When, over: When | None) -> Iterator[Period]:
    """From entry to the end; of one in effect at the end of the data, nothing is known after it."""
    last = dataset("atop").coverage.last
    if over is None:
        yield Period(from_=start, until=When(f"{last + 1}-01-01"))
        because = f"{CODED_BY} ends in {last}: whether it was still in force is not known"
        yield Period(from_=When(f"{last + 1}-01-01"), status="not covered", because=because)
    else:
        yield Period(from_=start, until=over)


def _over(members: list[Pledge]) -> When | None:
    ends = [day_after(member.exit) for member in members]
    return None if None in ends else max(end for end in ends if end is not None)


def _wording(
    id: str,
    treaty: Treaty,
    kind: ObligationKind,
    periods: tuple[Period, ...],
    who: tuple[list[Pledge], list[Pledge]],
    name: Namer,
) -> Wording:
    group, members = who
    one = group[0]
    words, where = said(_COLUMN[kind])
    everyone = {member.state for member in members} == {member.state for member in group}
    return Wording(
        id=id,
        treaty=treaty.id,
        article=_COLUMN[kind].upper(),
        kind=kind,
        periods=periods,
        text=words,
        trigger=_trigger(one, kind),
        territory=_limit(one, kind, "place"),
        on_request=_term(one, kind, "request", True),
        performance=Term(value=words.removeprefix("the member promises "), basis="coding", source=where),
        discharge=_DISCHARGE[kind],
        debtors=() if everyone else tuple(sorted({id for m in group for id in _ids(m, name)})),
        adversaries=_adversaries(one, kind, name),
        adversaries_least=None if kind == "neutrality" else _limit(one, kind, "number"),
        adversaries_most=_limit(one, kind, "number") if kind == "neutrality" else None,
        unprovoked=_term(one, kind, "unprovoked", True),
        ongoing_war=_term(one, kind, "war", True),
        untold=_untold(one, kind),
        coded_by=CODED_BY,
    )


def _trigger(pledge: Pledge, kind: ObligationKind) -> Trigger | None:
    """Defence is owed on an attack, consultation in a crisis; neutrality on an attack only where ATOP says so."""
    if kind == "defence":
        return Trigger(grade="armed attack", basis="coding", source=said("defense")[1])
    if kind == "consultation":
        return Trigger(grade="threat", basis="coding", source=said("consul")[1])
    if kind == "neutrality" and pledge.on(kind, "attacked"):
        return Trigger(grade="armed attack", basis="coding", source=said("neucoatt")[1])
    return None


def _adversaries(pledge: Pledge, kind: ObligationKind, name: Namer) -> Term | None:
    """The states that the text names as the threat, where the promise is limited to an adversary; () if none is named."""
    if not pledge.on(kind, "adversary"):
        return None
    words, where = said(STEMS[kind] + ENDINGS["adversary"])
    if pledge.threat == 5:
        return Term(value=("groups that are no states",), basis="coding", source=said("specthrt")[1])
    named = tuple(id for state in pledge.threats for id in _ids(pledge, name, state))
    sort = code("specthrt", pledge.threat) or "not coded"
    return Term(value=named, basis="coding", source=where, note=f"{words}; threat: {sort}")


def _term(pledge: Pledge, kind: ObligationKind, turns_on: str, value: bool) -> Term | None:
    if not pledge.on(kind, turns_on):
        return None
    words, where = said(STEMS[kind] + ENDINGS[turns_on])
    return Term(value=value, basis="coding", source=where, note=words)


def _limit(pledge: Pledge, kind: ObligationKind, turns_on: str) -> Term | None:
    """A limit of which ATOP codes only that there is one."""
    term = _term(pledge, kind, turns_on, True)
    return Term(value=(), basis=term.basis, source=term.source, note=term.note) if term else None


def _untold(pledge: Pledge, kind: ObligationKind) -> tuple[Term, ...]:
    """Demands to be met, conditions that no other column names, and partners that ATOP does not name: a member that
    promises different things to different partners (OBVARY) owes each promise to some of them."""
    columns = [STEMS[kind] + ENDINGS["demands"]] if pledge.on(kind, "demands") else []
    columns += ["olimob"] if "olimob" in pledge.conditions and STEMS[kind] else []
    terms = [
        Term(value=words.partition(" only for ")[2] or words, basis="coding", source=where)
        for words, where in map(said, columns)
    ]
    some = Term(
        value="towards some of the partners (ATOP does not say to whom)", basis="coding", source=said("obvary")[1]
    )
    return (*terms, *([some] if pledge.varies else []))


def with_atop(shelf: Shelf, path: Path | str | None) -> Promises:
    """The promises of the record; with `path`, ATOP's too, for every alliance of which the record has no wording."""
    if path is None:
        return Promises(shelf.wordings, shelf.treaties, shelf.memberships, shelf.parties, shelf.places)
    worded = {wording.treaty for wording in shelf.wordings}
    own = {treaty.of for treaty in shelf.treaties if treaty.id in worded}
    ours = {number for alliance in shelf.alliances if alliance.id in own for number in alliance.atop}
    coded = compiled(read(path), ids_by_number(shelf.states), without=ours)
    return Promises(
        (*shelf.wordings, *coded.wordings),
        (*shelf.treaties, *coded.treaties),
        shelf.memberships,
        (*shelf.parties, *coded.parties),
        shelf.places,
    )

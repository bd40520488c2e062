"""An alliance on a day: who belongs, what was promised, who held office, which bases carried its name."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from foedus.nouns import Alliance, Base, Evidence, Fact, FoedusError, Noun, Office
from foedus.shelf import Shelf
from foedus.verbs import opened
from foedus.verbs.given import alliance_id
from foedus.when import Known, When, before, not_after, within


class Member(Noun, frozen=True, kw_only=True):
    """One state's standing. `holds` is null where the precision of a date does not tell whether it held that day."""

    state: str
    name: str
    status: str
    from_: When | None
    until: When | None
    holds: Known
    confirmed: bool
    note: str
    evidence: tuple[Evidence, ...]


class Obligation(Noun, frozen=True, kw_only=True):
    """A wording in force on the day, in brief."""

    wording: str
    treaty: str
    article: str
    kind: str
    modality: str
    status: str
    performance: str
    who_decides: str
    since: When | None
    confirmed: bool


class Held(Noun, frozen=True, kw_only=True):
    """Who held an office on the day."""

    fact: str
    title: str
    person: str
    from_: When | None
    until: When | None
    confirmed: bool
    evidence: tuple[Evidence, ...]


class Standing(Noun, frozen=True, kw_only=True):
    """A base on the day: whose by law, whose by name, manned and supplied by whom."""

    fact: str
    base: str
    name: str
    host: str
    owner_by_law: str | None
    flag_by_name: str | None
    manned_by: str | None
    supplied_by: str | None
    strength: str
    confirmed: bool
    evidence: tuple[Evidence, ...]


class AllianceAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `foedus alliance`. `covered` False: the record does not hold its members; none listed is not none."""

    id: str
    name: str
    form: str | None
    on: When
    covered: bool
    members: tuple[Member, ...]
    obligations: tuple[Obligation, ...]
    offices: tuple[Held, ...]
    bases: tuple[Standing, ...]


def alliance(words: str, on: When | str | None = None, *, shelf: Shelf | None = None) -> AllianceAnswer:
    """The alliance that `words` name (id or name) on a day (default: the edition date).

    FoedusError for an unknown name, a day on which it did not exist, and a day after the edition.
    """
    shelf = shelf or opened.shelf()
    one = named(shelf, words)
    day = day_of(shelf, one, on)
    form = next((f for f in one.forms if within(day, f.from_, f.until)), None)
    return AllianceAnswer(
        id=one.id,
        name=form.name if form else one.name,
        form=form.form if form else None,
        on=day,
        covered=covered(shelf, one.id),
        members=members(shelf, one.id, day),
        obligations=_obligations(shelf, one.id, day),
        offices=tuple(_held(shelf, o) for o in shelf.offices if o.of == one.id and _on(o, day)),
        bases=tuple(_standing(shelf, b) for b in shelf.bases if one.id in (b.of, b.flag_by_name) and _on(b, day)),
    )


def named(shelf: Shelf, words: str) -> Alliance:
    """The alliance of an id or a name."""
    id = alliance_id(shelf, words)
    return next(a for a in shelf.alliances if a.id == id)


def covered(shelf: Shelf, alliance: str) -> bool:
    """Whether the record holds who its members are."""
    return any(m.of == alliance and m.status == "member" for m in shelf.memberships)


def existed(one: Alliance, day: When) -> bool:
    """Whether the alliance may have existed on a day: not before its founding, not after its end."""
    founded = one.founded is None or before(day, one.founded) is not True
    return founded and (one.dissolved is None or not_after(one.dissolved, day) is not True)


def day_of(shelf: Shelf, one: Alliance, on: When | str | None) -> When:
    """The day of an answer: the one asked for, else the edition's, else the last day on which the alliance existed."""
    if on is None:
        ended = one.dissolved and not_after(one.dissolved, shelf.edition.date)
        return When(one.dissolved.first - timedelta(days=1)) if ended and one.dissolved else shelf.edition.date
    day = When(on)
    if one.founded and before(day, one.founded):
        raise FoedusError(f"{one.name} did not exist on {day}: it was founded {one.founded}")
    if one.dissolved and not_after(one.dissolved, day):
        raise FoedusError(f"{one.name} did not exist on {day}: it ended {one.dissolved}")
    if before(shelf.edition.date, day):
        raise FoedusError(f"the record goes to {shelf.edition.date}; what holds on {day} it cannot know")
    return day


def members(shelf: Shelf, alliance: str, on: When) -> tuple[Member, ...]:
    """Every state that stood in some relation to the alliance on the day, members first, by name."""
    names = state_names(shelf, on)
    found = [
        Member(
            state=m.state,
            name=names.get(m.state, m.state),
            status=m.status,
            from_=m.from_,
            until=m.until,
            holds=within(on, m.from_, m.until),
            confirmed=shelf.confirmed(m.id),
            note=m.note,
            evidence=shelf.evidence_of.get(m.id, ()),
        )
        for m in shelf.memberships
        if m.of == alliance and within(on, m.from_, m.until) is not False
    ]
    return tuple(sorted(found, key=lambda m: (m.status != "member", m.status, m.name)))


def state_names(shelf: Shelf, on: When) -> dict[str, str]:
    """The name of each state on the day; outside its lifetime, its last name."""
    names = {s.id: s.name for s in shelf.states}
    return names | {s.id: s.name for s in shelf.states if within(on, s.from_, s.until)}


def _on(fact: Office | Base, day: When) -> bool:
    return within(day, fact.from_, fact.until) is not False


def _obligations(shelf: Shelf, alliance: str, on: When) -> tuple[Obligation, ...]:
    treaties = {t.id: t for t in shelf.treaties if t.of == alliance}
    return tuple(
        Obligation(
            wording=w.id,
            treaty=treaties[w.treaty].name,
            article=w.article,
            kind=w.kind,
            modality=w.modality,
            status=period.status,
            performance=str(w.performance.value) if w.performance else "",
            who_decides=str(w.who_decides.value) if w.who_decides else "",
            since=w.periods[0].from_,
            confirmed=shelf.confirmed(w.id),
        )
        for w in shelf.wordings
        if w.treaty in treaties
        for period in w.periods
        if within(on, period.from_, period.until) is not False
    )


def _held(shelf: Shelf, o: Office) -> Held:
    return Held(title=o.title, person=o.person, from_=o.from_, until=o.until, **_rests_on(shelf, o))


def _standing(shelf: Shelf, b: Base) -> Standing:
    fields = ("base", "name", "host", "owner_by_law", "flag_by_name", "manned_by", "supplied_by", "strength")
    return Standing(**{field: getattr(b, field) for field in fields}, **_rests_on(shelf, b))


def _rests_on(shelf: Shelf, fact: Fact) -> dict[str, Any]:
    """The id of a fact, whether a seen source confirms it, and its evidence."""
    rows = shelf.evidence_of.get(fact.id, ())
    return {"fact": fact.id, "confirmed": shelf.confirmed(fact.id), "evidence": rows}

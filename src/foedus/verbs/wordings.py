"""The dated texts of an alliance's articles, and what changed between two days, field by field."""

from __future__ import annotations

from foedus.nouns import Evidence, FoedusError, Noun, Term, Trigger, Wording, to_builtins
from foedus.obligation import period_on
from foedus.shelf import Shelf, did_you_mean
from foedus.verbs import opened
from foedus.verbs.alliance import day_of, named
from foedus.when import When

FIELDS = (
    "text",
    "kind",
    "modality",
    "trigger",
    "attack_by_party_counts",
    "territory",
    "on_request",
    "who_decides",
    "performance",
    "discharge",
    "debtors",
    "creditors",
    "adversaries",
    "adversaries_least",
    "unprovoked",
    "ongoing_war",
)


class DatedWording(Noun, frozen=True, kw_only=True):
    """One wording with the name of its treaty and its evidence."""

    wording: Wording
    treaty: str
    confirmed: bool
    evidence: tuple[Evidence, ...]


class Change(Noun, frozen=True, kw_only=True):
    """One field of one article that reads differently, or rests on something else, on two days.

    None: the text did not stand or set nothing.
    """

    article: str
    kind: str
    field: str
    before: str | None
    after: str | None
    basis_before: str = ""
    basis_after: str = ""


class WordingsAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `foedus wordings`; `compared` holds the two days where two were given."""

    alliance: str
    article: str | None
    wordings: tuple[DatedWording, ...]
    compared: tuple[When, When] | None = None
    changes: tuple[Change, ...] = ()


def wordings(
    words: str,
    article: str | None = None,
    compare: tuple[When | str, When | str] | None = None,
    *,
    shelf: Shelf | None = None,
) -> WordingsAnswer:
    """The wordings of an alliance's treaties in order of time, of one article where it is named ("42" finds "42(7)").

    FoedusError for an article there is none of, and for a day to compare on which the alliance did not exist.
    """
    shelf = shelf or opened.shelf()
    one = named(shelf, words)
    id = one.id
    treaties = {t.id: t for t in shelf.treaties if t.of == id}
    own = [w for w in shelf.wordings if w.treaty in treaties]
    found = sorted((w for w in own if article is None or _is(w.article, article)), key=_order)
    if article is not None and not found:
        known = sorted({w.article for w in own})
        raise FoedusError(
            f"{id} has no wording of Article {article}{did_you_mean(article, known)}; it has {', '.join(known)}"
        )
    days = (day_of(shelf, one, compare[0]), day_of(shelf, one, compare[1])) if compare else None
    return WordingsAnswer(
        alliance=id,
        article=article,
        wordings=tuple(
            DatedWording(
                wording=w,
                treaty=treaties[w.treaty].name,
                confirmed=shelf.confirmed(w.id),
                evidence=shelf.evidence_of.get(w.id, ()),
            )
            for w in found
        ),
        compared=days,
        changes=tuple(changes(found, *days)) if days else (),
    )


def changes(found: list[Wording], before: When, after: When) -> list[Change]:
    """What reads differently on the two days, article by article."""
    first, second = standing(found, before), standing(found, after)
    return [
        change
        for key in dict.fromkeys((*first, *second))
        for change in _between(key, first.get(key), second.get(key), before, after)
    ]


def standing(found: list[Wording], on: When) -> dict[tuple[str, str, str], Wording]:
    """The wording of each (treaty, article, kind) that stands on the day."""
    return {(w.treaty, w.article, w.kind): w for w in found if period_on(w, on)}


def _between(
    key: tuple[str, str, str], old: Wording | None, new: Wording | None, before: When, after: When
) -> list[Change]:
    status = (_status(old, before), _status(new, after))
    rows = [("status", status, ("", ""))] if status[0] != status[1] else []
    if old is not new:
        rows += [
            (field, (_says(old, field), _says(new, field)), (_basis(old, field), _basis(new, field))) for field in FIELDS
        ]
    return [
        Change(
            article=key[1],
            kind=key[2],
            field=field,
            before=said[0],
            after=said[1],
            basis_before=basis[0],
            basis_after=basis[1],
        )
        for field, said, basis in rows
        if said[0] != said[1] or basis[0] != basis[1]
    ]


def _status(wording: Wording | None, on: When) -> str | None:
    period = period_on(wording, on) if wording else None
    return period.status if period else None


def _says(wording: Wording | None, field: str) -> str | None:
    value = getattr(wording, field, None)
    if isinstance(value, Term):
        value = value.value
    if isinstance(value, Trigger):
        return f"{value.grade} by {', '.join(value.by)}"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or None
    return None if value is None or value == "" else str(to_builtins(value))


def _basis(wording: Wording | None, field: str) -> str:
    value = getattr(wording, field, None)
    return value.basis if isinstance(value, (Term, Trigger)) else ""


def _is(article: str, asked: str) -> bool:
    plain, wanted = article.replace(" ", ""), asked.replace(" ", "")
    return plain == wanted or plain.startswith(wanted + "(")


def _order(wording: Wording) -> tuple[str, str, str]:
    start = wording.periods[0].from_ if wording.periods else None
    return (wording.treaty, wording.article.zfill(8), str(start or ""))

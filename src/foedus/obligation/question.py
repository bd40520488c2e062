"""One wording put to one case, and how a condition is answered."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from foedus.nouns import Period, Reason, Term, Treaty, Wording
from foedus.obligation.case import Attacker, Case
from foedus.obligation.promises import Promises
from foedus.when import Known

NONE_SET = "text: none set"
_WORDS: dict[object, Known] = {"yes": True, "no": False, "unknown": None, True: True, False: False}


class Grade(NamedTuple):
    """One kind of crisis in words, whether force is used in it, who attacks where nobody is named, how far it reaches.

    `disputed` tells, by grade of attack, what scholars and courts dispute about it.
    """

    called: str
    force: Known
    attacker: Attacker
    reaches: dict[str, Known]
    disputed: dict[str, str]


class Question(NamedTuple):
    """One wording put to one case: is the promise to this creditor called on against these adversaries?"""

    wording: Wording
    treaty: Treaty
    period: Period
    creditor: str
    adversaries: tuple[str, ...]
    case: Case
    promises: Promises


@cache
def grades() -> dict[str, Grade]:
    """The table of grades.toml, by kind of crisis."""
    rows = tomllib.loads(Path(__file__).with_name("grades.toml").read_text(encoding="utf8"))
    return {kind: _grade(**row) for kind, row in rows.items()}


def _grade(
    called: str, force: str, attacker: Attacker, reaches: dict[str, str], disputed: dict[str, str] | None = None
) -> Grade:
    return Grade(called, _WORDS[force], attacker, {g: _WORDS[w] for g, w in reaches.items()}, disputed or {})


def disputed_in_law(q: Question) -> tuple[str, ...]:
    """What is disputed in law about the wording's being called on, where its own text does not name such an attacker."""
    trigger = q.wording.trigger
    if trigger is None or trigger.basis == "text" or q.wording.kind not in ("defence", "consultation"):
        return ()
    dispute = grades()[q.case.kind].disputed.get(trigger.grade)
    return (dispute,) if dispute else ()


def text_of(q: Question) -> str:
    """The source of the official text that holds these words: the treaty's, or that of the protocol that brought them."""
    return _source(q, q.wording.periods[0])


def force_of(q: Question) -> str:
    """The source of the instrument by which the wording stands in the period of the case."""
    return _source(q, q.period)


def _source(q: Question, period: Period) -> str:
    return q.promises.instrument(q.treaty, period.from_).text or q.treaty.text


@cache
def none_set(condition: str, because: str) -> Reason:
    """The answer where the text sets no such condition: it holds."""
    return Reason(condition=condition, holds=True, because=because, basis=NONE_SET)


def by(term: Term, q: Question, condition: str, holds: Known, because: str) -> Reason:
    """The answer by a coded term, on its basis and source; the term's note is told where the condition does not hold."""
    note = f" ({term.note})" if term.note and holds is not True else ""
    source = term.source or (text_of(q) if term.basis == "text" else "")
    return Reason(condition=condition, holds=holds, because=because + note, basis=term.basis, source=source)


def items(term: Term) -> tuple[str, ...]:
    """The items of a term that lists some."""
    value = term.value
    return value if isinstance(value, tuple) else tuple(filter(None, str(value).split("|")))


def either(names: tuple[str, ...]) -> str:
    """The names in words, joined by or."""
    return " or ".join(name.replace("_", " ") for name in names) or "nobody"


def basis(q: Question) -> str:
    """What the wording as a whole rests on: its text, or a data set's coding of it."""
    return "text" if q.wording.coded_by == "foedus" else "coding"

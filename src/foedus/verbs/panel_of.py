"""A panel for statistics from what a user names: the frame, and for each verb the folder of its data set.

The choices are read off the verbs in foedus.panel.add: a first parameter that is a path is a data set, one that is a
text is the name of a column (more than one may be given), and none is a plain yes; a truth value after it is a choice
of its own.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from foedus import settings
from foedus.nouns import FoedusError, Noun
from foedus.panel import Panel, add
from foedus.panel.plan import panel as empty
from foedus.panel.verb import Frame, Unit, Verb, wanted


class Choice(Noun, frozen=True, kw_only=True):
    """Something a user may add: `takes` a data set's folder, a column or nothing; `flags` are its yes-or-no choices.

    `pairs_only` is true of what says nothing of single states.
    """

    name: str
    verb: str
    takes: Literal["dataset", "column", "nothing"]
    flags: tuple[str, ...]
    help: str
    pairs_only: bool = False


def choices() -> tuple[Choice, ...]:
    """What can be added to a panel, one for each verb."""
    return tuple(_choice(name) for name in add.names())


def panel_of(
    unit: Unit,
    states: Path | str = "",
    given: Mapping[str, str | bool | tuple[str, ...]] | None = None,
    *,
    found: settings.Settings | None = None,
    **frame: object,
) -> Panel:
    """The panel with what is `given` by choice: a path, a column or some, or True to take it from foedus.toml.

    In the order given, but what needs a column of another comes after it.
    """
    known = {name: str(path) for name, path in (found or settings.find()).datasets.items()}
    where = str(states) or known.get("states", "")
    if not where:
        raise FoedusError("which states? give the folder of the state list, or name it in foedus.toml: [datasets] states")
    plan = empty(unit, where, **frame)  # type: ignore[arg-type]
    return plan.add(*_ordered(plan.frame, list(_verbs(dict(given or {}), known))))


def _ordered(frame: Frame, verbs: list[Verb]) -> Iterator[Verb]:
    """Each verb in its turn, as soon as the columns that it needs are there; one whose columns never come, at the end."""
    there, waiting = set(frame.keys), [(verb, verb.build(frame)) for verb in verbs]
    while waiting:
        ready = next((one for one in waiting if there.issuperset(wanted(one[1]))), waiting[0])
        waiting.remove(ready)
        there.update(column.name for column in ready[1].columns)
        yield ready[0]


def panel_of_all(
    unit: Unit, states: Path | str = "", *, found: settings.Settings | None = None, **frame: object
) -> Panel:
    """The panel with everything that foedus.toml names and the record holds, as far as it fits the unit."""
    known = found or settings.find()
    plan = panel_of(unit, states, {"codes": True}, found=known, **frame)
    named = (one.name for one in choices() if one.takes == "dataset" and one.name in known.datasets)
    for name in (*named, "duties"):
        (more,) = _verbs({name: True}, {key: str(path) for key, path in known.datasets.items()})
        try:
            plan.add(more).queries()
        except FoedusError:
            continue
        plan = plan.add(more)
    return plan


def _verbs(given: dict[str, str | bool | tuple[str, ...]], known: dict[str, str]) -> Iterator[Verb]:
    by_name = {one.name: one for one in choices()}
    for name, value in given.items():
        if name not in by_name or value is False:
            continue
        one = by_name[name]
        flags = {flag: True for flag in one.flags if given.get(f"{name}_{flag}")}
        make = add.verb(one.verb)
        if isinstance(value, tuple):
            yield from (make(column, **flags) for column in dict.fromkeys(value))
        elif one.takes == "nothing" or (one.takes == "column" and value is True):
            yield make(**flags)
        else:
            yield make(_path(name, known) if value is True else value, **flags)


def _path(name: str, known: dict[str, str]) -> str:
    if name not in known:
        raise FoedusError(f"where is {name}? give its folder, or name it in foedus.toml: [datasets] {name} = ...")
    return known[name]


def _choice(name: str) -> Choice:
    make = add.verb(name)
    parameters = list(inspect.signature(make, eval_str=True).parameters.values())
    flags = tuple(p.name for p in parameters if p.annotation is bool)
    help = (inspect.getdoc(make) or "").split(". ")[0].split("\n\n")[0].replace("\n", " ").rstrip(".") + "."
    first = parameters[0] if parameters and parameters[0].kind is parameters[0].POSITIONAL_OR_KEYWORD else None
    takes: Literal["dataset", "column", "nothing"] = "nothing"
    if first is not None:
        takes = "column" if first.annotation is str else "dataset"
    called = first.name if first is not None and takes == "dataset" else name
    return Choice(name=called, verb=name, takes=takes, flags=flags, help=help, pairs_only=add.pairs_only(name))

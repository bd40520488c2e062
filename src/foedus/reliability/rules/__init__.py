"""The rules by which an alliance in a war is judged: one file each, found by file name. To add a rule, add a file."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from foedus.nouns import FoedusError, Noun
from foedus.reliability.pairs import Pair
from foedus.shelf import did_you_mean
from foedus.when import Known


class Verdict(Noun, frozen=True, kw_only=True):
    """What a rule says of one unit: due and kept (None unknown), and why. `who` is the debtor where it is the unit."""

    due: Known
    kept: Known
    reason: str
    who: int | None = None


Judge = Callable[[Pair], tuple[Verdict, ...]]


class Rule(Noun, frozen=True, kw_only=True):
    """A rule by name, in a sentence. `unit` is what one verdict is about."""

    name: str
    says: str
    unit: str
    judge: Judge


@cache
def rules() -> dict[str, Rule]:
    """All rules by name."""
    return {rule.name: rule for rule in map(_rule, sorted(Path(__file__).parent.glob("[!_]*.py")))}


def rule(name: str) -> Rule:
    """The rule of that name; FoedusError with the nearest names."""
    plain = name.replace("_", "-")
    if plain not in rules():
        raise FoedusError(f"no rule is called {name!r}{did_you_mean(plain, rules())}: {', '.join(rules())}")
    return rules()[plain]


def _rule(path: Path) -> Rule:
    module = importlib.import_module(f"{__name__}.{path.stem}")
    says = (module.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
    return Rule(name=path.stem.replace("_", "-"), says=says, unit=module.UNIT, judge=module.judge)

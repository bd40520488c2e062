"""Is the record whole? Every problem of form and of sense, with its place."""

from __future__ import annotations

from foedus import shelf as shelf_room
from foedus.nouns import Noun
from foedus.settings import Settings
from foedus.shelf import Problem
from foedus.verbs import opened


class CheckAnswer(Noun, frozen=True, kw_only=True):
    """The answer of `foedus check`: `whole` is whether no error was found (under `strict`, no warning either)."""

    whole: bool
    facts: int
    confirmed: int
    problems: tuple[Problem, ...]


def check(*, strict: bool = False, settings: Settings | None = None) -> CheckAnswer:
    """Check the shipped record joined with the workspace's own."""
    shelf, problems = shelf_room.load((settings or opened.settings()).records)
    problems = problems + shelf_room.check(shelf)
    facts = [fact for table, fact in shelf.facts() if table != "sources"]
    return CheckAnswer(
        whole=not any(strict or problem.level == "error" for problem in problems),
        facts=len(facts),
        confirmed=sum(shelf.confirmed(fact.id) for fact in facts),
        problems=tuple(problems),
    )

"""The codebook that goes beside every table: each column's meaning, source and coverage, and whom to cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.datasets import Loaded, dataset
from foedus.nouns import Noun
from foedus.panel.report import Joined
from foedus.panel.verb import Frame

if TYPE_CHECKING:
    from foedus.panel.built import Built
    from foedus.panel.plan import Panel

_KEYS = {
    "ccode": "state, Correlates of War number",
    "gwcode": "state, Gleditsch-Ward number",
    "year": "calendar year",
}


class Described(Noun, frozen=True, kw_only=True):
    """One column of a panel. `coverage` are the years outside which it is unknown (null)."""

    name: str
    type: str
    meaning: str
    source: str
    coverage: str


def columns(plan: Panel) -> tuple[Described, ...]:
    """Every column of a panel, in order."""
    states = dataset("states")
    keys = (
        Described(name=key, type="SMALLINT", meaning=_key(plan.frame, key), source=states.title, coverage="all years")
        for key in plan.frame.keys
    )
    added = (
        Described(
            name=column.name,
            type=column.type,
            meaning=column.meaning,
            source=_source(verb.dataset, verb.tables) or verb.note or "computed",
            coverage=f"{verb.coverage.first}-{verb.coverage.last}" if verb.coverage and column.covered else "all years",
        )
        for verb, part in zip(plan.verbs, plan.added(), strict=True)
        for column in part.columns
    )
    return (*keys, *added)


def citations(plan: Panel) -> str:
    """BibTeX of every data set that the panel takes from, each once."""
    read = [(verb.dataset, table) for verb in plan.verbs if verb.dataset for table in verb.tables or ("",)]
    used = [dataset(name).cited(table) if table else dataset(name).citation for name, table in [("states", ""), *read]]
    return "\n".join(dict.fromkeys(citation.strip() for citation in used))


def text(built: Built, joins: tuple[Joined, ...]) -> str:
    """The codebook as Markdown: columns, files read, what the joins did, citations."""
    plan = built.plan
    only = f", only rows with {' and '.join(plan.conditions)}" if plan.conditions else ""
    years = f"{plan.frame.first_year}-{plan.last_year}"
    unit = {"dyad_year": "directed dyad-year" if plan.frame.directed else "dyad-year", "state_year": "state-year"}
    lines = [
        "# Codebook",
        "",
        f"One row a {unit[plan.frame.unit]}, {years}{only}. Empty is unknown, never zero.",
        "",
        "| column | type | meaning | source | coverage |",
        "| --- | --- | --- | --- | --- |",
        *(f"| {c.name} | {c.type} | {c.meaning} | {c.source} | {c.coverage} |" for c in columns(plan)),
        "",
        "## Files read",
        "",
        *(f"- {one.path}: {one.rows:,} rows{_other(one)}, sha256 {one.sha256}" for one in built.loaded),
        "",
        "## What the joins did" + (" (before rows were chosen)" if plan.conditions else ""),
        "",
        "```",
        *map(str, joins),
        "```",
        "",
        "## Cite",
        "",
        "```bibtex",
        citations(plan),
        "```",
        "",
    ]
    return "\n".join(lines)


def _key(frame: Frame, key: str) -> str:
    words = _KEYS[key.rstrip("12")]
    debtor = ", the one that owes" if frame.dyadic and frame.directed and key.endswith("1") else ""
    return f"{words}{debtor}" if key == "year" or not frame.dyadic else f"{words} ({key[-1]}{debtor})"


def _source(name: str, tables: tuple[str, ...]) -> str:
    """The data set, or the tables of it that are read where they have titles of their own."""
    sheet = dataset(name) if name else None
    called = [sheet.called(table) for table in tables] or [f"{sheet.title} {sheet.version}"] if sheet else []
    return "; ".join(dict.fromkeys(called))


def _other(one: Loaded) -> str:
    return "" if one.as_published else f" (as published {one.published:,})"

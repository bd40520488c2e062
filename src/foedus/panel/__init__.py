"""Panels for statistics: state-years and dyad-years with alliances and conflict, lazily, in one SQL query.

>>> from foedus.panel import alliances, disputes, dyad_years
>>> panel = dyad_years("states", directed=True).add(alliances("atop"), disputes("mid"))
"""

from __future__ import annotations

from collections.abc import Callable

from foedus.panel.add import names, verb
from foedus.panel.plan import Panel, dyad_years, panel, state_years
from foedus.panel.verb import Verb

__all__ = ["Panel", "Verb", "dyad_years", "panel", "state_years"]


def __getattr__(name: str) -> Callable[..., Verb]:
    if not name.startswith("_") and name in names():
        return verb(name)
    raise AttributeError(f"foedus.panel has no {name!r}; its verbs: {', '.join(names())}")

"""Interstate War Data: a state that was attacked in a war."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from foedus.datasets import wars
from foedus.reliability.crises import Found, Names

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TABLE = "iwd"
DATASET, RANK = "wars", 1


def read(connection: DuckDBPyConnection, path: Path, names: Names) -> list[Found]:
    """One entry a war and attacked state."""
    return [_found(war, victim, names) for war in wars.read(path, connection) for victim in war.attacked]


def _found(war: wars.War, victim: int, names: Names) -> Found:
    attackers = war.attacked[victim]
    start = min(attackers.values())
    foes = war.foes.get(victim, frozenset())
    helpers = {state for state, own in war.foes.items() if own & foes and state not in foes and state != victim}
    return Found(
        crisis=f"iwd_{war.id}",
        list="iwd",
        name=war.name,
        kind="interstate_attack",
        victim=names.cow(victim, start),
        aggressors=tuple(sorted(names.cow(state, start) for state in attackers)),
        start=start,
        end=war.end,
        helpers=frozenset(names.cow(state, start) for state in helpers),
        foes=frozenset(names.cow(state, start) for state in foes),
    )

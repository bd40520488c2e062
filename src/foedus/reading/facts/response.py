"""Who sent forces, promised them, refused them or never came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.reading.facts.frames import told_by_verbs

if TYPE_CHECKING:
    from foedus.nouns import FactFinding
    from foedus.reading.facts.told import Told


def find(told: Told) -> Iterator[FactFinding]:
    """All responses that verbs tell."""
    return told_by_verbs(told, "response")

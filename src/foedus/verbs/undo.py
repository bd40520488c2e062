"""A person takes an acceptance back."""

from __future__ import annotations

from pathlib import Path

from foedus import desk
from foedus.settings import Settings
from foedus.verbs import opened


def undo(finding: str, *, settings: Settings | None = None) -> Path:
    """Remove the file of an acceptance; the path that was."""
    return desk.undo(settings or opened.settings(), finding)

"""A person accepts a finding into the workspace's record, rejects it, or takes an acceptance back."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from pathlib import Path

from foedus import desk
from foedus.settings import Settings
from foedus.verbs import opened


def accept(
    finding: str, more: Mapping[str, str] | None = None, by: str | None = None, *, settings: Settings | None = None
) -> Path:
    """Accept one finding as a fact; `more` fills the fields its words do not tell. The path of the new file."""
    return desk.accept(settings or opened.settings(), finding, by or getpass.getuser(), more)


def reject(finding: str, by: str | None = None, *, settings: Settings | None = None) -> Path:
    """Note that a person rejected the finding; the path of the log."""
    return desk.reject(settings or opened.settings(), finding, by or getpass.getuser())


def undo(finding: str, *, settings: Settings | None = None) -> Path:
    """Take an acceptance back; the path of the file that was removed."""
    return desk.undo(settings or opened.settings(), finding)

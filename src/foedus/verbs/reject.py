"""A person rejects a finding."""

from __future__ import annotations

import getpass
from pathlib import Path

from foedus import desk
from foedus.settings import Settings
from foedus.verbs import opened


def reject(finding: str, by: str | None = None, *, settings: Settings | None = None) -> Path:
    """Note in readings/decisions.jsonl that a person rejected the finding; the path of that log."""
    return desk.reject(settings or opened.settings(), finding, by or getpass.getuser())

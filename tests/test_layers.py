"""Each module imports only from lower layers (the house of DESIGN: when at the bottom, what shows it on top)."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "foedus"
LAYERS = [
    ["when"],
    ["nouns"],
    ["settings", "shelf", "names", "obligation"],
    ["ledger", "datasets", "reading", "desk"],
    ["corroboration", "panel", "rhetoric", "reliability"],
    ["store"],
    ["verbs"],
    ["dossier", "scale"],
    ["cli", "web"],
]
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
BANNED = {"reading": {"obligation", "ledger", "shelf"}}


def rooms_imported(path):
    """Every `foedus.<room>` that a file imports anywhere, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "foedus":
            parts = node.module.split(".")
            yield from [parts[1]] if len(parts) > 1 else (a.name for a in node.names)
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("foedus."))


def modules():
    return [p for p in sorted(SRC.rglob("*.py")) if p.parent != SRC or p.stem in LEVEL]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_a_module_imports_only_from_its_own_room_and_lower_layers(path):
    room = path.relative_to(SRC).parts[0].removesuffix(".py")
    for other in rooms_imported(path):
        assert other in LEVEL, f"{path.name} imports foedus.{other}, which has no place in the house"
        assert other == room or LEVEL[other] < LEVEL[room], f"{room} must not import {other}"
        assert other not in BANNED.get(room, ()), f"{room} must never see {other}"


def test_every_room_has_a_place_in_the_house():
    rooms = {p.relative_to(SRC).parts[0].removesuffix(".py") for p in SRC.rglob("*.py")}
    assert rooms - {"__init__", "__main__", "record"} <= set(LEVEL)

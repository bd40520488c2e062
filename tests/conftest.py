"""Outside data is read from the folder that FOEDUS_SHARED names; without it those tests are skipped, counted out loud."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before any test imports numpy: threads only cost on small matrices


def pytest_collection_modifyitems(config, items):
    if os.environ.get("FOEDUS_SHARED"):
        return
    waiting = [item for item in items if item.get_closest_marker("shared")]
    for item in waiting:
        item.add_marker(pytest.mark.skip(reason="needs outside data: set FOEDUS_SHARED"))
    config.stash[_COUNT] = len(waiting)


_COUNT = pytest.StashKey[int]()


def pytest_terminal_summary(terminalreporter, config):
    left_out = config.stash.get(_COUNT, 0)
    if left_out:
        terminalreporter.write_line(f"{left_out} tests need outside data and were skipped: set FOEDUS_SHARED to run them")


@pytest.fixture
def shared():
    """The folder of outside data."""
    return Path(os.environ["FOEDUS_SHARED"])

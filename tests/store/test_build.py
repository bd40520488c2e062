"""The store is built from the files, swapped in whole, rebuilt when stale, and survives being killed."""

import os
import signal
import subprocess
import sys
import time

import pytest
from tests.shelf.world import LEAGUE, write

from foedus import store
from foedus.settings import Settings


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    write(tmp_path / "record")
    monkeypatch.setattr("foedus.settings.SHIPPED", tmp_path / "record")
    return Settings(workspace=tmp_path)


def states(settings):
    with store.connect(settings) as con:
        return [row[0] for row in con.execute("select state from memberships order by 1").fetchall()]


def test_the_same_files_give_the_same_rows_again(workspace):
    first = states(workspace)
    (store.current(workspace)).unlink()
    assert states(workspace) == first == ["AAA", "BBB"]


def test_a_store_that_is_up_to_date_is_not_built_again(workspace):
    path = store.build(workspace)
    assert store.current(workspace) == path


def test_a_stale_store_is_built_anew_by_the_next_question(workspace):
    old = store.build(workspace)
    (workspace.workspace / "record" / "league.toml").write_text(LEAGUE.replace('state = "BBB"', 'state = "AAA"'))
    assert states(workspace) == ["AAA", "AAA"]
    assert not old.exists()


def test_a_reader_keeps_its_store_while_another_is_built(workspace):
    with store.connect(workspace) as con:
        (workspace.workspace / "record" / "league.toml").write_text(LEAGUE.replace('state = "BBB"', 'state = "AAA"'))
        store.build(workspace)
        assert con.execute("select count(*) from memberships where state = 'BBB'").fetchone() == (1,)


def test_a_date_is_its_text_and_the_days_it_may_mean(workspace):
    with store.connect(workspace) as con:
        row = con.execute(
            'select "from", from_first, from_last from memberships where state = $s', {"s": "BBB"}
        ).fetchone()
    assert [str(cell) for cell in row] == ["1950", "1950-01-01", "1950-12-31"]


def test_a_build_that_is_killed_leaves_the_old_store_whole(workspace, tmp_path):
    before = store.build(workspace)
    (tmp_path / "record" / "league.toml").write_text(LEAGUE.replace('state = "BBB"', 'state = "AAA"'))
    slow = (
        "import sys, time, pathlib, foedus.store, foedus.settings as s\nb = sys.modules['foedus.store.build']\n"
        f"s.SHIPPED = pathlib.Path({str(tmp_path / 'record')!r})\n"
        "insert = b._insert\n"
        "def slowly(*a):\n    insert(*a)\n    print('x', flush=True)\n    time.sleep(60)\n"
        "b._insert = slowly\n"
        f"b.build(s.Settings(workspace=pathlib.Path({str(tmp_path)!r})))\n"
    )
    building = subprocess.Popen([sys.executable, "-c", slow], stdout=subprocess.PIPE)
    building.stdout.readline()
    os.kill(building.pid, signal.SIGKILL)
    building.wait()
    assert (tmp_path / "store" / "current").read_text() == before.name and before.is_file()
    left = next((tmp_path / "store").glob("*.unfinished"))
    os.utime(left, (time.time() - 7200,) * 2)
    assert states(workspace) == ["AAA", "AAA"]
    assert not list((tmp_path / "store").glob("*.unfinished"))

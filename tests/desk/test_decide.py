"""A person accepts a finding: one new file, with the words and who accepted; undo removes it; nothing is ever edited."""

import os
import signal
import subprocess
import sys

import pytest
from tests.shelf.world import write

from foedus import desk, shelf
from foedus.nouns import Document, FactFinding, FoedusError, Interval, Named, ReadingResult, View
from foedus.settings import Settings
from foedus.when import When

TEXT = "Bland joined the League of Two in May 1970."


def joined(**changes):
    fields = {
        "id": "f1",
        "kind": "membership",
        "span": (0, 29),
        "quote": TEXT[0:29],
        "rule": "joins",
        "subject": Named(name="Bland", id="BBB"),
        "object": Named(name="League of Two", id="league"),
        "when": Interval(from_=When("1970-05-01"), to=When("1970-05-31"), precision="month"),
        "status": "joins",
    }
    return FactFinding(**(fields | changes))


@pytest.fixture
def workspace(tmp_path):
    write(tmp_path / "record")
    judged = View(id="f2", kind="judgement", span=(0, 5), quote="Bland", rule="opinion")
    helped = joined(id="f4", kind="aid")
    document = Document(id="d1", title="News", date=When("1970-06-01"), text=TEXT)
    desk.keep(
        tmp_path, ReadingResult(document=document, findings=(joined(), joined(id="f3", subject=None), helped, judged))
    )
    return Settings(workspace=tmp_path)


def test_an_accepted_finding_is_a_fact_with_its_words_as_evidence(workspace):
    path = desk.accept(workspace, "f1", "A. Reader")
    held = shelf.read([workspace.workspace / "record"])
    fact = next(m for m in held.memberships if m.id == "accepted_f1")
    assert (fact.of, fact.state, fact.status, fact.from_) == ("league", "BBB", "member", "1970-05")
    assert held.evidence_of[fact.id][0].quote == TEXT[0:29] and held.confirmed(fact.id)
    assert 'accepted_by = "A. Reader"' in path.read_text()


def test_undo_removes_the_file_and_nothing_else(workspace):
    before = {p: p.read_bytes() for p in workspace.workspace.rglob("*") if p.is_file()}
    desk.accept(workspace, "f1", "A. Reader")
    desk.undo(workspace, "f1")
    assert {p: p.read_bytes() for p in workspace.workspace.rglob("*") if p.is_file()} == before


def test_nothing_is_accepted_twice(workspace):
    desk.accept(workspace, "f1", "A. Reader")
    with pytest.raises(FoedusError, match="accepted already"):
        desk.accept(workspace, "f1", "A. Reader")


def test_a_field_that_the_words_do_not_tell_is_named_and_can_be_given(workspace):
    with pytest.raises(FoedusError, match=r"lacks state; give each: .*--set"):
        desk.accept(workspace, "f3", "A. Reader")
    desk.accept(workspace, "f3", "A. Reader", {"state": "BBB"})


def test_what_the_record_holds_already_is_refused_and_can_be_kept_as_evidence(workspace):
    desk.accept(workspace, "f1", "A. Reader")
    with pytest.raises(FoedusError, match=r"BBB stands twice in league.*--supports"):
        desk.accept(workspace, "f3", "A. Reader", {"state": "BBB"})
    desk.accept(workspace, "f3", "A. Reader", supports="league_bbb")
    held = shelf.read(workspace.records)
    assert [row.quote for row in held.evidence_of["league_bbb"]] == [TEXT[0:29]]


def test_a_field_that_takes_few_words_names_them(workspace):
    with pytest.raises(FoedusError, match=r"lacks form \(none \| statement"):
        desk.accept(workspace, "f4", "A. Reader")


def test_an_opinion_is_no_fact(workspace):
    with pytest.raises(FoedusError, match="is a judgement: the record holds no such thing"):
        desk.accept(workspace, "f2", "A. Reader")


def test_a_finding_that_nobody_read_is_said_to_be_unknown(workspace):
    with pytest.raises(FoedusError, match="no reading in"):
        desk.accept(workspace, "nothing", "A. Reader")


def test_outside_a_workspace_one_is_told_to_make_it():
    with pytest.raises(FoedusError, match="foedus init"):
        desk.accept(Settings(), "f1", "A. Reader")


def test_a_rejection_is_noted_with_who_and_when(workspace):
    path = desk.reject(workspace, "f1", "A. Reader")
    assert '"decision": "rejected", "by": "A. Reader"' in path.read_text()


def test_what_was_kept_is_read_again_as_it_was(workspace):
    (result,) = desk.kept(workspace.home)
    assert result.document.text == TEXT and result.findings[0] == joined()


def test_an_acceptance_that_is_killed_leaves_no_half_file(workspace):
    home = str(workspace.workspace)
    slow = (
        "import os, pathlib, time, foedus.desk as d\n"
        "from foedus.settings import Settings\n"
        "def slowly(fd):\n    print('x', flush=True)\n    time.sleep(60)\n"
        "os.fsync = slowly\n"
        f"d.accept(Settings(workspace=pathlib.Path({home!r})), 'f1', 'A. Reader')\n"
    )
    accepting = subprocess.Popen([sys.executable, "-c", slow], stdout=subprocess.PIPE)
    accepting.stdout.readline()
    os.kill(accepting.pid, signal.SIGKILL)
    accepting.wait()
    assert not list((workspace.workspace / "record" / "accepted").glob("*.toml"))
    assert desk.accept(workspace, "f1", "A. Reader").exists()

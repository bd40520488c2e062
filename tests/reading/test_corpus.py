import json

import pytest

from foedus.reading import corpus
from foedus.reading.corpus import Options, read_corpus

pytestmark = pytest.mark.model
OPTIONS = Options(gazetteer=lambda: None)


def write(path, rows):
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows))
    return path


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_one_line_a_document_in_the_same_order_and_a_bad_one_ends_nothing(tmp_path):
    rows = [
        {"doc_id": "a", "text": "“We wait,” the envoy said."},
        "{broken",
        {"doc_id": "c", "text": 7},
        {"doc_id": "d", "text": ""},
    ]
    count = read_corpus(write(tmp_path / "in.jsonl", rows), tmp_path / "out.jsonl", OPTIONS)
    answers = lines(tmp_path / "out.jsonl")
    assert [a["doc_id"] for a in answers] == ["a", None, "c", "d"]
    assert [("error" in a) for a in answers] == [False, True, True, False]
    assert answers[0]["findings"][0]["kind"] == "statement"
    assert (count.documents, count.errors) == (4, 2)


def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path, monkeypatch):
    source = write(tmp_path / "in.jsonl", [{"doc_id": str(n), "text": "The bloc met."} for n in range(5)])
    target = tmp_path / "out.jsonl"
    monkeypatch.setattr(corpus, "BLOCK", 2)

    def stop(done):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_corpus(source, target, OPTIONS, told=stop)
    assert not target.exists()
    heard = []
    read_corpus(source, target, OPTIONS, told=heard.append)
    assert heard == [4, 5]
    assert [a["doc_id"] for a in lines(target)] == ["0", "1", "2", "3", "4"]
    assert [p.name for p in tmp_path.iterdir() if "part" in p.name] == []


def test_parquet_in_and_out(tmp_path):
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.table({"doc_id": ["a"], "text": ["“We wait,” the envoy said."]}), tmp_path / "in.parquet")
    read_corpus(tmp_path / "in.parquet", tmp_path / "out.parquet", OPTIONS)
    (row,) = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert (row["doc_id"], row["error"]) == ("a", None)
    assert json.loads(row["findings"])[0]["mode"] == "direct"


def nobody():
    """A gazetteer that knows no name; by its name another process finds it."""
    return None


def test_two_processes_write_what_one_writes(tmp_path):
    source = write(tmp_path / "in.jsonl", [{"doc_id": str(n), "text": f"“We wait {n},” he said."} for n in range(40)])
    for jobs in (1, 2):
        read_corpus(source, tmp_path / f"{jobs}.jsonl", Options(gazetteer=nobody), jobs)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()

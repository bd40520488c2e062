"""How fast the reader reads, beside the bare language model; how far the gate helps; memory and start-up.

    FOEDUS_SHARED=FOLDER .venv/bin/python benchmarks/reading.py

Relevant texts are the articles of gold/deeds and texts/csto-2015.txt (again and again, up to WORDS); the mix adds 40 news
texts of another field (from gold/statements/dev.jsonl) to two relevant ones.
"""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from foedus.nouns import Document
from foedus.reading.gate import passes
from foedus.reading.model import SHIPPED
from foedus.reading.reader import read_all
from foedus.verbs.read import gazetteer
from foedus.when import When

WORDS = 40_000
OTHERS = 40
GREAT = re.compile(r"NATO|European Union|\bE\.?U\.?(?!\w)|United Nations|\bU\.?N\.?(?!\w)")


def relevant(shared):
    rows = [json.loads(line) for line in (shared / "gold/deeds/articles.jsonl").open(encoding="utf8")]
    texts = [Document(id=r["id"], text=r["text"], date=When(r["date"])) for r in rows]
    article = (shared / "texts/csto-2015.txt").read_text(encoding="utf8")
    return [*texts, Document(id="csto", text=article, date=When("2015-09-20"))]


def others(shared):
    """News of another field: of some length, and without the great organisations more than in passing."""
    rows = [json.loads(line) for line in (shared / "gold/statements/dev.jsonl").open(encoding="utf8")]
    far = [r for r in rows if len(r["text"].split()) > 250 and len(GREAT.findall(r["text"])) < 3]
    return [Document(id=r["doc_id"], text=r["text"]) for r in far[:OTHERS]]


def words(documents):
    return sum(len(d.text.split()) for d in documents)


def timed(work):
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def baseline(documents):
    import importlib

    nlp = importlib.import_module(SHIPPED).load()
    list(nlp.pipe([d.text for d in documents[:2]]))
    return timed(lambda: [len(doc) for doc in nlp.pipe((d.text for d in documents), batch_size=64)])


def speed(documents):
    list(read_all(documents[:2], gazetteer()))
    took, found = timed(lambda: list(read_all(documents, gazetteer())))
    bare, _ = baseline(documents)
    n = words(documents)
    print(f"reader: {n / took:.0f} words/s, {sum(map(len, found))} findings")
    print(f"full model alone: {n / bare:.0f} words/s; the reader reaches {bare / took:.2f} of it")


def gate(two, rest):
    mix = [*rest[: OTHERS // 2], two[0], *rest[OTHERS // 2 :], two[1]]
    names = gazetteer()
    all_, found = timed(lambda: dict(zip([d.id for d in mix], read_all(mix, names), strict=True)))

    def gated():
        kept = [d for d in mix if passes(d, names)]
        return dict(zip([d.id for d in kept], read_all(kept, names), strict=True))

    some, kept = timed(gated)
    wanted = sum(len(found[d.id]) for d in two)
    got = sum(len(kept.get(d.id, ())) for d in two)
    print(f"gate: {all_ / some:.1f} times as fast on 2 of {len(mix)} texts, {len(kept)} of them parsed")
    print(f"gate: {100 * got / wanted:.1f} % of the findings of the two are kept")


def whole_program(documents):
    """Peak memory of a corpus run, and the processor time of the smallest run."""
    with tempfile.TemporaryDirectory() as folder:
        source, small = Path(folder, "in.jsonl"), Path(folder, "small.txt")
        rows = ({"doc_id": f"{k}", "text": d.text} for k, d in enumerate(documents))
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
        small.write_text("The bloc met on Monday.")
        program = [sys.executable, "-m", "foedus", "read"]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*program, str(small), "--json"], check=True, stdout=subprocess.DEVNULL, cwd=folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"start-up: {after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime:.2f} s CPU")
        subprocess.run([*program, "--corpus", str(source), "-o", str(Path(folder, "out.jsonl"))], check=True)
        print(f"peak memory: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


def main():
    if "FOEDUS_SHARED" not in os.environ:
        raise SystemExit("this benchmark reads outside texts: set FOEDUS_SHARED to their folder")
    shared = Path(os.environ["FOEDUS_SHARED"])
    texts = relevant(shared)
    many = texts * (WORDS // words(texts) + 1)
    whole_program([*many, *others(shared)])
    speed(many)
    gate([texts[-1], texts[0]], others(shared))


if __name__ == "__main__":
    main()

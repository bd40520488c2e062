"""Talk against peers: how often the intervals hold the truth in simulated worlds, and what a million statements cost.

    python benchmarks/rhetoric.py coverage [--corpora 500]    a Markdown table, one world a line
    python benchmarks/rhetoric.py speed [--statements 1000000]

The figures stand in docs/rhetoric.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from foedus.nouns import Threat
from foedus.rhetoric.excess import Excess, excess
from foedus.rhetoric.peers import excess_in
from foedus.rhetoric.simulate import World, simulated

WORLDS = {
    "default: 12 leaders, 30 months, 20 statements a month, 8 % name it": World(),
    "leaders alike (spread 0.05)": World(spread=0.05),
    "leaders far apart (spread 0.9)": World(spread=0.9),
    "heavy tails (Student's t, 3 degrees)": World(tails=3),
    "five leaders": World(speakers=5),
    "thirty leaders": World(speakers=30, months=24),
    "eight months": World(speakers=8, months=8),
    "rare naming (1 %, 10 a month)": World(rate=0.01, security=10),
    "rare naming, six leaders, 18 months": World(rate=0.015, security=8, speakers=6, months=18),
    "no clumping (Poisson)": World(dispersion=0),
    "strong clumping (dispersion 1)": World(dispersion=1.0),
    "exposure matters much (0.6)": World(exposure_effect=0.6),
    "exposure does not matter": World(exposure_effect=0),
    "unequal volumes (spread 1)": World(security_spread=1.0),
    "leaders come and go (60 % of the months)": World(stay=0.6),
    "first leader twice the peers": World(inflation=2),
    "first leader three times": World(inflation=3),
    "first leader five times": World(inflation=5),
    "first leader three times, leaders alike": World(inflation=3, spread=0.05),
    "first leader a third": World(inflation=1 / 3),
}


def coverage(corpora: int) -> None:
    """How often the first leader's interval holds the true ratio, and how often it lies wholly above 1."""
    print("| world | corpora | covers | above 1 | below 1 | median width, times |\n| --- | --- | --- | --- | --- | --- |")
    for name, world in WORLDS.items():
        found = list(_first(world, corpora))
        low, high = (np.array([getattr(e, end) for e in found]) for end in ("low", "high"))
        holds = ((low <= world.inflation) & (world.inflation <= high)).mean()
        cells = (f"{holds:.1%}", f"{(low > 1).mean():.1%}", f"{(high < 1).mean():.1%}", f"{np.median(high / low):.1f}")
        print(f"| {name} | {len(found)} | {' | '.join(cells)} |", flush=True)


def _first(world: World, corpora: int) -> Iterator[Excess]:
    for seed in range(corpora):
        first = excess(simulated(world, seed))[0]
        if first.ratio is not None:
            yield first


def speed(statements: int) -> None:
    """CPU time from the files of a corpus to its numbers: reading, copies, exposure, fit."""
    threat = Threat(id="band", name="Red Band", aliases=("RB",), ucdp=("Red Band",))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, statements)
        before = time.process_time()
        answer = excess_in(folder / "corpus.toml", threat)
        spent = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = {"statements": statements, "cpu_seconds": round(spent, 1), "peak_mib": peak, "copies": answer.copies}
    print(
        json.dumps(
            told | {"about_security": answer.statements, "with_number": sum(e.ratio is not None for e in answer.speakers)}
        )
    )


def _write(folder: Path, count: int) -> None:
    """A corpus of made-up statements of 23 words by 80 leaders over ten years, one in twenty printed twice."""
    import pyarrow as pa
    import pyarrow.csv

    rng = np.random.default_rng(1)
    words = np.array([f"word{i}" for i in range(5000)] + ["peace", "border", "army", "trade", "Red Band"])
    odds = 1 / np.arange(1, len(words) + 1) ** 0.8
    texts = np.array(
        [" ".join(row) + " security" for row in words[rng.choice(len(words), (count, 22), p=odds / odds.sum())]]
    )
    said = rng.integers(0, count, count)
    printed = np.where(rng.random(count) < 0.05, said, np.arange(count))
    speakers, days = rng.integers(0, 80, count), rng.integers(0, 3650, count)
    table = {
        "speaker": [f"leader {i}" for i in speakers[printed]],
        "state": [f"S{i:02}" for i in speakers[printed]],
        "on": pa.array(np.datetime64("2010-01-01") + days[printed]),
        "content": texts[printed],
    }
    pa.csv.write_csv(pa.table(table), folder / "statements.csv")
    events = [
        f"{i},{2008 + i % 13},2,Government,Red Band,{i % 60},{i % 90},{2008 + i % 13}-{1 + i % 12:02}-01,{i % 7}"
        for i in range(20000)
    ]
    head = "id,year,country_id,side_a,side_b,latitude,longitude,date_start,best"
    (folder / "ged.csv").write_text("\n".join([head, *events]), encoding="utf8")
    points = "\n".join(f"S{i:02} = [{i % 60}.0, {i}.0]" for i in range(80))
    (folder / "corpus.toml").write_text(_CORPUS + points + "\n", encoding="utf8")


_CORPUS = """
title = "made up"
sample = "every statement of 80 leaders who do not exist"
licence = "none needed"
from = "2010"
until = "2019"
statements = "statements.csv"
deaths = { dataset = "ged", path = "ged.csv", km = 800 }
[points]
"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("study", choices=["coverage", "speed"])
    parser.add_argument("--corpora", type=int, default=500)
    parser.add_argument("--statements", type=int, default=1_000_000)
    asked = parser.parse_args()
    coverage(asked.corpora) if asked.study == "coverage" else speed(asked.statements)

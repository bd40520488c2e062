"""What a panel costs: `foedus panel dyad-years` (directed, alliances, disputes) beside pandas and the bare COPY.

    python benchmarks/panels.py --states FOLDER --atop FOLDER --mid FOLDER [--last-year 2025]

Each way is a process of its own; CPU seconds are user and system time, memory the peak of the resident set. The COPY is
that of the finished table alone, from a DuckDB table in memory: the target is 1.2 CPU seconds above it, 450 MiB.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ALLOWED_CPU, ALLOWED_MEMORY = 1.2, 450

COPY = """
import duckdb, resource, sys
connection = duckdb.connect(config={"threads": 1})
connection.execute(f"CREATE TABLE finished AS FROM '{sys.argv[1]}'").fetchall()
def spent():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
start = spent()
connection.execute(f"COPY finished TO '{sys.argv[2]}' (FORMAT parquet)").fetchall()
print(spent() - start)
"""


class Cost(NamedTuple):
    """CPU seconds and peak MiB of a finished process."""

    cpu: float
    memory: float


def run(*command: str) -> Cost:
    """Run a command to its end, quietly; its own cost only."""
    child = os.fork()
    if not child:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.execv(command[0], command)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def copy_cost(finished: Path, folder: Path) -> float:
    """CPU seconds of writing the finished table, without making it."""

    done = subprocess.run(
        [sys.executable, "-c", COPY, str(finished), str(folder / "copy.parquet")],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("states", "atop", "mid"):
        options.add_argument(f"--{name}", required=True)
    options.add_argument("--last-year", default="2025")
    given = options.parse_args()
    foedus = str(Path(sys.executable).with_name("foedus"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, theirs = folder / "foedus.parquet", folder / "pandas.parquet"
        sources = ["--states", given.states, "--atop", given.atop, "--mid", given.mid, "--last-year", given.last_year]
        cost = run(foedus, "panel", "dyad-years", "--directed", *sources, "--like-peacesciencer", "-o", str(ours))
        copy = copy_cost(ours, folder)
        pandas = run(sys.executable, str(HERE / "panels_pandas.py"), *sources, "-o", str(theirs))
        show(cost, copy, pandas)


def show(cost: Cost, copy: float, pandas: Cost) -> None:
    print(f"{'':32}{'CPU s':>8}{'peak MiB':>10}")
    print(f"{'foedus panel dyad-years':32}{cost.cpu:8.2f}{cost.memory:10.0f}")
    print(f"{'COPY of the finished table':32}{copy:8.2f}")
    print(f"{'  above the COPY (at most 1.2)':32}{cost.cpu - copy:8.2f}")
    print(f"{'pandas, the same file':32}{pandas.cpu:8.2f}{pandas.memory:10.0f}")
    if cost.cpu - copy > ALLOWED_CPU or cost.memory > ALLOWED_MEMORY:
        raise SystemExit(f"over the target: {ALLOWED_CPU} CPU s above the COPY, {ALLOWED_MEMORY} MiB")


if __name__ == "__main__":
    main()

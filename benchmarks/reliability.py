"""What ATOP costs: `foedus reliability wars`, and `foedus ask due_totals` with a store built anew.

    python benchmarks/reliability.py --data FOLDER        (with atop, wars, mid, icb and ucdp in it)

Each is a process of its own; CPU seconds are user and system time, memory the peak of the resident set. Allowed: 6 CPU
seconds and 500 MiB together.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ALLOWED_CPU, ALLOWED_MEMORY = 6.0, 500


def cost(folder: Path, *words: str) -> tuple[float, float]:
    """CPU seconds and peak MiB of one run of the program in a folder."""
    run = subprocess.Popen([sys.executable, "-m", "foedus", *words], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(run.pid, 0)
    if status:
        sys.exit(f"foedus {' '.join(words)} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Measure both and say whether they stay within what is allowed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data.resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        named = "\n".join(f'{part} = "{data / part}"' for part in ("atop", "wars", "mid", "icb", "ucdp"))
        (folder / "foedus.toml").write_text(f"[datasets]\n{named}\n")
        costs = [cost(folder, *words) for words in (("reliability", "wars"), ("ask", "due_totals", "--json"))]
    cpu, memory = sum(c for c, _ in costs), max(m for _, m in costs)
    for what, (seconds, peak) in zip(("reliability wars", "due_totals, store built"), costs, strict=True):
        print(f"{what}: {seconds:.2f} CPU s, {peak:.0f} MiB")
    print(f"together: {cpu:.2f} of {ALLOWED_CPU} CPU s, {memory:.0f} of {ALLOWED_MEMORY} MiB")
    sys.exit(cpu > ALLOWED_CPU or memory > ALLOWED_MEMORY)


if __name__ == "__main__":
    main()

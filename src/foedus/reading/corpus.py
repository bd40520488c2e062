"""Many documents at once: lines (or Parquet rows) of texts in, lines of findings out, in the same order, one each.

Documents go to processes in blocks. What is done is kept in a file beside the output, so that a run that was stopped goes
on where it was; the output appears, whole, at the end. A document that cannot be read is a line with `error`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import batched, islice
from pathlib import Path
from typing import Any

from foedus.nouns import Document, FoedusError, to_builtins
from foedus.reading.parsed import Gazetteer

BLOCK = 16  # documents to a task


@dataclass(frozen=True)
class Options:
    """How a corpus is read. `gazetteer` makes the names' scanner, once a process."""

    gazetteer: Callable[[], Gazetteer | None] = lambda: None
    model: str = ""
    gate: bool = False

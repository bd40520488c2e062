"""Read texts: what they say was said, done and left undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from foedus import names
from foedus.nouns import Document, ReadingResult
from foedus.reading import corpus, reader
from foedus.reading.gate import passes
from foedus.reading.parsed import Gazetteer
from foedus.verbs import opened


@cache
def gazetteer() -> Gazetteer:
    """The scanner for the names of the record and the workspace."""
    s = opened.shelf()
    return names.Gazetteer.of(
        s.alliances, s.states, s.places, s.threats, s.political_parties, s.actors, s.bodies, s.offices
    )


def read(document: Document, gate: bool = False) -> ReadingResult:
    """The findings of one document; none for a text that is not English (`document.language`).

    With `gate` none either for one that names hardly any organisation of states: it is not parsed.
    """
    if document.language not in ("", "en") or (gate and not passes(document, gazetteer())):
        return ReadingResult(document=document, findings=())
    return ReadingResult(document=document, findings=reader.read(document, gazetteer(), opened.settings().model))


def read_corpus(
    source: Path, target: Path, jobs: int = 1, gate: bool = False, told: Callable[[int], None] = lambda n: None
) -> corpus.Count:
    """Read a file of documents (JSON lines or Parquet) into a file of findings; see reading.corpus."""
    options = corpus.Options(gazetteer, opened.settings().model, gate)
    return corpus.read_corpus(source, target, options, jobs, told)

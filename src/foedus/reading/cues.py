"""Which words attribute, in which frames: lexicon/cues.toml as sets."""

from __future__ import annotations

from functools import cache

from foedus.reading.lexicon import lexicon


@cache
def frames() -> frozenset[str]:
    """Every "frame:lemma" that the lexicon lists."""
    return frozenset(
        f"{prefix}{frame}:{lemma}"
        for table, prefix in (("verb", ""), ("noun", "noun_"), ("adjective", "adjective_"), ("other", ""))
        for frame, lemmas in lexicon("cues")[table].items()
        for lemma in lemmas
    ) | {"according:according"}


@cache
def quoting() -> frozenset[str]:
    """Verbs that stand beside a direct quotation: those that take a clause, and some that only quote."""
    cues = lexicon("cues")
    return frozenset(cues["verb"]["clause"]) | frozenset(cues["quote"]["verbs"])


@cache
def adding() -> frozenset[str]:
    """Verbs that go on with what somebody is saying."""
    return frozenset(lexicon("cues")["speech"]["adding"])


@cache
def bare_quoting() -> frozenset[str]:
    """Those of them after which a quotation may follow without comma or colon."""
    return frozenset(lexicon("cues")["quote"]["bare"])


@cache
def no_names() -> frozenset[str]:
    """Words before a colon that name nobody (Update: ...)."""
    return frozenset(lexicon("cues")["quote"]["no_names"])


@cache
def speech() -> frozenset[str]:
    """Verbs of speech proper."""
    return frozenset(lexicon("cues")["speech"]["verbs"])


@cache
def retold() -> frozenset[str]:
    """Cues that count also inside what another is said to have said: a source behind a source."""
    return frozenset(f"clause:{verb}" for verb in speech()) | {"according:according"}

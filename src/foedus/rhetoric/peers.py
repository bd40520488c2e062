"""Excess talk in a corpus, from its file to the numbers; and why there are none where there are none."""

from __future__ import annotations

from pathlib import Path

from foedus.nouns import Noun, Threat
from foedus.rhetoric import corpus as corpora
from foedus.rhetoric.copies import drop_copies
from foedus.rhetoric.excess import Excess, excess
from foedus.rhetoric.exposure import exposure
from foedus.rhetoric.talk import SpeakerMonth, talk

_NO_CORPUS = "no number: no corpus was given (--corpus); counts of texts that nobody drew by a rule mean nothing"


class ExcessTalk(Noun, frozen=True, kw_only=True):
    """The excess of each speaker of a corpus, its months, and what was counted; `why` there is no number for anybody."""

    corpus: str = ""
    sample: str = ""
    licence: str = ""
    exposure: str = ""
    statements: int = 0
    copies: int = 0
    months: tuple[SpeakerMonth, ...] = ()
    speakers: tuple[Excess, ...] = ()
    why: str = ""


def excess_in(path: Path | None, threat: Threat) -> ExcessTalk:
    """The excess talk about a threat in the corpus that a TOML file describes.

    `statements` are those about security, without the `copies`. FoedusError for a corpus that cannot be used.
    """
    import duckdb

    if path is None:
        return ExcessTalk(why=_NO_CORPUS)
    corpus = corpora.read(path)
    with duckdb.connect() as con:
        taken = corpora.take_in(con, corpus, path.parent, threat)
        copies = drop_copies(con)
        deaths = exposure(con, corpus, path.parent, threat)
        months = talk(con, deaths.deaths)
    speakers = excess(months)
    without = all(one.ratio is None for one in speakers)
    return ExcessTalk(
        corpus=corpus.title,
        sample=corpus.sample,
        licence=corpus.licence,
        exposure=deaths.counts,
        statements=taken - copies,
        copies=copies,
        months=months,
        speakers=speakers,
        why=(f"no number: {deaths.why_not}" if deaths.why_not else speakers[0].why) if without else "",
    )

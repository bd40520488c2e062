"""Sources, and the evidence that ties a fact to them."""

from __future__ import annotations

from typing import Literal

from foedus.nouns.noun import Fact, Noun
from foedus.when import When


class Source(Fact, frozen=True, kw_only=True):
    """Where facts come from. `copy_of` says that what was seen is a third party's copy of the primary text.

    `least` and `most` bound how many facts should cite it; `foedus check` reports a count outside.
    """

    title: str
    kind: Literal[
        "treaty text",
        "organ",
        "government",
        "press",
        "scholarship",
        "reference",
        "dataset",
        "court",
        "memory",
    ]
    author: str = ""
    publisher: str = ""
    published: When | None = None
    url: str = ""
    copy_of: str = ""
    coverage: str = ""
    licence: str = ""
    least: int | None = None
    most: int | None = None


class Evidence(Noun, frozen=True, kw_only=True):
    """A row of an evidence.csv: which source supports or contradicts which fact, where, in which words.

    `says` is the value the source gives where it differs from ours; `seen` is when a person or program read it: empty
    means from memory, and a fact without a seen supporting source is unconfirmed.
    """

    fact: str
    source: str
    locator: str = ""
    quote: str = ""
    stance: Literal["supports", "contradicts"] = "supports"
    says: str = ""
    seen: When | None = None

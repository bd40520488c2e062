import importlib

import pytest

from foedus.reading.model import SHIPPED, model

pytestmark = pytest.mark.model
TEXTS = [
    "It's not what they'd have done, but I do think there are talks to be had.",
    "He ain't gonna help, and he didn't do it; she has had enough.",
    "There is a pact that the envoys, whose king had died, were to sign.",
    "Don't they know that he does what we did?",
] * 2


def test_the_quick_ruler_gives_each_token_what_the_model_s_own_gives():
    slow = importlib.import_module(SHIPPED).load()
    for own, quick in zip(slow.pipe(TEXTS), model().pipe(TEXTS), strict=True):
        for a, b in zip(own, quick, strict=True):
            assert (a.pos_, a.tag_, a.dep_, a.lemma_, str(a.morph)) == (b.pos_, b.tag_, b.dep_, b.lemma_, str(b.morph))

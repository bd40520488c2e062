from dataclasses import dataclass

from foedus.nouns import Document
from foedus.reading.gate import SHORT, passes


@dataclass
class Name:
    span: tuple[int, int]
    name: str
    id: str
    kind: str


class Gazetteer:
    """Knows NATO and three-letter states by their capitals."""

    def find(self, text, on=None):
        words = text.split()
        return [Name((0, 1), w, w, "organisation" if w == "NATO" else "state") for w in words if w.isupper()]


def about(*names):
    return Document(id="x", text=" ".join(names) + " went home" + " and so on" * (SHORT // 10))


def test_a_long_text_passes_when_organisations_are_named_twice():
    assert passes(about("NATO", "NATO"), Gazetteer())


def test_one_organisation_passes_beside_several_states_only():
    assert passes(about("NATO", *["FRA", "ITA", "USA", "TUR"] * 4), Gazetteer())
    assert not passes(about("NATO", *["FRA"] * 16), Gazetteer())


def test_a_short_text_always_passes():
    assert passes(Document(id="x", text="Nothing here."), Gazetteer())

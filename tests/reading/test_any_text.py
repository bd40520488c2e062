"""Whatever the text, the reader answers, and each finding's words stand where it says."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.nouns import Document
from foedus.reading import parts
from foedus.reading.quotes import quotations
from foedus.reading.reader import read
from foedus.reading.shadow import pieces

pytestmark = pytest.mark.model
WORDS = [
    "Russia",
    "NATO",
    "said",
    "that",
    "“",
    "”",
    '"',
    "'",
    "(",
    ")",
    "\n",
    "\n\n",
    ".",
    ",",
    ":",
    "he",
    "the bloc",
    "did not",
    "help",
]
ODD = [
    "\x00",
    "\u200b",
    "\u202e",
    "😀",
    "שלום",
    "\ufeff",
    "\ud800",
    "e\u0301",
    "\t",
    "\u2028",
    "«",
    "--",
    "NAME:",
    "1999",
    "[[",
    "&",
]
TEXT = st.lists(st.sampled_from(WORDS + ODD) | st.text(max_size=8), max_size=60).map(" ".join) | st.text(max_size=300)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
def test_no_text_is_too_odd_and_every_quote_stands_at_its_span(text):
    for finding in read(Document(id="x", text=text)):
        assert finding.quote == text[slice(*finding.span)] != ""


@given(TEXT)
def test_quotations_lie_in_the_text_and_inside_their_marks(text):
    for q in quotations(text):
        assert 0 <= q.span[0] < q.inside[0] < q.inside[1] <= q.span[1] <= len(text)


@given(TEXT)
def test_the_clean_copy_leads_back_to_the_text(text):
    for piece in pieces(text):
        assert len(piece.text) == len(piece.places)
        assert all(0 <= a <= b < len(text) for a, b in zip(piece.places, piece.places[1:], strict=False))


def test_a_text_read_in_parts_has_the_findings_of_each_part_at_its_place(monkeypatch):
    one = "“We wait,” the envoy said about 1999.\n"
    monkeypatch.setattr(parts, "PART", len(one) + 5)
    found = [f for f in read(Document(id="x", text=one * 4)) if f.kind == "statement"]
    assert [f.span[0] for f in found] == [0, len(one), 2 * len(one), 3 * len(one)]
    assert len({f.id for f in found}) == 4
    many = read(Document(id="x", text=one * 200))
    assert sum(f.kind == "statement" for f in many) == 200
    assert [one[s % len(one) :][:9] for f in found for s, _ in f.content] == ["“We wait,"] * 4

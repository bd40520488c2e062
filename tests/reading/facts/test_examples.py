"""Every rule of a fact lexicon finds its own examples and is silent on the others.

An example is "text | ...": behind the bars what the finding tells, in the order of FIELDS; "" asks for nothing.
"""

from importlib.resources import files

import pytest

from foedus.reading.facts import kinds
from foedus.reading.lexicon import lexicon

FIELDS = {
    "membership": ("subject", "object", "status", "polarity"),
    "office": ("subject", "object", "title", "status"),
    "allegation": ("speaker", "accused", "evidence", "of"),
    "denial": ("speaker", "of"),
    **dict.fromkeys(("forecast", "question", "judgement", "frame"), ("by", "of")),
}
PLAIN = ("subject", "object", "polarity", "status", "value")
NAMES = [m.__name__.rpartition(".")[2] for m in kinds()]


def examples(answer):
    """All examples of all lexica, those of a row with those of its file."""
    for kind in NAMES:
        book = lexicon(kind)
        rows = [book, *(r for v in book.values() if isinstance(v, list) for r in v if isinstance(r, dict))]
        rows += [v for v in book.values() if isinstance(v, dict)]
        yield from ((kind, text) for row in rows for text in row.get(answer, ()))


def told(finding, field):
    value = getattr(finding, field)
    return getattr(value, "name", value) or ""


def test_each_kind_has_a_lexicon_with_examples_of_both_sorts():
    assert files("foedus.reading.facts").joinpath("membership.py").is_file()
    for answer in ("yes", "no"):
        assert {kind for kind, _ in examples(answer)} == set(NAMES)


@pytest.mark.model
@pytest.mark.parametrize(("kind", "example"), list(examples("yes")), ids=lambda v: v[:50])
def test_a_rule_finds_its_example(facts_of, kind, example):
    text, *wanted = (part.strip() for part in example.split("|"))
    found = [f for f in facts_of(text) if f.kind == kind]
    fields = FIELDS.get(kind, PLAIN)
    rows = [[told(f, field) for field in fields] for f in found]
    fits = [row for row in rows if all(not w or w == value for w, value in zip(wanted, row, strict=False))]
    assert fits, f"{kind} {wanted} not among {rows}"


@pytest.mark.model
@pytest.mark.parametrize(("kind", "example"), list(examples("no")), ids=lambda v: v[:50])
def test_a_rule_is_silent_where_it_should_be(facts_of, kind, example):
    assert [f.quote for f in facts_of(example) if f.kind == kind] == []

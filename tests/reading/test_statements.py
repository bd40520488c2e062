import pytest

from foedus.nouns import Document
from foedus.reading.lexicon import lexicon
from foedus.reading.parsed import parse
from foedus.reading.statements import find

pytestmark = pytest.mark.model
EXAMPLES = lexicon("cues_examples")


def statements(text):
    (parsed,) = parse([Document(id="t", text=text)])
    return list(find(parsed))


def words(text, spans):
    return [text[s:e] for s, e in spans]


@pytest.mark.parametrize("example", EXAMPLES["yes"], ids=lambda e: f"{e['rule']} {e['text'][:30]}")
def test_each_frame_finds_cue_source_and_content_in_its_example(example):
    text = example["text"]
    found = [(s.rule, words(text, s.source), words(text, s.content)) for s in statements(text)]
    assert (example["rule"], [example["source"]] if example["source"] else [], example["content"]) in found


@pytest.mark.parametrize("example", EXAMPLES["no"], ids=lambda e: e["text"][:30])
def test_nothing_is_said_where_nobody_speaks(example):
    assert statements(example["text"]) == []


def test_words_in_quote_marks_are_direct_and_words_of_the_reporter_indirect():
    direct, mixed, indirect = statements(
        "“We wait,” the envoy said.\n\nThe envoy said the talks were “a farce”.\n\nThe envoy said the talks had failed."
    )
    assert [s.mode for s in (direct, mixed, indirect)] == ["direct", "mixed", "indirect"]


@pytest.mark.parametrize(
    "text, polarity",
    [
        ("The ministry confirmed that the base was closed.", "asserted"),
        ("The ministry did not confirm that the base was closed.", "negated"),
        ("The ministry refused to say whether the base was closed.", "negated"),
        ("Nobody said that the base was closed.", "negated"),
    ],
)
def test_a_cue_that_is_denied_is_negated(text, polarity):
    assert polarity in {s.cue_polarity for s in statements(text) if s.rule.startswith("clause")}


def test_the_author_s_own_concession_is_no_part_of_what_was_said():
    (one,) = statements("The envoy said that the pact had failed, although he gave no reason.")
    text = "The envoy said that the pact had failed, although he gave no reason."
    assert words(text, one.content) == ["that the pact had failed"]


def test_hedges_inside_a_statement_are_told_with_their_class():
    (one,) = statements("The envoy said that the bloc might send about 200 men.")
    assert [h.class_ for h in one.hedges] == ["epistemic", "approximator"]

import pytest

from foedus.reading.quotes import quotations

SEEN = [
    ('“It is late," she said, "very late.”', ["It is late,", "very late."]),
    ("He said, “We came. We saw.” Then he left.", ["We came. We saw."]),
    ('She called it "a farce" and "a shame".', ["a farce", "a shame"]),
    ("''We waited,'' he said. ''Nobody came.''", ["We waited,", "Nobody came."]),
    ("'We won't go,' said Ann. 'It is the members' choice.'", ["We won't go,", "It is the members' choice."]),
    ("« Rien », „nichts“ and “nothing”", [" Rien ", "nichts", "nothing"]),
    ("The ministers' pact and the '90s treaty's end", []),
    ("“They told us ‘no help’ again,” he said.", ["They told us ‘no help’ again,", "no help"]),
    ('"He said "no" to it," she recalled.', ['He said "no" to it,', "no"]),
]


@pytest.mark.parametrize("text, inside", SEEN)
def test_words_between_marks_are_found_whatever_the_marks(text, inside):
    assert [text[slice(*q.inside)] for q in quotations(text)] == inside


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_with_its_mark():
    text = "“We were asked.\n\n“We did not go,” the minister said."
    (one,) = quotations(text)
    assert [text[s:e] for s, e in one.parts] == ["We were asked.", "We did not go,"]
    assert one.closed


def test_a_quotation_never_closed_ends_with_its_paragraph():
    text = '"We were asked, he said.\n\nThe envoy called it "late".'
    first, second = quotations(text)
    assert (text[slice(*first.inside)], first.closed) == ("We were asked, he said.", False)
    assert (text[slice(*second.inside)], second.closed) == ("late", True)

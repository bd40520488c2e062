import pytest

from foedus.reading.hedges import hedges
from foedus.reading.lexicon import lexicon

YES = [(name, sentence) for name, table in lexicon("hedges").items() for sentence in table["yes"]]
NO = [(name, sentence) for name, table in lexicon("hedges").items() for sentence in table["no"]]


@pytest.mark.parametrize("name, sentence", YES)
def test_a_hedge_is_found_in_its_own_examples(name, sentence):
    assert name in {h.class_ for h in hedges(sentence, [(0, len(sentence))])}


@pytest.mark.parametrize("name, sentence", NO)
def test_a_hedge_is_not_found_where_its_words_mean_something_else(name, sentence):
    assert name not in {h.class_ for h in hedges(sentence, [(0, len(sentence))])}


def test_a_hedge_stands_where_its_words_stand():
    (one,) = hedges("The bloc, he said, may act.", [(0, 27)])
    assert "The bloc, he said, may act."[slice(*one.span)] == "may"

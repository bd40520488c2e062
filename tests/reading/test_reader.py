from foedus.nouns import Document
from foedus.reading import reader
from foedus.reading.furniture import furniture
from foedus.reading.shadow import paragraphs, pieces


def test_a_clean_copy_knows_the_way_back_to_the_text():
    text = "The\u00a0\u00a0bloc “stood\u200b by”.\r\n\r\nNext."
    first, second = pieces(text)
    assert first.text == 'The bloc "stood by". '
    start = first.text.index("stood by")
    assert text[slice(*first.span(start, start + 8))] == "stood\u200b by"
    assert second.text == "Next. "


def test_lines_wrapped_at_a_column_are_one_paragraph_and_headings_are_not():
    text = "A heading\nThe council met in the capital for the second time this\nyear and parted without a text.\nNext."
    assert [text[s:e].split()[0] for s, e in paragraphs(text)] == ["A", "The", "Next."]


def test_the_tail_of_a_page_is_furniture():
    text = "The council met.\n\nWant to read more?\nSubscribe for full access.\n\nThe Authors\nSomeone writes for us."
    assert [text[s:e][:18] for s, e in furniture(text)] == ["Want to read more?"]


def test_a_document_without_words_has_no_findings():
    assert reader.read(Document(id="x", text=" \n ")) == ()

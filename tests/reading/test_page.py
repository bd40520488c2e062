"""Texts come in many files; what cannot be read is said with its name, and never stops the rest."""

import io
import zipfile
from email.message import EmailMessage

import docx
import pytest

from foedus.nouns import Document, FoedusError
from foedus.reading.page import documents, page
from foedus.when import When

WORDS = "Aland sent troops to Bland on 4 May 1950, and the League of Two did nothing at all."
HTML = f"""<html><head><title>Troops | The Gazette</title><meta name="author" content="Ann Alpha">
<meta property="article:published_time" content="2015-05-05"></head><body><nav>Home Politics Sport</nav>
<article><h1>Troops</h1><p>{WORDS} {WORDS}</p><figure><figcaption>A caption by an agency</figcaption></figure>
<p>The war went on for a long time after that, and nobody in the capital spoke of the treaty again.</p></article>
<footer>Subscribe now</footer></body></html>"""


def one(path, date=None):
    (found,) = documents(str(path), date)
    return found


def test_plain_text_is_kept_as_it_stands(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfTitle\r\n\r\nWords \xe2\x80\x9cquoted\xe2\x80\x9d  \r\n")
    assert page(path).text == "Title\r\n\r\nWords “quoted”  \r\n"


def test_an_old_encoding_is_found(tmp_path):
    (tmp_path / "a.txt").write_bytes(
        ("The Élysée said that the président’s visit to Algéria was put off. " * 5).encode("cp1252")
    )
    assert "Élysée" in page(tmp_path / "a.txt").text


def test_a_web_page_gives_its_article_date_and_author_without_captions(tmp_path):
    (tmp_path / "a.html").write_text(HTML)
    found = one(tmp_path / "a.html")
    assert WORDS in found.text and (found.date, found.author) == ("2015-05-05", "Ann Alpha")
    assert "caption" not in found.text and "Subscribe" not in found.text and "Sport" not in found.text


def test_a_word_file_gives_paragraphs_and_tables(tmp_path):
    file = docx.Document()
    file.add_paragraph(WORDS)
    file.add_table(1, 2).rows[0].cells[0].text = "Aland"
    file.save(tmp_path / "a.docx")
    assert WORDS in one(tmp_path / "a.docx").text and "Aland" in one(tmp_path / "a.docx").text.splitlines()[-1]


def test_a_mail_gives_its_body_subject_sender_and_date(tmp_path):
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = "Troops", "desk@example.org", "Fri, 05 May 1950 10:00:00 +0000"
    mail.set_content(WORDS)
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    found = one(tmp_path / "a.eml")
    assert (found.title, found.author, found.date) == ("Troops", "desk@example.org", "1950-05-05") and WORDS in found.text


def test_markdown_gives_its_words_without_the_marks(tmp_path):
    (tmp_path / "a.md").write_text("# Troops\n\n**Aland** sent *troops* to [Bland](https://example.org).\n\n- one\n")
    assert one(tmp_path / "a.md").text == "Troops\n\nAland sent troops to Bland.\n\none"


def test_a_pdf_gives_its_text_layer_and_one_without_is_said_to_have_none(tmp_path):
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(FoedusError, match=r"a\.pdf: this PDF has no text layer"):
        one(tmp_path / "a.pdf")


def test_a_zip_gives_each_text_and_says_which_it_could_not_read(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("b.txt", WORDS)
        archive.writestr("a.pdf", b"%PDF-1.4 broken")
        archive.writestr("photo.jpg", b"x")
    (tmp_path / "all.zip").write_bytes(packed.getvalue())
    broken, read = documents(str(tmp_path / "all.zip"))
    assert isinstance(broken, FoedusError) and "a.pdf" in str(broken)
    assert isinstance(read, Document) and read.text == WORDS


def test_a_folder_gives_each_text_and_an_empty_one_says_what_can_be_read(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text(WORDS)
    assert [d.text for d in documents(str(tmp_path))] == [WORDS]
    (tmp_path / "sub" / "b.txt").unlink()
    with pytest.raises(FoedusError, match=r"no file here that can be read \(\.docx"):
        list(documents(str(tmp_path)))


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.txt", b"\0\1\2" * 400, "binary"),
        ("a.txt", b" \n", "no text in it"),
        ("a.docx", b"no zip", "no Word file"),
        ("a.zip", b"no zip", "no zip that can be read"),
        ("a.pdf", b"%PDF-1.4", "cannot be read"),
    ],
)
def test_what_is_no_text_is_said_to_be_none(tmp_path, name, raw, said):
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(FoedusError, match=said):
        list(documents(str(tmp_path / name)))


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://[::1]/", "http://10.1.2.3/", "http://localhost:80/", "file:///etc/hosts"]
)
def test_only_the_public_web_is_read(url):
    with pytest.raises(FoedusError, match=r"public|only http"):
        list(documents(url))


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("Title\n\n5 May 1950\n\nWords", "a.txt", "1950-05-05"),
        ("Title\n\nPublished: May 5, 1950\n\nWords", "a.txt", "1950-05-05"),
        ("On 5 May 1950 Aland sent troops to Bland and nobody did anything.", "a.txt", None),
        ("Title\n\nWords", "report-1950-05.txt", "1950-05"),
        ("Title\n\nWords", "league_1950.txt", "1950"),
        ("Title\n\nWords", "12345678.txt", None),
    ],
)
def test_the_day_of_a_text_is_its_date_line_else_the_date_in_its_name(tmp_path, text, name, day):
    (tmp_path / name).write_text(text)
    assert page(tmp_path / name).date == day


def test_a_date_that_the_user_gives_goes_before_all_others(tmp_path):
    (tmp_path / "a-1950.txt").write_text("5 May 1950\n\nWords")
    assert page(tmp_path / "a-1950.txt", When("1960")).date == "1960"


def test_a_german_text_is_known_not_to_be_english(tmp_path):
    german = "Der Präsident sagte, dass die Truppen nicht kommen und die Verhandlungen in Wien beginnen. " * 3
    (tmp_path / "a.txt").write_text(german)
    assert page(tmp_path / "a.txt").language == "de"


def test_a_headline_is_found_below_a_masthead_with_author_and_publisher(tmp_path):
    (tmp_path / "a.txt").write_text(
        "The Gazette\nWorld\nTroops Go to the Border Again\n\nBy Ann Alpha\n\nThey went on Friday.\n"
    )
    found = page(tmp_path / "a.txt")
    assert (found.title, found.author, found.publisher) == ("Troops Go to the Border Again", "Ann Alpha", "The Gazette")


def test_a_text_without_a_headline_is_called_by_its_first_line(tmp_path):
    (tmp_path / "a.txt").write_text("NATO declined to help.\n")
    assert page(tmp_path / "a.txt").title == "NATO declined to help."

"""A dossier is a folder that opens offline: every link leads somewhere, every table has its CSV, nothing is fetched."""

import csv
import re

import pytest

from foedus.dossier import Subject, pages, write
from foedus.dossier.page import Chart, Table
from foedus.nouns import FoedusError
from foedus.when import When

SUBJECT = Subject("csto", "CSTO", When("2015-09-15"), ())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("dossiers") / "csto"
    write("CSTO", path, When("2015-09-15"))
    return path


@pytest.fixture(scope="module")
def html(folder):
    return {path.name: path.read_text(encoding="utf8") for path in folder.glob("*.html")}


def test_every_page_is_there_and_leads_to_every_other(html):
    names = {f"{module.page(SUBJECT).id}.html" for module in pages.modules()}
    assert set(html) == names and "index.html" in names
    assert all(f'href="{name}"' in text for text in html.values() for name in names)


def test_every_link_leads_to_a_file_in_the_folder(folder, html):
    for text in html.values():
        for link in re.findall(r'(?:href|src)="([^"#]+)"', text):
            assert (folder / link).is_file(), link


def test_nothing_is_fetched_from_elsewhere(html):
    for text in html.values():
        assert not re.search(r'(?:href|src)="(?:https?:)?//', text)
        assert "default-src 'none'" in text


def test_every_table_has_its_rows_as_csv(folder):
    for module in pages.modules():
        for block in module.page(SUBJECT).blocks:
            if isinstance(block, Table):
                with (folder / "data" / f"{block.id}.csv").open(encoding="utf8") as file:
                    assert len(list(csv.reader(file))) == len(block.rows) + 1


def test_every_chart_is_told_in_words_and_drawn(folder, html):
    for module in pages.modules():
        page = module.page(SUBJECT)
        for chart in (b for b in page.blocks if isinstance(b, Chart)):
            assert (folder / "charts" / f"{chart.id}.svg").read_text().startswith("<svg")
            assert chart.said in html[f"{page.id}.html"]


def test_the_members_page_counts_the_six_of_that_day(html):
    assert "On 2015-09-15 Collective Security Treaty Organization had 6 members." in html["members.html"]


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(FoedusError, match="did not write"):
        write("csto", tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_a_dossier_is_replaced_as_a_whole(folder):
    (folder / "data" / "old.csv").write_text("x")
    write("csto", folder, When("2007-01-01"))
    assert not (folder / "data" / "old.csv").exists()
    assert "had 7 members" in (folder / "members.html").read_text(encoding="utf8")

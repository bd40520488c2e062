"""The generated pages say what the program says; each command, view and struct is in them."""

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
spec = importlib.util.spec_from_file_location("make_docs", DOCS / "make.py")
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)


@pytest.mark.parametrize("page", make.PAGES)
def test_a_generated_page_is_up_to_date(page):
    assert (DOCS / page).read_text(encoding="utf8") == make.PAGES[page](), "run .venv/bin/python docs/make.py"


def test_each_view_asks_a_question():
    from foedus.store import views

    assert all("?" in view.question for view in views())

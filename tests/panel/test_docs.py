"""The page on panels names every verb, and says of each what the program says."""

import re
from pathlib import Path

import pytest

from foedus.datasets import dataset
from foedus.panel.add import names

PAGE = (Path(__file__).parents[2] / "docs" / "panels.md").read_text(encoding="utf8")


@pytest.mark.parametrize("name", names())
def test_every_verb_is_on_the_page(name):
    assert re.search(rf"^\| `{name}\(", PAGE, re.MULTILINE), name


@pytest.mark.parametrize(
    ("verb", "sheet", "table"),
    [
        ("alliances", "atop", "atop_members"),
        ("disputes", "mid", "mid_directed"),
        ("wars", "wars", "cow_interstate"),
        ("civil_wars", "wars", "cow_intrastate"),
        ("conflicts", "ucdp", "ucdp_conflicts"),
        ("crises", "icb", "icb_actors"),
        ("contiguity", "contiguity", "contiguity_spells"),
        ("capital_distance", "capitals", "capitals"),
        ("capabilities", "capabilities", "nmc"),
        ("majors", "states", "cow_majors"),
        ("organisations", "igo", "igo_state_years"),
    ],
)
def test_the_window_on_the_page_is_that_of_the_sheet(verb, sheet, table):
    (row,) = re.findall(rf"^\| `{verb}\(.*$", PAGE, re.MULTILINE)
    covers = dataset(sheet).covers(table)
    assert row.endswith(f"| {covers.first}-{covers.last} |")

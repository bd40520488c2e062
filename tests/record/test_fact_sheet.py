"""The record against a sheet of facts that other hands gathered: days on which membership and office begin."""

import json

import pytest

SAME = {
    "M02": "csto_kaz",
    "M06": "csto_blr",
    "M07": "csto_aze",
    "M08": "csto_geo",
    "M09": "csto_uzb_1992",
    "M10": "csto_uzb_2006",
    "S01": "csto_sg_bordyuzha",
    "S02": "csto_sg_semerikov_2017",
    "S06": "csto_sg_zas",
    "S08": "csto_sg_masadykov",
    "C2022A-1": "armenia_2022",
    "C2010J-1": "kyrgyzstan_2010_06",
    "C2020W-1": "karabakh_2020",
    "C2022Z-1": "kazakhstan_2022",
    "C2024K-1": "kursk_2024",
}


@pytest.mark.shared
def test_what_the_sheet_dates_begins_on_the_same_day_here(shared, fact):
    lines = (shared / "facts" / "collective_security.jsonl").read_text(encoding="utf8").splitlines()
    starts = {row["id"]: row["start"] for row in map(json.loads, lines)}
    assert {sheet: starts[sheet] for sheet in SAME} == {sheet: str(fact(ours).from_) for sheet, ours in SAME.items()}

"""A view's answer as a file, with a codebook; promises that came due from data sets that the workspace names."""

import csv

import pytest
from tests.datasets.atop_file import A, B, X, pact, write
from tests.verbs.test_reliability import wars_file

from foedus.datasets import dataset
from foedus.nouns import FoedusError
from foedus.settings import Settings
from foedus.shelf import read
from foedus.verbs.ask import ask
from foedus.verbs.export import export

COW = tuple(dataset("wars").table("cow_interstate").columns)


def cow_row(state, side, initiator):
    known = {"warnum": 7, "warname": "War again", "ccode": state, "side": side, "initiator": initiator, "version": 4}
    known |= {"startyear1": 1905, "startmonth1": 1, "startday1": 10, "endyear1": 1905, "endmonth1": 12, "endday1": 31}
    return ",".join(str(known.get(column, -8)) for column in COW)


@pytest.fixture
def settings(tmp_path):
    lists = tmp_path / "wars"
    lists.mkdir()
    wars_file(lists / "interstate-war-rev.csv")
    rows = [",".join(COW), cow_row(X, 1, 1), cow_row(A, 2, 2)]
    (lists / "Inter-StateWarData_v4.0.csv").write_text("\n".join(rows) + "\n")
    atop = write(tmp_path / "atop", *pact(A, B, defense=1))
    return Settings(workspace=tmp_path, datasets={"atop": atop, "wars": lists})


def test_a_promise_that_came_due_is_a_row_with_its_sources(settings):
    answer = ask("due_events", {"from": "1905"}, settings=settings)
    (row,) = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows if row[0] < "1906"]
    assert (row["debtor"], row["creditor"], row["owed"], row["asked"]) == ("FRA", "GBR", "true", "unknown")
    assert (row["verdict"], row["sources"]) == ("not_kept", ["iwd_1", "cow_7"])


def test_the_crosswalk_tells_which_crises_are_the_same(settings):
    answer = ask("crosswalk", {}, settings=settings)
    lists = tuple(row for row in answer.rows if row[0] != "record")
    assert lists == (("cow", "cow_7", "iwd_1", 0, False), ("iwd", "iwd_1", None, 1, False))


def test_crises_of_the_record_that_no_list_has_are_listed_as_unmatched(settings):
    answer = ask("crosswalk", {"list": "record"}, settings=settings)
    assert answer.rows and all(row[2] is None and row[4] for row in answer.rows)


@pytest.mark.shared
def test_a_crisis_counts_once_and_the_record_s_answer_for_an_alliance_stands_alone(shared, tmp_path):
    named = {name: shared / "data" / name for name in ("atop", "wars", "mid", "icb", "ucdp")}
    here = Settings(workspace=tmp_path, datasets=named)
    crossed = ask("crosswalk", {}, settings=here)
    ours = {row[1]: row[2] for row in crossed.rows}
    of_record = {row[1] for row in crossed.rows if row[0] == "record" and row[3]}
    assert len(of_record) >= 8
    answer = ask("due_events", {"from": "1945"}, settings=here)
    column = {name: n for n, name in enumerate(answer.columns)}
    by = {}
    for row in answer.rows:
        assert ours.get(row[column["crisis"]]) is None
        if row[column["crisis"]] in of_record:
            key = tuple(row[column[c]] for c in ("crisis", "alliance", "creditor", "kind"))
            by.setdefault(key, set()).add(row[column["reading"]] in ("iwd", "cow", "mid", "icb", "ucdp"))
    assert by and all(len(told) == 1 for told in by.values())


def test_what_could_not_be_asked_is_said(settings):
    answer = ask("data_asked", {}, settings=settings)
    asked = {row[0]: row[3] for row in answer.rows}
    assert asked == {"atop": True, "iwd": True, "cow": True, "icb": False, "mid": False, "ucdp": False}


def test_the_crises_of_a_list_are_counted_and_cow_s_list_bears_its_own_name(settings):
    rows = {row[0]: row for row in ask("data_asked", {}, settings=settings).rows}
    assert rows["cow"][1:3] == ("COW Inter-State War Data", "4.0") and rows["iwd"][1] == "Interstate War Data"
    assert rows["cow"][7:] == (1, 0, 0) and rows["mid"][7:] == (None, None, None)


@pytest.mark.shared
def test_states_in_crisis_that_cannot_be_asked_of_are_counted(shared, tmp_path):
    named = {"icb": shared / "data/icb", "ucdp": shared / "data/ucdp"}
    rows = {row[0]: row for row in ask("data_asked", {}, settings=Settings(workspace=tmp_path, datasets=named)).rows}
    assert rows["icb"][7] > 480 and rows["icb"][8] >= 69 and rows["icb"][9] >= 3 and rows["ucdp"][9] >= 1


def test_the_codebook_cites_the_book_of_cow_s_wars_beside_the_other_list(settings, tmp_path):
    export("due_events", tmp_path / "due.csv", {"from": "1905"}, settings=settings)
    told = "".join(path.read_text() for path in tmp_path.glob("due*.md"))
    assert "sarkeeswayman2010resort" in told and "reiterstamhorowitz2016iwd" in told


def test_one_list_of_wars_will_do(settings, tmp_path):
    alone = Settings(workspace=tmp_path, datasets={"wars": settings.datasets["wars"] / "interstate-war-rev.csv"})
    asked = {row[0]: row[3] for row in ask("data_asked", {}, settings=alone).rows}
    assert asked["iwd"] and not asked["cow"] and not asked["atop"]


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_file_has_a_codebook_beside_it(settings, tmp_path, suffix):
    written = export("due_events", tmp_path / f"due.{suffix}", {"from": "1905"}, settings=settings)
    assert written.rows >= 1
    codebook = (tmp_path / f"due.{suffix}.codebook.md").read_text()
    assert "| debtor | VARCHAR | who promised |" in codebook and "@article{reiterstamhorowitz2016iwd" in codebook


def test_every_column_of_due_events_is_in_its_codebook(settings, tmp_path):
    from foedus.store import view

    export("due_events", tmp_path / "due.csv", {"from": "1905"}, settings=settings)
    header = next(csv.reader((tmp_path / "due.csv").open()))
    assert set(header) == set(view("due_events").columns)


def test_another_kind_of_file_is_refused(settings, tmp_path):
    with pytest.raises(FoedusError, match="parquet"):
        export("due_events", tmp_path / "due.xlsx", settings=settings)


def test_a_data_set_that_is_not_there_is_an_error_and_no_empty_answer(settings, tmp_path):
    wrong = Settings(workspace=tmp_path, datasets={**settings.datasets, "mid": tmp_path / "none"})
    with pytest.raises(FoedusError, match="none"):
        ask("due_events", {"from": "1905"}, settings=wrong, shelf=read(wrong.records))

"""`foedus due`, `ledger` and `wordings` as a user meets them."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from foedus.cli import program
from foedus.nouns import FoedusError

CASE = ["due", "--victim", "Armenia", "--aggressor", "AZE", "--on", "2022-09-13", "--where", "ARM"]


def told(*args):
    result = CliRunner().invoke(program, args, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_due_answers_in_json_by_the_contract():
    answer = json.loads(told(*CASE, "--kind", "interstate_attack", "--requested", "2022-09-13", "--json"))
    assert list(answer) == ["duties", "not_owed", "restraints", "lawful"]
    debtors = {d["debtor"] for d in answer["duties"] if d["alliance"] == "csto" and d["article"] == "4" and d["owed"]}
    assert debtors == {"BLR", "KAZ", "KGZ", "RUS", "TJK"}
    (reason,) = [r for r in answer["duties"][-1]["reasons"] if r["condition"] == "request"]
    assert set(reason) == {"condition", "holds", "because", "basis", "source"}


def test_due_puts_debtors_with_the_same_reasons_on_one_line_and_says_why():
    lines = told(*CASE, "--not-requested", "--format", "md").splitlines()
    (line,) = [row for row in lines if row.startswith("| csto | 4 | defence")]
    assert "| no | ARM did not ask [text] |" in line


def test_due_as_csv_has_one_row_for_each_pair():
    rows = list(csv.DictReader(io.StringIO(told(*CASE, "--format", "csv"))))
    assert len([r for r in rows if (r["alliance"], r["article"]) == ("csto", "4")]) == 5
    assert {r["owed"] for r in rows} <= {"yes", "no", "unknown"}


def test_asked_and_not_asked_exclude_each_other():
    result = CliRunner().invoke(program, [*CASE, "--requested", "2022-09-13", "--not-requested"])
    assert result.exit_code == 2 and "exclude each other" in result.output


def test_the_ledger_as_csv_names_the_facts_it_rests_on():
    rows = list(csv.DictReader(io.StringIO(told("ledger", "CSTO", "--crisis", "armenia_2022", "--format", "csv"))))
    assert {r["crisis"] for r in rows} == {"armenia_2022"}
    assert any("armenia_2022_mission" in r["evidence"] for r in rows)


def test_the_ledger_has_a_table_for_each_account_and_one_line_for_those_who_did_alike():
    page = told("ledger", "warsaw pact", "--crisis", "czechoslovakia_1968", "--format", "md")
    assert "## czechoslovakia_1968, 1968-08-20; account: czechoslovakia_1968_prague" in page
    assert "| warsaw_pact | 1 | RUS, BGR, HUN, POL, DDR | CSK | yes | not_kept | it used force against CSK |" in page


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("ledger", "csto", "--on", "1980"), "did not exist on 1980"),
        (("ledger", "csto", "--on", "3000-01-01"), "the record goes to"),
        (("ledger", "all", "--on", "3000-01-01"), "the record goes to"),
        (("wordings", "csto", "--compare", "1990-01-01", "2022-01-01"), "did not exist on 1990-01-01: it was founded"),
        (("wordings", "csto", "--compare", "2012-01-01", "3000-01-01"), "the record goes to"),
        (("wordings", "warsaw-pact", "--compare", "1960", "1995"), "it ended 1991-07-01"),
        (("ledger", "csto", "--crisis", "armenia_2021"), "did you mean armenia_202"),
        (("wordings", "csto", "--article", "44"), "no wording of Article 44"),
    ],
)
def test_what_there_is_not_is_said(args, said):
    with pytest.raises(FoedusError, match=said):
        CliRunner().invoke(program, args, catch_exceptions=False)


def test_the_text_of_a_wording_has_the_width_of_the_page_and_csv_keeps_it_in_its_row():
    page = told("wordings", "nato", "--article", "5")
    text = page[page.index("Article 5, North Atlantic Treaty") :]
    assert max(len(line.rstrip()) for line in text.splitlines()) > 120
    (row,) = csv.DictReader(io.StringIO(told("wordings", "nato", "--article", "5", "--format", "csv")))
    assert row["text"].startswith("The Parties agree")


def test_wordings_compare_two_days_field_by_field():
    page = told("wordings", "csto", "--article", "4", "--compare", "2008-01-01", "2020-01-01", "--format", "md")
    assert "| 4 | defence | on_request |  | yes |" in page

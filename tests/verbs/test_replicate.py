"""Published numbers beside the ones counted again."""

import pytest
from click.testing import CliRunner

from foedus.cli.replicate import command
from foedus.nouns import FoedusError
from foedus.verbs.replicate import replicate_atop_counts, replicate_bf2018

COLUMNS = (
    "warid atopid cowwarid sample multilateral defense offense neutral nonagg consul dnaLLM honorLLM sabroskyhonorllm"
)
ROWS = [
    (1, 1005, 1, 1, 0, 1, 0, 0, 0, 0, 0, 1, 1),
    (1, 1010, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1),
    (2, 1010, None, 1, 1, 1, 0, 0, 0, 1, 1, None, None),
    (3, 3005, 5, 0, 1, 1, 1, 0, 1, 0, 0, 0, 0),
]


def stata(path, rows=ROWS, columns=COLUMNS):
    import pandas

    frame = pandas.DataFrame(rows, columns=columns.split())
    frame.astype("float64").to_stata(path, write_index=False)
    return path


def test_kept_of_due_is_counted_by_period_obligation_and_rule(tmp_path):
    answer = replicate_bf2018(stata(tmp_path / "bf.dta"))
    shown = {(row.what, row.rule): row.kept_due for row in answer.rows}
    assert shown["all, 1816-2003", "all-members"] == "1/3"
    assert shown["all, 1816-2003", "any-ally"] == "2/3"
    assert (shown["1816-1944", "all-members"], shown["1945-2003", "all-members"]) == ("1/2", "0/1")
    assert (shown["defence", "all-members"], shown["nonaggression", "all-members"]) == ("1/2", "0/2")


def test_each_published_rate_stands_beside_ours_and_says_whether_it_is_equal(tmp_path):
    rows = replicate_bf2018(stata(tmp_path / "bf.dta")).rows
    published = [row.published for row in rows if row.published]
    assert published == ["73/146", "61/92", "12/54", "42/102", "31/42", "35/45", "18/49", "84/146"]
    assert all(row.equal is False for row in rows if row.published)


def test_a_file_with_the_published_numbers_is_equal(tmp_path):
    def some(kept, due, **more):
        base = dict.fromkeys(COLUMNS.split(), 0) | more
        first = 1000 * sum(more.values())
        return [
            tuple((base | {"warid": first + n, "honorLLM": n < kept, "sabroskyhonorllm": n < kept}).values())
            for n in range(due)
        ]

    answer = replicate_bf2018(stata(tmp_path / "bf.dta", some(61, 92, sample=1) + some(12, 54)))
    equal = {row.what for row in answer.rows if row.equal}
    assert {"all, 1816-2003", "1816-1944", "1945-2003"} <= equal and not answer.equal


@pytest.mark.parametrize(
    ("columns", "rows", "says"),
    [(COLUMNS.replace("honorLLM", "honourLLM"), ROWS, "honorLLM"), (COLUMNS, ROWS[:0], "no rows")],
)
def test_a_renamed_column_and_no_rows_are_named(tmp_path, columns, rows, says):
    with pytest.raises(FoedusError, match=says):
        replicate_bf2018(stata(tmp_path / "bf.dta", rows, columns))


def test_an_alliance_that_stands_twice_in_a_war_and_a_code_that_is_none_are_named(tmp_path):
    with pytest.raises(FoedusError, match="war 1 and alliance 1005 stand in rows 1, 5"):
        replicate_bf2018(stata(tmp_path / "twice.dta", [*ROWS, ROWS[0]]))
    with pytest.raises(FoedusError, match="row 1: honorllm is 7"):
        replicate_bf2018(stata(tmp_path / "seven.dta", [(*ROWS[0][:11], 7, 1), *ROWS[1:]]))


def test_what_the_file_does_not_code_is_said_with_how_it_is_counted(tmp_path):
    rows = [(*ROWS[0][:10], None, 1, 1), (*ROWS[1][:11], None, 1), *ROWS[2:]]
    due, kept = replicate_bf2018(stata(tmp_path / "bf.dta", rows)).notes
    assert due == "in 1 rows dnaLLM is missing: counted as due" and kept.endswith("counted as not kept")


def test_a_number_that_is_not_the_published_one_ends_the_command_with_1(tmp_path):
    ended = CliRunner().invoke(command, ["bf2018", "--data", str(stata(tmp_path / "bf.dta"))])
    assert ended.exit_code == 1 and "73/146" in ended.output


def test_what_is_no_stata_file_is_named(tmp_path):
    (tmp_path / "bf.dta").write_text("hello")
    with pytest.raises(FoedusError, match="no Stata file") as told:
        replicate_bf2018(tmp_path / "bf.dta")
    assert "105" not in str(told.value)


@pytest.mark.shared
def test_atop_s_counts_are_equal(shared):
    answer = replicate_atop_counts(shared / "data/atop")
    assert answer.equal
    more = [row.computed for row in answer.rows if row.what.startswith("of the 34")]
    assert sum(more) == 34

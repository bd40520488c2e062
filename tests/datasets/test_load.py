import duckdb
import pytest

from foedus.datasets import dataset, load, names
from foedus.nouns import FoedusError

MAJORS = "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version"


def read_majors(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "majors2016.csv"
    path.write_bytes(text.encode(encoding))
    connection = duckdb.connect()
    loaded = load(connection, "states", path, ["cow_majors"])
    return connection.execute("SELECT ccode, styear, line FROM cow_majors ORDER BY line").fetchall(), loaded


def test_a_file_becomes_a_typed_table_that_knows_its_lines(tmp_path):
    rows, (loaded,) = read_majors(tmp_path, f"{MAJORS}\nAAA,2,1898,8,13,2016,12,31,2016\nBBB,20.0,1900,1,1,,,,2016\n")
    assert rows == [(2, 1898, 2), (20, 1900, 3)]
    assert (loaded.rows, loaded.published, loaded.as_published) == (2, 14, False)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_of_the_three_ways(tmp_path, ending):
    lines = [MAJORS, "AAA,2,1898,8,13,2016,12,31,2016", "BBB,20,1900,1,1,2016,12,31,2016", ""]
    rows, _ = read_majors(tmp_path, ending.join(lines))
    assert [row[0] for row in rows] == [2, 20]


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    rows, _ = read_majors(tmp_path, f"{MAJORS}\nAAA,2,1898,8,13,2016,12,31,2016\n", "utf-8-sig")
    assert rows == [(2, 1898, 2)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        (f"{MAJORS}\n", "no rows"),
        (f"{MAJORS.replace('styear', 'st_year')}\nAAA,2,1898,8,13,2016,12,31,2016\n", "did st_year stand for styear"),
        (f"{MAJORS}\nAAA,2,1898,8,13,2016,12,31,2011\n", "version 2011, and foedus knows 2016"),
        (f"{MAJORS}\nAAA,2,1898,8,13,2016,12,31,2016\nAAA,two,1898,8,13,2016,12,31,2016\n", "line 3: ccode is 'two'"),
        (f"{MAJORS}\nAAA,2.5,1898,8,13,2016,12,31,2016\n", "line 2: ccode is '2.5'"),
        (f"{MAJORS}\nAAA,2,1898,8,13,2016,12,31,2016\nAAA,2,1898,8,13,1999,1,1,2016\n", "ccode 2.*lines 2, 3"),
        (f"{MAJORS},ccode\nAAA,2,1898,8,13,2016,12,31,2016,2\n", "ccode stands twice"),
        (f"{MAJORS}\nAAA,2,1898,8,13\n", "majors2016.csv"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_by_name(tmp_path, text, said):
    with pytest.raises(FoedusError, match=said):
        read_majors(tmp_path, text)


def test_a_file_of_another_table_is_recognised(tmp_path):
    path = tmp_path / "majors2016.csv"
    path.write_text("ccode1,ccode2,year,in_ps\n1,2,1990,1\n")
    with pytest.raises(FoedusError, match="reads like false_dyads"):
        load(duckdb.connect(), "states", path, ["cow_majors"])


def test_a_folder_without_the_file_is_told_what_it_holds(tmp_path):
    (tmp_path / "other.csv").touch()
    with pytest.raises(FoedusError, match=r"no majors2016.csv here .*holds other.csv"):
        load(duckdb.connect(), "states", tmp_path, ["cow_majors"])
    with pytest.raises(FoedusError, match="no such folder"):
        load(duckdb.connect(), "states", tmp_path / "nowhere", ["cow_majors"])


def test_an_unknown_data_set_is_answered_with_the_nearest():
    with pytest.raises(FoedusError, match="did you mean states"):
        dataset("statess")


@pytest.mark.parametrize("name", names())
def test_every_sheet_says_what_it_is_and_whom_to_cite(name):
    sheet = dataset(name)
    assert sheet.name == name and sheet.title and sheet.licence
    assert sheet.citation.strip().startswith("@") and sheet.citation.count("{") == sheet.citation.count("}")
    for table in sheet.tables:
        assert all(column.meaning for column in table.columns.values()), table.name
        assert set(table.key) <= set(table.columns), table.name


FOLDERS = {"contiguity": "capabilities", "capitals": "capabilities", "democracy": "capabilities"}
"""The folder of a data set in the outside data, where its name is another."""


@pytest.mark.shared
@pytest.mark.parametrize(
    "name",
    ["atop", "capabilities", "capitals", "contiguity", "democracy", "icb", "igo", "mid", "states", "ucdp", "wars"],
)
def test_the_publisher_s_files_are_as_the_sheet_says(name, shared):
    sheet, folder = dataset(name), shared / "data" / FOLDERS.get(name, name)
    there = [t.name for t in sheet.tables if any(next(folder.glob(pattern), None) for pattern in t.files)]
    loaded = load(duckdb.connect(), name, folder, there)
    assert loaded and all(one.as_published and len(one.sha256) == 64 for one in loaded)


def test_a_spell_that_ends_before_it_begins_is_refused_with_its_line(tmp_path):
    good = "AAA,2,1898,8,13,2016,12,31,2016"
    with pytest.raises(FoedusError, match=r"ends before it begins: line 3: from 1900-1-1 to 1700-12-31"):
        read_majors(tmp_path, f"{MAJORS}\n{good}\nBBB,20,1900,1,1,1700,12,31,2016\n")
    with pytest.raises(FoedusError, match="from 1900-5-2 to 1900-5-1"):
        read_majors(tmp_path, f"{MAJORS}\n{good}\nBBB,20,1900,5,2,1900,5,1,2016\n")
    rows, _ = read_majors(tmp_path, f"{MAJORS}\nBBB,20,1900,5,2,1900,5,2,2016\n")
    assert rows == [(20, 1900, 2)], "one day is a spell"

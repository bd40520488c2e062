"""What leaves the program: data frames and files, each with its codebook."""

import duckdb
import pandas
import polars
import pyarrow
import pytest

from foedus.nouns import FoedusError
from foedus.panel import alliances, disputes, dyad_years, state_names, state_years


@pytest.fixture
def panel(states, atop, mid):
    return dyad_years(states, last_year=2016, among=(10, 40)).add(alliances(atop), disputes(mid))


def test_every_way_out_gives_the_same_rows_and_keeps_the_unknown(panel):
    rows = panel.relation().fetchall()
    assert panel.arrow().num_rows == len(panel.pandas()) == panel.polars().height == len(rows)
    assert isinstance(panel.arrow(), pyarrow.Table) and isinstance(panel.polars(), polars.DataFrame)
    later = panel.pandas().query("year == 2015")
    assert later.cowmidonset.isna().all() and (later.atop_defense == 0).all()
    assert str(later.cowmidonset.dtype) == "Int8"


def test_a_stata_file_has_labels_and_missing_values(panel, tmp_path):
    panel.write(tmp_path / "panel.dta")
    with pandas.read_stata(tmp_path / "panel.dta", iterator=True) as reader:
        labels, table = reader.variable_labels(), reader.read()
    assert labels["cowmidonset"] == "1: a dispute of the pair began"
    assert table.query("year == 2015").cowmidonset.isna().all()
    assert table.query("year == 1870").cowmidonset.tolist() == [1, 1]


def test_a_csv_file_leaves_the_unknown_empty(panel, tmp_path):
    panel.write(tmp_path / "panel.csv")
    lines = (tmp_path / "panel.csv").read_text().splitlines()
    assert lines[0].startswith("ccode1,ccode2,year,atop_alliance")
    assert lines[-1].startswith("40,10,2016,1,0,0,0,0,1,,,")


def test_beside_each_file_lies_a_codebook_with_sources_and_citations(panel, tmp_path):
    written = panel.write(tmp_path / "panel.parquet")
    book = (tmp_path / "panel.codebook.md").read_text()
    for column in panel.relation().columns:
        assert f"| {column} |" in book
    assert "states2016.csv: 4 rows (as published 243), sha256 " in book
    assert "1815-2018" in book and "@article{leedsetal2002atop" in book and "@article{palmer2022mid5" in book
    assert written.rows == duckdb.read_parquet(written.table).count("*").fetchall()[0][0]
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".foedus")], "nothing half-written is left"


def test_a_file_that_fails_leaves_the_old_one(panel, tmp_path):
    (tmp_path / "panel.csv").write_text("old")
    with pytest.raises(FoedusError, match="no condition on columns of the panel"):
        panel.where("colour = 1").write(tmp_path / "panel.csv")
    assert (tmp_path / "panel.csv").read_text() == "old"


@pytest.mark.parametrize(("name", "said"), [("panel.xlsx", "name it .parquet"), ("none/panel.csv", "no folder")])
def test_where_a_panel_cannot_be_written(panel, tmp_path, name, said):
    with pytest.raises(FoedusError, match=said):
        panel.write(tmp_path / name)


def test_names_of_the_states(states):
    named = dict(state_years(states, years=(1850, 1850)).add(state_names()).relation().project("ccode, name").fetchall())
    assert named == {10: "Asteria", 20: "Borland", 40: "Dunmark"}

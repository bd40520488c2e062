"""The frames and verbs against the output of peacesciencer 1.2.9, cell for cell."""

import duckdb
import pytest

from foedus.datasets import load
from foedus.panel import alliances, disputes, dyad_years, state_years

pytestmark = pytest.mark.shared


def difference(ours, theirs):
    """How many rows, by all columns, are in one table only."""
    columns = duckdb.read_parquet(str(theirs)).columns
    assert duckdb.read_parquet(str(ours)).columns == columns
    one, two = f"FROM '{ours}'", f"FROM '{theirs}'"
    return duckdb.sql(
        f"SELECT (SELECT count(*) FROM ({one} EXCEPT ALL {two})) + (SELECT count(*) FROM ({two} EXCEPT ALL {one}))"
    ).fetchall()[0][0]


def test_the_directed_frame_is_peacesciencer_s(shared, tmp_path):
    dyad_years(shared / "data/states", last_year=2025).write(tmp_path / "a.parquet")
    assert difference(tmp_path / "a.parquet", shared / "data/panel_expected/a_dyadyears.parquet") == 0


def test_alliances_and_disputes_are_peacesciencer_s_where_that_is_asked_for(shared, tmp_path):
    panel = dyad_years(shared / "data/states", last_year=2025, like_peacesciencer=True)
    panel.add(alliances(shared / "data/atop"), disputes(shared / "data/mid")).write(tmp_path / "b.parquet")
    assert difference(tmp_path / "b.parquet", shared / "data/panel_expected/b_dyad_atop_mids.parquet") == 0


def test_the_pairs_that_never_met_are_the_listed_ones(shared):
    connection = duckdb.connect()
    load(connection, "states", shared / "data/states", ["false_dyads"])
    listed = connection.execute("SELECT ccode1, ccode2, year FROM false_dyads").fetchall()
    frame = dyad_years(shared / "data/states", last_year=2025, directed=False).relation()
    there = frame.filter(f"(ccode1, ccode2, year) IN ({', '.join(map(str, listed))})").fetchall()
    assert len(listed) == 60 and there == []


def test_what_a_state_owes_to_someone_is_as_in_atop_s_state_years(shared):
    rows = state_years(shared / "data/states", last_year=2018).add(alliances(shared / "data/atop")).build()
    differ = " OR ".join(f"atop_{kind} <> {kind}" for kind in ("defense", "offense", "neutral", "nonagg", "consul"))
    released = f"read_csv('{shared / 'data/atop/atop5_1sy.csv'}')"
    joined = f"({rows.sql}) p LEFT JOIN {released} r ON ccode = state AND p.year = r.year"
    states = f"SELECT count(*) FROM {joined} WHERE (atop_alliance = 1) <> (state IS NOT NULL)"
    assert rows.connection.execute(states).fetchall() == [(0,)]
    found = rows.connection.execute(f"SELECT ccode, p.year FROM {joined} WHERE {differ}").fetchall()
    # three years of change, where the release counts the later text, and one state whose promise was towards nobody
    assert len(found) <= 17, found

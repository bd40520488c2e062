"""A corpus that cannot be used is refused with the file, the line and what to write."""

import duckdb
import pytest
from tests.rhetoric.world import BAND, DEATHS, HEAD, statements, write

from foedus.nouns import FoedusError
from foedus.rhetoric import corpus as corpora
from foedus.rhetoric.exposure import exposure
from foedus.rhetoric.peers import excess_in

ROWS = [("Ann", "AAA", "2010-02-01", "The Red Band attacked"), ("Ann", "AAA", "2010-02-02", "Milk is dear")]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (HEAD.replace('licence = "none needed"\n', ""), "missing required field `licence`"),
        (HEAD.replace("every statement of six leaders who do not exist", " "), "sample is empty"),
        (HEAD.replace("2011-12", "2009"), "until 2009 is before from 2010-01"),
        (HEAD.replace("2011-12", "soon"), "'soon' is no date"),
        (HEAD.replace("statements.csv", "none.csv"), "no file of statements"),
        (HEAD + "colour = 1\n", "unknown field `colour`"),
        (HEAD + "x\n", "corpus.toml: "),
    ],
)
def test_a_corpus_file_that_is_not_whole_is_named(tmp_path, head, said):
    with pytest.raises(FoedusError, match=r"corpus.toml|none.csv") as error:
        excess_in(write(tmp_path, head=head), BAND)
    assert said in str(error.value)


def test_a_missing_corpus_file_is_named(tmp_path):
    with pytest.raises(FoedusError, match=r"none.toml: No such file"):
        excess_in(tmp_path / "none.toml", BAND)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("speaker,state,day,content\nAnn,AAA,2010-01-01,war", "no column on; there are speaker, state, day, content"),
        ("speaker,state,on,content\nAnn,AAA,2010-01-01,war\nAnn,AAA,tomorrow,war", "line 3: no speaker, or 'tomorrow'"),
        ("speaker,state,on,content\n,AAA,2010-01-01,war", "line 2: no speaker"),
        ("speaker,state,on,content\nAnn,AAA,2010-01-01,milk", "no statement about security"),
        ("speaker,state,on,content", "no statement about security"),
    ],
)
def test_statements_that_cannot_be_counted_are_named(tmp_path, text, said):
    path = write(tmp_path)
    (tmp_path / "statements.csv").write_text(text + "\n")
    with pytest.raises(FoedusError, match=r"statements.csv") as error:
        excess_in(path, BAND)
    assert said in str(error.value)


def test_a_deaths_file_of_another_kind_is_named(tmp_path):
    path = write(tmp_path)
    (tmp_path / "ged.csv").write_text("event_id_cnty,event_date\nX1,2010-01-01\n")
    with pytest.raises(FoedusError, match=r"ged.csv: not the ged_events table of UCDP"):
        excess_in(path, BAND)


def taken_in(tmp_path, rows):
    path = write(tmp_path, rows)
    con = duckdb.connect()
    corpora.take_in(con, corpora.read(path), tmp_path, BAND)
    return con.execute("select speaker, content, naming from said order by id").fetchall()


def test_a_statement_counts_if_it_is_about_security_or_names_the_threat(tmp_path):
    rows = [*ROWS, ("Bob", "AAA", "2010-03-01", "RB is near"), ("Bob", "AAA", "2010-03-02", "a verb and a border")]
    assert taken_in(tmp_path, rows) == [
        ("Ann", "The Red Band attacked", True),
        ("Bob", "RB is near", True),
        ("Bob", "a verb and a border", False),
    ]


def test_json_lines_and_parquet_give_the_same_numbers(tmp_path):
    as_csv = excess_in(write(tmp_path), BAND)
    source = f"select * from read_csv('{tmp_path / 'statements.csv'}')"
    for name, form in (("statements.jsonl", "json"), ("statements.parquet", "parquet")):
        duckdb.execute(f"copy ({source}) to '{tmp_path / name}' (format {form})")
        path = write(tmp_path, head=HEAD.replace("statements.csv", name))
        assert excess_in(path, BAND) == as_csv
    assert len(list(statements())) == as_csv.statements


def deaths_near(tmp_path, km, month):
    path = write(tmp_path, ROWS, deaths=DEATHS.replace("500", str(km)))
    return exposure(duckdb.connect(), corpora.read(path), tmp_path, BAND).deaths.get(("AAA", month))


def test_exposure_counts_the_deaths_of_the_twelve_months_before_within_the_distance(tmp_path):
    year = sum((i * 5) % 9 for i in range(17, 29))
    assert deaths_near(tmp_path, 500, "2010-06") == year
    assert deaths_near(tmp_path, 70, "2010-06") == 0, "the events are 78 km away"


def test_acled_actors_count_by_the_threats_names(tmp_path):
    path = write(tmp_path, ROWS, deaths=DEATHS.replace("ged", "acled"))
    events = [f"X{i},2009-{i:02}-03,Red Band (North),Civilians,10,10,2" for i in range(1, 13)]
    events += ["X20,2008-01-01,Redder Band,,10,10,50", "X21,2012-01-01,Police,RB,10,10,50"]
    head = "event_id_cnty,event_date,actor1,actor2,latitude,longitude,fatalities"
    (tmp_path / "acled.csv").write_text("\n".join([head, *events]) + "\n")
    assert exposure(duckdb.connect(), corpora.read(path), tmp_path, BAND).deaths["AAA", "2010-01"] == 24

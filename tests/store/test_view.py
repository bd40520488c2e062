"""A view is a question with parameters; every shipped view runs, and what is wrong is said."""

import pytest
from tests.shelf.world import write

from foedus.nouns import FoedusError
from foedus.settings import Settings
from foedus.store import connect, run_view, view, views
from foedus.when import When

EDITION = When("2020-01-01")


@pytest.fixture(scope="module")
def con(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    write(folder / "record")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("foedus.settings.SHIPPED", folder / "record")
        with connect(Settings(workspace=folder)) as con:
            yield con


@pytest.mark.parametrize("name", [v.name for v in views()])
def test_every_view_runs_on_any_record(con, name):
    given = {p.name: "league" if p.type == "text" else "1955" for p in view(name).parameters if p.default is None}
    assert run_view(con, view(name), given, EDITION).description


def test_a_view_that_does_not_exist_names_the_near_one():
    with pytest.raises(FoedusError, match="did you mean members"):
        view("member")


def test_a_parameter_that_is_missing_is_named_with_what_it_is(con):
    with pytest.raises(FoedusError, match="members needs --alliance: the alliance's id"):
        run_view(con, view("members"), {}, EDITION)


def test_a_parameter_that_is_unknown_names_those_there_are(con):
    with pytest.raises(FoedusError, match="it takes --alliance, --on"):
        run_view(con, view("members"), {"aliance": "league"}, EDITION)


def test_a_date_that_is_none_is_said_with_its_parameter(con):
    with pytest.raises(FoedusError, match="members --on: 'tomorrow' is no date"):
        run_view(con, view("members"), {"alliance": "league", "on": "tomorrow"}, EDITION)

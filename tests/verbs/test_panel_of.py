"""Which verbs a user may choose is read off the verbs; foedus.toml names the folders."""

import sys
from pathlib import Path

import pytest

from foedus.nouns import FoedusError
from foedus.settings import Settings
from foedus.verbs.panel_of import choices, panel_of, panel_of_all

sys.path.insert(0, str(Path(__file__).parents[1] / "panel"))
from world import write

NMC = [{"ccode": 10, "year": 1990, "cinc": 0.5}]


def test_each_choice_says_what_it_takes():
    takes = {one.name: one.takes for one in choices()}
    assert takes["atop"] == "dataset" and takes["peace_years"] == "column" and takes["majors"] == "nothing"
    assert len(takes) == len(choices()), "two verbs with one option"
    assert all(one.help.endswith(".") and len(one.help) > 20 for one in choices())


def test_a_folder_given_goes_before_the_one_in_foedus_toml(tmp_path):
    known = Settings(datasets={"states": Path("a"), "nmc": Path("b")})
    (from_toml,) = panel_of("state_year", given={"nmc": True}, found=known).verbs
    (given,) = panel_of("state_year", given={"nmc": "c"}, found=known).verbs
    assert (from_toml.path, given.path) == ("b", "c")
    with pytest.raises(FoedusError, match="where is atop"):
        panel_of("dyad_year", given={"atop": True}, found=known)


def test_all_that_is_known_is_taken_as_far_as_it_fits_the_unit(tmp_path):
    folder = write(tmp_path / "nmc", "capabilities", "nmc", NMC)
    known = Settings(datasets={"states": tmp_path, "nmc": folder, "mid": tmp_path})
    names = [verb.name for verb in panel_of_all("state_year", found=known).verbs]
    assert names == ["codes", "capabilities"], "disputes and duties are about pairs"
    assert "disputes" in [verb.name for verb in panel_of_all("dyad_year", found=known).verbs]

"""ATOP's member file: who promised what, from which day to which, under which conditions."""

import pytest
from tests.datasets.atop_file import A, B, member, pact, write

from foedus.datasets import atop
from foedus.nouns import FoedusError
from foedus.when import When


def test_entry_and_exit_are_as_precise_as_they_are_coded(tmp_path):
    rows = [member(A, "1900-03-05", "1910-06-07"), member(B, "1900-03", "1910-06")]
    a, b = atop.read(write(tmp_path, *rows))
    assert (a.entry, a.exit) == (When("1900-03-05"), When("1910-06-07"))
    assert (b.entry, b.exit) == (When("1900-03"), When("1910-06"))


def test_an_alliance_still_in_effect_has_no_exit(tmp_path):
    assert all(pledge.exit is None for pledge in atop.read(write(tmp_path, *pact(A, B))))


def test_kinds_and_conditions_are_those_coded_1(tmp_path):
    (one,) = atop.read(write(tmp_path, member(A, defense=1, neutral=1, defcoadv=1, neucoatt=1, specthrt=1, statthr1=365)))
    assert one.kinds == ("defence", "neutrality")
    assert one.conditions == {"defcoadv", "neucoatt"}
    assert one.on("defence", "adversary") and not one.on("neutrality", "adversary")
    assert one.threats == (365,)


def test_what_is_missing_in_the_file_is_not_known(tmp_path):
    (one,) = atop.read(write(tmp_path, member(A, specthrt="", pubsecr="", termcaus="")))
    assert (one.threat, one.secret, one.cause) == (None, None, None)


def test_a_coded_column_is_said_in_words_with_its_page():
    assert atop.said("defconpr") == (
        "defence only if the ally did not provoke the adversary",
        "ATOP 5.1 codebook, p. 24, DEFCONPR",
    )


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("specthrt", 4, "an ongoing conflict"),
        ("termcaus", 6, "members fought each other"),
        ("pubsecr", 2, "wholly secret"),
        ("term", 0, ""),
        ("termmode", None, ""),
    ],
)
def test_a_code_stands_for_words(column, value, words):
    assert atop.code(column, value) == words


@pytest.mark.parametrize("wrong", ["renamed", "empty", "other version", "no file"])
def test_a_file_that_is_not_it_is_named(tmp_path, wrong):
    folder = write(tmp_path, *pact(A, B))
    path = folder / "atop5_1m.csv"
    text = path.read_text()
    if wrong == "renamed":
        path.write_text(text.replace("defcoadv", "defadv", 1))
    elif wrong == "empty":
        path.write_text(text.splitlines()[0] + "\n")
    elif wrong == "other version":
        path.write_text(text.replace("5.1", "3.0"))
    else:
        path.unlink()
    with pytest.raises(FoedusError) as error:
        atop.read(folder)
    named = {"renamed": "defcoadv", "empty": "no rows", "other version": "3.0", "no file": "atop5_1m.csv"}
    assert named[wrong] in str(error.value) and str(tmp_path) in str(error.value)


@pytest.mark.shared
def test_the_released_file_has_its_members(shared):
    pledges = atop.read(shared / "data/atop")
    assert len(pledges) == 2510
    assert len({pledge.alliance for pledge in pledges}) == 789

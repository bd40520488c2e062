"""Dated texts and what changed between them."""

import pytest

from foedus.nouns import FoedusError
from foedus.verbs.wordings import wordings


def test_article_4_of_the_collective_security_treaty_has_two_texts():
    answer = wordings("csto", "4")
    assert [one.wording.id for one in answer.wordings] == ["cst_4_1992", "cst_4_2010"]


def test_between_them_the_request_came_in_and_the_attacker_went_out():
    changed = {c.field: (c.before, c.after) for c in wordings("csto", "4", ("2008-01-01", "2020-01-01")).changes}
    assert changed["on_request"] == (None, "yes")
    assert changed["trigger"] == ("armed attack by state", "armed attack by state, group")
    assert changed["attack_by_party_counts"] == ("yes", "silent")
    assert "discharge" not in changed


def test_the_gap_of_1999_shows_as_a_change_of_status_alone():
    (change,) = wordings("csto", "4", ("1999-01-01", "1999-12-31")).changes
    assert (change.field, change.before, change.after) == ("status", "in force", "provisional")


def test_42_finds_42_7_and_an_article_there_is_none_of_is_named():
    assert {one.wording.article for one in wordings("eu", "42").wordings} == {"42(7)"}
    with pytest.raises(FoedusError, match="no wording of Article 99"):
        wordings("csto", "99")

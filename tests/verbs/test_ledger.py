"""The shipped record's ledger: verdicts checked by hand."""

import msgspec
import pytest

from foedus.ledger import Happenings, entries, happenings_of, promises_of
from foedus.obligation import Promises
from foedus.verbs import opened
from foedus.verbs.ledger import ledger


@pytest.fixture(scope="module")
def csto():
    return ledger("csto")


def verdicts(answer, crisis, article, reading=""):
    rows = [e for e in answer.entries if (e.crisis, e.article) == (crisis, article) and e.debtor]
    return {(e.owed, e.verdict) for e in rows if e.reading.endswith(reading)}


def test_in_january_2022_the_duty_was_unknown_and_the_troops_an_answer(csto):
    assert verdicts(csto, "kazakhstan_2022", "4", "council") == {(None, "answered")}
    assert verdicts(csto, "kazakhstan_2022", "4", "critics") == {(False, "answered")}


def test_in_september_2022_missions_did_not_keep_article_4_but_the_session_kept_article_2(csto):
    assert verdicts(csto, "armenia_2022", "4") == {(True, "not_kept")}
    assert verdicts(csto, "armenia_2022", "2") == {(True, "kept")}


def test_with_a_laxer_discharge_the_missions_would_have_kept_it():
    shelf = opened.shelf()
    lax = [msgspec.structs.replace(w, discharge="deem_necessary") if w.id == "cst_4_2010" else w for w in shelf.wordings]
    promises = Promises(lax, shelf.treaties, shelf.memberships, shelf.parties, shelf.places)
    rows = entries(shelf.crises, promises, happenings_of(shelf), shelf.edition.date, "csto")
    assert {e.verdict for e in rows if e.debtor and (e.crisis, e.wording) == ("armenia_2022", "cst_4_2010")} == {"kept"}


def test_without_requests_in_the_record_nobody_knows_whether_help_was_owed():
    shelf = opened.shelf()
    happenings = Happenings((), shelf.responses, shelf.aid, shelf.operations, shelf.bodies)
    rows = list(entries(shelf.crises, promises_of(shelf), happenings, shelf.edition.date, "csto"))
    assert {e.owed for e in rows if e.debtor and (e.crisis, e.wording) == ("armenia_2022", "cst_4_2010")} == {None}


def test_karabakh_lay_outside_and_russias_own_peacekeepers_stand_beside(csto):
    assert verdicts(csto, "karabakh_2020", "4") == {(False, "not_due")}
    (row,) = [e for e in csto.entries if (e.crisis, e.article, e.debtor) == ("karabakh_2020", "4", "RUS")]
    assert "beside it, bilaterally" in row.reason


def test_eight_members_who_felt_threatened_were_owed_talks_and_the_council_met():
    nato = ledger("nato", crisis="eastern_members_2022")
    assert verdicts(nato, "eastern_members_2022", "4") == {(True, "kept")}
    assert verdicts(ledger("nato", crisis="poland_2014"), "poland_2014", "4") == {(True, "kept")}


def test_help_to_hungary_which_had_declared_its_exit_is_disputed_and_not_broken():
    pact = ledger("warsaw_pact", crisis="hungary_1956")
    assert verdicts(pact, "hungary_1956", "4", "nagy") == {(None, "disputed")}
    soviet = {e.debtor: e.verdict for e in pact.entries if e.article == "4" and e.reading.endswith("soviet")}
    assert soviet.pop("RUS") == "disputed" and set(soviet.values()) == {"not_due"}


def test_the_invaders_of_1968_answered_nothing_undisputed():
    rows = ledger("warsaw_pact", crisis="czechoslovakia_1968").entries
    assert {e.verdict for e in rows if e.debtor in ("RUS", "BGR", "HUN", "POL") and e.reading.endswith("five")} == {
        "disputed"
    }


def test_two_members_at_blows_are_told_both_ways(csto):
    rows = [e for e in csto.entries if e.crisis == "kgz_tjk_2022_09" and e.article == "1"]
    assert {(e.debtor, e.creditor) for e in rows} == {("KGZ", "TJK"), ("TJK", "KGZ")}
    assert len({e.reading for e in rows}) == 2


def test_every_entry_names_facts_of_the_record_and_totals_add_up(csto):
    ids = {fact.id for _, fact in opened.shelf().facts()}
    assert all(set(e.evidence) <= ids for e in csto.entries)
    every = csto.totals.all
    assert every.entries == len(csto.entries) == every.owed + every.not_owed + every.unknown
    assert sum(c.entries for c in csto.totals.by_decade.values()) == every.entries
    assert sum(every.verdicts.values()) == every.entries
    once, pairs = every.distinct, {(e.crisis, e.article, e.kind, e.debtor, e.creditor) for e in csto.entries if e.debtor}
    assert once.duties == len(pairs) == sum(once.verdicts.values())
    assert once.duties == once.owed + once.not_owed + once.unknown + once.differ


def test_a_ledger_as_of_an_earlier_day_knows_no_later_crisis():
    assert {e.crisis for e in ledger("csto", "2000-01-01").entries} <= {"batken_1999"}

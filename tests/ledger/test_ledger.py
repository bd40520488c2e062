"""What became of duties in made-up crises, worked out by hand."""

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.obligation.world import ARMED, MEMBERS, ON_REQUEST, SILENT, asked, member, period, promises, wording

from foedus.ledger import Happenings, entries, is_collective, performances, totals
from foedus.nouns import Aid, Body, Contribution, Crisis, Operation, Reading, Response, Term, Trigger
from foedus.when import When

EDITION = When("2020-01-01")


def crisis(kind="interstate_attack", places=("AAA",), until="2000-07-01", readings=None, **more):
    readings = readings or (Reading(id="r", by="AAA", victims=("AAA",), aggressors=("XXX",)),)
    end = When(until) if until else None
    return Crisis(
        id="c", name="C", kind=kind, places=places, readings=readings, from_=When("2000-06-01"), until=end, **more
    )


def answer(form, by="pact", name="pact", on="2000-06-05", **more):
    return Response(
        id=f"{by}_{form}_{more.get('polarity', 'done')}",
        crisis="c",
        by=by,
        on=When(on),
        form=form,
        in_name_of=name,
        **more,
    )


def aid(giver, form="troops", name="bilateral"):
    return Aid(
        id=f"aid_{giver}_{form}",
        giver=giver,
        receiver="AAA",
        form=form,
        on=When("2000-06-04"),
        in_name_of=name,
        crisis="c",
    )


def told(*wordings, crises=(), requests=(), responses=(), aids=(), operations=(), members=MEMBERS, bodies=()):
    happenings = Happenings(requests, responses, aids, operations, bodies)
    return list(entries(crises or (crisis(),), promises(*wordings, members=members), happenings, EDITION))


def verdicts(rows):
    return {row.debtor: row.verdict for row in rows if row.debtor}


def test_troops_in_the_alliances_name_keep_the_promise_of_every_member():
    rows = told(wording(discharge="armed"), responses=(answer("troops"),))
    assert verdicts(rows) == dict.fromkeys(("BBB", "CCC", "DDD"), "kept")
    assert rows[0].evidence == ("pact_troops_done",)


def test_a_collective_act_counts_only_for_those_who_sent_a_share():
    sent = answer("troops", contributions=(Contribution(state="BBB", number=100),))
    refused = answer("materiel", polarity="refused")
    rows = told(wording(discharge="armed"), responses=(sent, refused))
    assert verdicts(rows) == {"BBB": "kept", "CCC": "not_kept", "DDD": "not_kept"}


def test_a_bilateral_act_discharges_no_collective_duty_but_stands_beside_it():
    rows = told(wording(discharge="armed"), responses=(answer("statement"),), aids=(aid("BBB"),))
    assert verdicts(rows)["BBB"] == "not_kept"
    assert "beside it, bilaterally: troops 2000-06-04" in rows[0].reason


def test_a_bilateral_act_does_discharge_where_each_party_decides_for_itself_or_only_two_made_the_pact():
    each = wording(discharge="armed", who_decides=Term(value="each party"))
    assert verdicts(told(each, aids=(aid("BBB"),)))["BBB"] == "kept"
    assert verdicts(told(wording(discharge="armed"), aids=(aid("BBB"),), members=MEMBERS[:2])) == {"BBB": "kept"}


def test_consulting_is_never_done_alone_among_more_than_two():
    assert is_collective(wording("consultation", who_decides=Term(value="each party may call for it")), 3)


@pytest.mark.parametrize(
    ("discharge", "expected"),
    [
        ("consult", "unknown"),
        ("deem_necessary", "kept"),
        ("any_help", "partly_kept"),
        ("material_or_armed", "not_kept"),
        ("armed", "not_kept"),
    ],
)
def test_a_mission_keeps_what_the_words_of_the_promise_make_of_it(discharge, expected):
    rows = told(wording(discharge=discharge), requests=(asked(),), responses=(answer("mission"),))
    assert set(verdicts(rows).values()) == {expected}


def test_a_duty_on_which_the_record_holds_no_answer_is_unknown_not_broken():
    assert set(verdicts(told(wording())).values()) == {"unknown"}


def test_a_statement_does_not_tell_whether_there_were_consultations_but_is_no_help():
    pact = (wording("consultation", article="2", discharge="consult"), wording(discharge="any_help"))
    rows = told(*pact, responses=(answer("statement"),))
    assert {(row.article, row.verdict) for row in rows} == {("2", "unknown"), ("4", "not_kept")}


@pytest.mark.parametrize("form", ["mission", "mediation", "money", "logistics", "materiel", "troops"])
def test_sending_help_or_visitors_is_not_consulting_and_does_not_tell_that_nobody_consulted(form):
    talks = wording("consultation", article="2", discharge="consult")
    assert set(verdicts(told(talks, responses=(answer(form),))).values()) == {"unknown"}
    assert set(verdicts(told(talks, responses=(answer(form), answer("consultation")))).values()) == {"kept"}


def test_refusing_troops_is_not_refusing_to_consult():
    pact = wording("consultation", article="2", discharge="consult")
    assert set(verdicts(told(pact, responses=(answer("troops", polarity="refused"),))).values()) == {"unknown"}
    assert set(verdicts(told(pact, responses=(answer("consultation", polarity="refused"),))).values()) == {"not_kept"}


def test_help_where_it_was_not_owed_or_not_known_to_be_is_an_answer():
    contested = Reading(id="claimed", by="AAA", victims=("AAA",), attacker="group", contested=True)
    inside = Reading(id="critics", by="critics", victims=("AAA",), attacker="inside")
    unrest = crisis("internal_unrest", readings=(contested, inside))
    rows = told(wording(trigger=ARMED), crises=(unrest,), requests=(asked(),), responses=(answer("troops"),))
    assert {(row.reading, row.owed, row.verdict) for row in rows} == {
        ("claimed", None, "answered"),
        ("critics", False, "answered"),
    }


def test_where_nothing_was_owed_and_nothing_done_nothing_was_due():
    rows = told(wording(on_request=ON_REQUEST), requests=(asked(form="none"),))
    assert set(verdicts(rows).values()) == {"not_due"} and rows[0].reason == "not owed: AAA did not ask"


def test_a_contested_attack_that_nobody_answered_is_disputed():
    claimed = crisis(readings=(Reading(id="r", by="AAA", victims=("AAA",), aggressors=("XXX",), contested=True),))
    assert set(verdicts(told(wording(trigger=ARMED), crises=(claimed,))).values()) == {"disputed"}


def test_troops_that_another_account_calls_the_attack_are_no_help_but_disputed():
    invaded = Reading(id="invaded", by="AAA", victims=("AAA",), aggressors=("BBB",), backers=("CCC",))
    invited = Reading(id="invited", by="BBB", victims=("AAA",), attacker="inside", contested=True)
    sent = answer("troops", contributions=(Contribution(state="BBB"),))
    rows = told(wording(trigger=ARMED), crises=(crisis(readings=(invaded, invited)),), responses=(sent,))
    assert {(row.reading, row.debtor): row.verdict for row in rows} == {
        ("invaded", "DDD"): "unknown",
        ("invited", "BBB"): "disputed",
        ("invited", "CCC"): "disputed",
        ("invited", "DDD"): "not_due",
    }


def test_what_was_owed_to_one_that_had_declared_its_exit_is_disputed_and_so_is_the_restraint():
    members = [msgspec.structs.replace(member("AAA"), exit_declared=When("2000-05-01")), *MEMBERS[1:]]
    pact = (wording(), wording("nonaggression", article="1", discharge="abstain"))
    attacked = crisis(readings=(Reading(id="r", by="AAA", victims=("AAA",), aggressors=("BBB",)),))
    rows = told(*pact, crises=(attacked,), responses=(answer("none"),), members=members)
    assert {(row.article, row.debtor, row.verdict) for row in rows} == {
        ("4", "CCC", "disputed"),
        ("4", "DDD", "disputed"),
        ("1", "BBB", "disputed"),
    }


def test_that_nothing_was_done_under_one_article_tells_nothing_of_another():
    pact = (wording(), wording("consultation", article="2", discharge="consult"))
    rows = told(*pact, responses=(answer("none", article="4"),))
    assert {(row.article, row.verdict) for row in rows} == {("4", "not_kept"), ("2", "unknown")}


def test_a_victim_that_did_not_ask_where_it_need_not_waives_and_so_does_one_that_declines():
    assert set(verdicts(told(wording(), requests=(asked(form="none"),))).values()) == {"waived"}
    declined = answer("troops", by="AAA", name="bilateral", polarity="refused")
    assert set(verdicts(told(wording(), responses=(declined,))).values()) == {"waived"}


def test_a_victim_that_asked_only_for_talks_waives_help_but_one_that_asked_for_help_wants_talks_too():
    pact = (wording(), wording("consultation", article="2", discharge="consult"))
    talks = told(*pact, requests=(asked(article="2", form="consultation"),), responses=(answer("statement"),))
    assert {(row.article, row.verdict) for row in talks} == {("4", "waived"), ("2", "unknown")}
    help = told(*pact, requests=(asked(article="4"),), responses=(answer("statement"),))
    assert {(row.article, row.verdict) for row in help} == {("4", "not_kept"), ("2", "unknown")}


def test_where_each_decides_for_itself_an_organs_words_do_not_tell_what_its_members_did():
    each = wording(discharge="all_means", who_decides=Term(value="each party"))
    assert set(verdicts(told(each, responses=(answer("statement"),))).values()) == {"unknown"}
    nobody = answer("none")
    assert set(verdicts(told(each, responses=(nobody,))).values()) == {"not_kept"}


def test_a_mere_threat_does_not_tell_of_force():
    a = Reading(id="r", by="AAA", victims=("AAA",), aggressors=("BBB",))
    pact = wording("nonaggression", article="1", discharge="abstain")
    rows = told(pact, crises=(crisis("threat", readings=(a,)),))
    assert {(row.debtor, row.verdict) for row in rows} == {("BBB", "unknown")}


def test_declining_after_the_crisis_waives_nothing():
    late = answer("troops", by="AAA", name="bilateral", polarity="refused", on="2000-11-23")
    rows = told(wording(discharge="material_or_armed"), responses=(answer("mission"), late))
    assert set(verdicts(rows).values()) == {"not_kept"}


def test_an_answer_put_off_is_pending_and_overtaken_when_the_crisis_ends_first():
    put_off = answer("troops", polarity="deferred")
    assert set(verdicts(told(wording(), crises=(crisis(until=None),), responses=(put_off,))).values()) == {"pending"}
    assert set(verdicts(told(wording(), responses=(put_off,))).values()) == {"overtaken"}


def test_a_request_under_another_article_or_to_another_body_is_no_request():
    pact = wording(on_request=ON_REQUEST)
    assert {row.owed for row in told(pact, requests=(asked(article="2"),))} == {None}
    assert {row.owed for row in told(pact, requests=(asked(to="BBB"),))} == {None}
    council = Body(id="council", of="pact", name="Council")
    assert {row.owed for row in told(pact, requests=(asked(to="council"),), bodies=(council,))} == {True}


def test_each_reading_has_its_own_attacker_and_that_the_attacked_did_not_attack_counts_for_nothing():
    a = Reading(id="by_a", by="AAA", victims=("AAA",), aggressors=("BBB",))
    b = Reading(id="by_b", by="BBB", victims=("BBB",), aggressors=("AAA",), contested=True)
    rows = told(wording("nonaggression", article="1", discharge="abstain"), crises=(crisis(readings=(a, b)),))
    assert {(row.reading, row.debtor, row.verdict) for row in rows} == {
        ("by_a", "BBB", "not_kept"),
        ("by_b", "AAA", "disputed"),
    }


def test_a_deployment_counts_as_troops_and_an_exercise_answers_nothing():
    sent = Operation(id="op", of="pact", name="Op", kind="deployment", crisis="c", from_=When("2000-06-05"))
    drill = Operation(id="ex", of="pact", name="Ex", kind="exercise", crisis="c", from_=When("2000-06-05"))
    assert set(verdicts(told(wording(discharge="armed"), operations=(sent,))).values()) == {"kept"}
    assert set(verdicts(told(wording(discharge="armed"), operations=(drill,))).values()) == {"unknown"}


def test_an_organs_act_is_its_owners_also_where_nobody_wrote_in_whose_name():
    council, army = Body(id="council", of="pact", name="Council"), Body(id="army", of="BBB", name="Army", kind="ministry")
    bodies = (council, army)
    by_council = answer("troops", by="council", name="bilateral")
    assert set(verdicts(told(wording(discharge="armed"), responses=(by_council,), bodies=bodies)).values()) == {"kept"}
    by_army = answer("troops", by="army", name="bilateral", to="AAA")
    pact = wording(discharge="armed", who_decides=Term(value="each party"))
    assert verdicts(told(pact, responses=(by_army,), bodies=bodies)) == {
        "BBB": "kept",
        "CCC": "unknown",
        "DDD": "unknown",
    }


def test_an_outsiders_crisis_is_told_once_where_the_alliance_spoke_to_it_or_its_own_member_attacked():
    outside = crisis(readings=(Reading(id="r", by="ZZZ", victims=("ZZZ",), aggressors=("YYY",)),))
    assert told(wording(), crises=(outside,)) == []
    (row,) = told(wording(), crises=(outside,), responses=(answer("statement"),))
    assert (row.debtor, row.verdict, row.reason) == (None, "not_due", "ZZZ is no party")
    ours = crisis(readings=(Reading(id="r", by="ZZZ", victims=("ZZZ",), aggressors=("AAA",)),))
    assert len(told(wording(), crises=(ours,))) == 1


def test_a_crisis_after_the_day_asked_for_is_not_in_the_ledger():
    happenings = Happenings()
    assert not list(entries((crisis(),), promises(wording()), happenings, When("1999-12-31")))


def test_totals_count_unknowns_beside_the_rest():
    pact = (wording(on_request=ON_REQUEST), wording("consultation", article="2", discharge="consult"))
    counts = totals(told(*pact, responses=(answer("consultation"),)))
    assert (counts.all.entries, counts.all.crises, counts.all.owed, counts.all.unknown) == (6, 1, 3, 3)
    assert counts.by_article["pact 2"].verdicts == {"kept": 3}
    assert counts.by_article["pact 4"].verdicts == {"unknown": 3}
    assert set(counts.by_decade) == {"2000s"}


def test_a_duty_told_by_two_accounts_is_two_entries_and_one_duty():
    by_a = Reading(id="by_a", by="AAA", victims=("AAA",), aggressors=("XXX",))
    claimed = Reading(id="claimed", by="press", victims=("AAA",), aggressors=("XXX",), contested=True)
    inside = Reading(id="inside", by="critics", victims=("AAA",), attacker="inside")
    rows = told(wording(trigger=ARMED), crises=(crisis(readings=(by_a, claimed, inside)),), responses=(answer("troops"),))
    every = totals(rows).all
    assert (every.entries, every.verdicts) == (9, {"answered": 6, "kept": 3})
    assert (every.distinct.duties, every.distinct.differ, every.distinct.verdicts) == (3, 3, {"told_differently": 3})
    alike = totals(told(wording(), crises=(crisis(readings=(by_a, by_a)),), responses=(answer("troops"),))).all
    assert alike.verdicts == {"kept": 6}
    assert (alike.distinct.duties, alike.distinct.owed, alike.distinct.verdicts) == (3, 3, {"kept": 3})


def test_that_an_outsider_is_owed_nothing_is_an_entry_but_no_duty():
    outside = crisis(readings=(Reading(id="r", by="ZZZ", victims=("ZZZ",), aggressors=("AAA",)),))
    every = totals(told(wording(), crises=(outside,))).all
    assert (every.entries, every.distinct.duties, every.distinct.verdicts) == (1, 0, {})


ORDER = ["deem_necessary", "any_help", "material_or_armed", "all_means", "armed"]


def test_each_stricter_discharge_is_kept_by_fewer_acts():
    kept = [performances()[name].keeps for name in ORDER]
    assert all(stricter <= laxer for laxer, stricter in pairwise(kept))


FORMS = ["none", "statement", "consultation", "mission", "mediation", "money", "materiel", "logistics", "troops"]
RANK = {"not_kept": 0, "unknown": 0, "partly_kept": 1, "kept": 2}


@given(form=st.sampled_from(FORMS), more=st.sampled_from(FORMS), discharge=st.sampled_from(ORDER))
def test_doing_more_never_makes_the_verdict_worse(form, more, discharge):
    little = told(wording(discharge=discharge), responses=(answer(form),))
    much = told(wording(discharge=discharge), responses=(answer(form), answer(more)))
    assert RANK[much[0].verdict] >= RANK[little[0].verdict]


@given(form=st.sampled_from(FORMS), discharge=st.sampled_from(ORDER))
def test_a_promise_known_to_be_owed_is_never_called_not_due(form, discharge):
    trigger = Trigger(grade="threat")
    pact = (wording(discharge=discharge, trigger=trigger, attack_by_party_counts=SILENT),)
    assert not {"not_due", "answered"} & set(verdicts(told(*pact, responses=(answer(form),))).values())


def test_the_ledger_takes_the_wording_of_the_crisis_own_day():
    old = wording(id="old", periods=(period("1990-01-01", "2000-06-01"),), discharge="armed")
    new = wording(id="new", periods=(period("2000-06-01"),), discharge="consult")
    assert {row.wording for row in told(old, new)} == {"new"}


def test_a_state_that_left_before_the_crisis_owes_nothing():
    assert set(verdicts(told(wording(), members=[*MEMBERS[:2], member("UUU", end="1999-04-20")]))) == {"BBB"}

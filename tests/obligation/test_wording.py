"""What a promise asks in a case: made-up pacts, worked out by hand."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.obligation.world import (
    ARMED,
    MEMBERS,
    ON_REQUEST,
    SILENT,
    asked,
    case,
    member,
    party,
    period,
    promises,
    wording,
)

from foedus.nouns import Term, Trigger
from foedus.obligation import due
from foedus.when import When


def owed(answer, article="4"):
    return {(d.debtor, d.owed) for d in (*answer.duties, *answer.not_owed) if d.article == article and d.debtor}


def failing(answer):
    return {r.condition for d in answer.not_owed for r in d.reasons if r.holds is False}


def unknown(answer):
    return {r.condition for d in answer.duties for r in d.reasons if r.holds is None}


def test_an_unconditional_promise_is_owed_by_every_other_party():
    assert owed(due(case(), promises(wording()))) == {("BBB", True), ("CCC", True), ("DDD", True)}


def test_a_promise_that_names_nothing_says_so_for_each_condition():
    duty = due(case(), promises(wording())).duties[0]
    assert {r.condition for r in duty.reasons if r.basis == "text: none set"} >= {"territory", "request", "grade"}
    assert all(r.because for r in duty.reasons)


def test_nothing_is_owed_before_a_request_where_the_text_asks_for_one():
    pact = promises(wording(on_request=ON_REQUEST))
    answer = due(case(requested=False), pact)
    assert not answer.duties and failing(answer) == {"request"}
    assert owed(due(case(requested=When("2000-06-02")), pact)) == {("BBB", True), ("CCC", True), ("DDD", True)}
    assert unknown(due(case(), pact)) == {"request"}


def test_a_request_years_before_the_attack_is_no_request_for_help_against_it():
    pact = promises(wording(on_request=ON_REQUEST))
    answer = due(case("2023-09-19", requested=When("2020-01-01")), pact)
    assert owed(answer) == {("BBB", None), ("CCC", None), ("DDD", None)} and unknown(answer) == {"request"}
    assert not answer.lawful
    assert due(case("2023-09-19", requested=When("2023-09")), pact).duties[0].owed is True


def test_a_recorded_request_counts_for_the_article_and_the_body_it_names():
    pact = promises(wording(on_request=ON_REQUEST))
    assert due(case(requests=(asked(),)), pact).duties[0].owed is True
    assert due(case(requests=(asked(article="2"),)), pact).duties[0].owed is None
    assert due(case(requests=(asked(to="BBB"),)), pact).duties[0].owed is None
    assert due(case(requests=(asked(article=""),)), pact).duties[0].owed is True


def test_a_victim_known_not_to_have_asked_is_not_the_same_as_one_of_whom_no_request_is_recorded():
    pact = promises(wording(on_request=ON_REQUEST))
    assert failing(due(case(requests=(asked(form="none"),)), pact)) == {"request"}


def test_a_dated_wording_decides_by_its_day():
    old = wording(id="old", periods=(period("1990-01-01", "2010-12-10"),))
    new = wording(id="new", periods=(period("2010-12-10"),), on_request=ON_REQUEST)
    assert {d.wording for d in due(case("2008-09-01", requested=False), promises(old, new)).duties} == {"old"}
    assert {d.wording for d in due(case("2012-09-01", requested=False), promises(old, new)).not_owed} == {"new"}


def test_words_that_a_protocol_brought_rest_on_the_protocols_text_and_older_ones_on_the_treatys():
    kept = wording(article="1", periods=(period("1990-01-01", "2010-12-10"), period("2010-12-10")))
    new = wording(periods=(period("2010-12-10"),), on_request=ON_REQUEST)
    old = wording(id="old", article="4", periods=(period("1990-01-01", "2010-12-10"),), on_request=ON_REQUEST)
    pact = promises(kept, new, old)

    def sources(on, article, condition):
        found = [d for d in due(case(on, requested=False), pact).not_owed if d.article == article]
        found += [d for d in due(case(on, requested=False), pact).duties if d.article == article]
        return {r.source for d in found for r in d.reasons if r.condition == condition}

    assert sources("2012-01-01", "4", "in_force") == {"protocol_text"}
    assert sources("2012-01-01", "4", "request") == {"protocol_text"}
    assert sources("2008-01-01", "4", "in_force") == sources("2008-01-01", "4", "request") == {"pact_text"}
    assert sources("2012-01-01", "1", "in_force") == {"protocol_text"}


def test_a_provisional_wording_leaves_it_unknown_with_its_reason():
    pact = promises(wording(periods=(period("1999-04-20", "2000-03-22", "provisional", "the term had ended"),)))
    duty = due(case("1999-08-06"), pact).duties[0]
    assert duty.owed is None and "the term had ended" in duty.reasons[0].because


def test_suspended_members_and_observers_are_no_debtors():
    members = [member("AAA"), member("BBB"), member("CCC", status="observer"), member("DDD", status="suspended")]
    assert owed(due(case(), promises(wording(), members=members))) == {("BBB", True)}


def test_a_state_owes_only_while_it_is_a_member():
    members = [*MEMBERS[:2], member("UUU", "2006-06-23", "2012-12-19")]
    pact = promises(wording(), members=members)
    assert ("UUU", True) in owed(due(case("2008-09-01"), pact))
    assert owed(due(case("2013-01-01"), pact)) == {("BBB", True)}


def test_a_membership_known_only_to_the_year_is_unknown_within_it():
    pact = promises(wording(), members=[member("AAA"), member("BBB", "2000")])
    assert owed(due(case("2000-06-01"), pact)) == {("BBB", None)}


def test_the_parties_of_a_treaty_stand_before_the_members_of_its_organisation():
    pact = promises(wording(), parties=[party("pact_treaty", "AAA", "1990"), party("pact_treaty", "EEE", "1990")])
    assert owed(due(case(), pact)) == {("EEE", True)}


def test_an_alliance_without_the_victim_appears_once_with_one_failing_reason():
    answer = due(case(victim="ZZZ"), promises(wording(), wording("consultation", article="2")))
    (line,) = answer.not_owed
    assert (line.debtor, line.creditor, line.owed, line.article) == (None, None, False, "4")
    assert [(r.condition, r.holds) for r in line.reasons] == [("creditor_is_party", False)]


def test_a_state_in_one_of_an_alliances_treaties_is_no_outsider_to_it():
    both = promises(
        wording(article="9", treaty="side_treaty"),
        wording(article="4"),
        parties=[party("side_treaty", "BBB", "1990"), party("side_treaty", "CCC", "1990")],
    )
    answer = due(case(), both)
    assert not answer.not_owed and {d.article for d in answer.duties} == {"4"}


def test_whether_one_that_declared_its_exit_is_still_bound_is_disputed_until_the_exit_is_undone():
    leaving = msgspec.structs.replace(member("AAA"), exit_declared=When("2000-05-01"), exit_undone=When("2001-01-01"))
    pact = promises(wording(), members=[leaving, *MEMBERS[1:]])
    answer = due(case("2000-06-01"), pact)
    assert {o for _, o in owed(answer)} == {None} and unknown(answer) == {"creditor_is_party"}
    assert "declared on 2000-05-01 that it leaves" in answer.duties[0].reasons[1].because
    assert ("AAA", None) in owed(due(case("2000-06-01", victim="BBB"), pact))
    for day in ("2000-04-30", "2001-01-01"):
        assert {o for _, o in owed(due(case(day), pact))} == {True}


def test_those_who_stand_behind_the_attack_are_no_more_asked_for_help_than_the_attacker():
    answer = due(case(aggressor="BBB", backers=("CCC",)), promises(wording(), wording("consultation", article="2")))
    assert owed(answer) == owed(answer, "2") == {("DDD", True)}


def test_a_former_member_is_told_until_when_it_was_one():
    answer = due(
        case(victim="UUU", on="2013-01-01"), promises(wording(), members=[*MEMBERS, member("UUU", end="2012-12-19")])
    )
    assert answer.not_owed[0].reasons[0].because == "UUU was a party only until 2012-12-19"


def test_an_attack_by_a_party_is_unknown_where_the_text_is_silent():
    pact = promises(wording(attack_by_party_counts=SILENT))
    answer = due(case(aggressor="BBB"), pact)
    assert owed(answer) == {("CCC", None), ("DDD", None)} and unknown(answer) == {"attack_by_party"}
    assert owed(due(case(aggressor="XXX"), pact)) == {("BBB", True), ("CCC", True), ("DDD", True)}
    assert due(case(aggressor=None), pact).duties[0].owed is None


def test_talks_over_a_threat_whose_author_nobody_named_are_owed_though_the_text_is_silent_on_parties():
    any_author = Trigger(grade="threat", by=("state", "group"), basis="text: none set")
    talks = wording("consultation", trigger=any_author, attack_by_party_counts=SILENT)
    for attacker in ("state", "unknown"):
        feared = case(kind="threat", aggressor=None, attacker=attacker)
        assert owed(due(feared, promises(talks))) == {("BBB", True), ("CCC", True), ("DDD", True)}
    assert unknown(due(case(kind="threat", aggressor="BBB"), promises(talks))) == {"attack_by_party"}
    states = wording("consultation", trigger=Trigger(grade="threat", by=("state",)), attack_by_party_counts=SILENT)
    assert unknown(due(case(kind="threat", aggressor=None, attacker="unknown"), promises(states))) == {"attacker"}
    help = wording(trigger=Trigger(grade="armed attack"), attack_by_party_counts=SILENT)
    assert unknown(due(case(aggressor=None), promises(help))) == {"attack_by_party"}


@pytest.mark.parametrize(("says", "expected"), [("yes", True), ("no", False), ("silent", None)])
def test_what_the_text_says_of_an_attack_by_a_party_decides(says, expected):
    answer = due(case(aggressor="BBB"), promises(wording(attack_by_party_counts=Term(value=says))))
    assert {o for _, o in owed(answer)} == {expected}


@pytest.mark.parametrize(
    ("kind", "grade", "expected"),
    [
        ("interstate_attack", "armed attack", True),
        ("incident", "armed attack", False),
        ("border_clash", "armed attack", None),
        ("border_clash", "threat", True),
        ("threat", "armed attack", False),
        ("occupation", "invasion", True),
        ("interstate_attack", "invasion", None),
    ],
)
def test_the_grade_of_attack_decides(kind, grade, expected):
    answer = due(case(kind=kind), promises(wording(trigger=Trigger(grade=grade))))
    assert {o for _, o in owed(answer)} == {expected}


@pytest.mark.parametrize(
    ("attacker", "expected"), [("state", True), ("group", True), ("inside", False), ("unknown", None)]
)
def test_a_text_that_names_no_attacker_covers_states_and_groups(attacker, expected):
    for trigger in (None, ARMED):
        answer = due(case(attacker=attacker, aggressor=None), promises(wording(trigger=trigger)))
        assert {o for _, o in owed(answer)} == {expected}


def test_a_contested_attack_leaves_help_unknown_but_a_threat_will_do_for_consultation():
    pact = promises(wording(trigger=ARMED), wording("consultation", article="2", trigger=Trigger(grade="threat")))
    answer = due(case(contested=True), pact)
    assert {o for _, o in owed(answer)} == {None} and {o for _, o in owed(answer, "2")} == {True}


@pytest.mark.parametrize(
    ("areas", "place", "on", "expected"),
    [
        (("near_ocean",), "AAA", "2000-06-01", True),
        (("near_ocean",), "far_isles", "2000-06-01", False),
        (("parties",), "far_isles", "2000-06-01", True),
        (("parties",), "marches", "2000-06-01", False),
        (("parties",), "marches", "2011-06-01", True),
        (("parties",), "XXX", "2000-06-01", False),
        (("parties+near_ocean",), "far_isles", "2000-06-01", False),
        (("near_ocean", "far_isles"), "far_isles", "2000-06-01", True),
        (("near_ocean",), "BBB", "2000-06-01", None),
        (("BBB",), "AAA", "2000-06-01", False),
    ],
)
def test_where_it_happened_decides_by_law_and_by_date(areas, place, on, expected):
    pact = promises(wording(territory=Term(value=areas, basis="related instrument", source="an_agreement")))
    answer = due(case(on, places=(place,)), pact)
    assert {o for _, o in owed(answer)} == {expected}
    (reason,) = {r for d in (*answer.duties, *answer.not_owed) for r in d.reasons if r.condition == "territory"}
    assert (reason.basis, reason.source) == ("related instrument", "an_agreement")


def test_that_a_groups_attack_is_an_armed_attack_is_noted_as_disputed_unless_the_text_names_groups():
    silent = Trigger(grade="armed attack", by=("state", "group"), basis="text: none set")
    named = Trigger(grade="armed attack", by=("group",), basis="text")
    by_group = case(kind="nonstate_attack", attacker="group", aggressor="a_band")
    (duty, *_) = due(by_group, promises(wording(trigger=silent))).duties
    assert duty.owed is True and "whether an attack by a group" in duty.contested_by[0]
    assert due(by_group, promises(wording(trigger=named))).duties[0].contested_by == ()
    assert due(case(), promises(wording(trigger=silent))).duties[0].contested_by == ()


def test_a_limit_to_an_area_is_unknown_where_nobody_says_where_it_happened():
    assert unknown(due(case(), promises(wording(territory=Term(value=("parties",)))))) == {"territory"}


def test_in_1832_one_owed_the_other_help_and_was_owed_none():
    pact = promises(wording(debtors=("BBB",), creditors=("AAA",)))
    assert owed(due(case(victim="AAA"), pact)) == {("BBB", True)}
    assert owed(due(case(victim="BBB"), pact)) == set()


def test_non_aggression_restrains_both_sides_of_a_fight_between_parties_and_nobody_else():
    answer = due(case(aggressor="BBB"), promises(wording("nonaggression", article="1")))
    assert {(d.debtor, d.creditor, d.owed) for d in answer.restraints} == {("BBB", "AAA", True), ("AAA", "BBB", True)}
    assert not answer.duties
    assert not due(case(aggressor="XXX"), promises(wording("nonaggression", article="1"))).restraints


def test_an_offence_pact_is_owed_to_the_attacker_by_its_ally():
    answer = due(case(victim="XXX", aggressor="AAA"), promises(wording("offence"), members=MEMBERS[:2]))
    assert {(d.debtor, d.creditor, d.owed) for d in answer.duties} == {("BBB", "AAA", True)}
    assert not due(case(), promises(wording("offence"))).duties


def test_an_offence_pact_against_a_named_adversary_binds_against_no_other():
    pact = promises(wording("offence", adversaries=Term(value=("YYY",), basis="coding")), members=MEMBERS[:2])
    assert failing(due(case(victim="XXX", aggressor="AAA"), pact)) == {"adversary"}
    assert due(case(victim="YYY", aggressor="AAA"), pact).duties


def test_neutrality_is_owed_to_a_party_at_war_by_those_not_in_it_and_restrains_the_one_that_attacks():
    answer = due(case(aggressor="BBB"), promises(wording("neutrality")))
    assert {(d.debtor, d.creditor) for d in answer.duties} == {
        ("CCC", "AAA"),
        ("DDD", "AAA"),
        ("CCC", "BBB"),
        ("DDD", "BBB"),
    }
    assert {(d.debtor, d.creditor) for d in answer.restraints} == {("BBB", "AAA"), ("AAA", "BBB")}


def test_neutrality_only_when_unprovoked_is_not_owed_to_the_one_that_attacked_first():
    pact = promises(wording("neutrality", unprovoked=Term(value=True, basis="coding")), members=MEMBERS[:2])
    assert failing(due(case(victim="XXX", aggressor="AAA"), pact)) == {"unprovoked"}
    assert due(case(provoked=False), pact).duties[0].owed is True
    assert due(case(), pact).duties[0].owed is None


def test_help_only_against_two_attackers_is_not_owed_against_one():
    pact = promises(wording(adversaries_least=Term(value=2, basis="coding")))
    assert failing(due(case(), pact)) == {"number_of_adversaries"}
    assert due(case(aggressors=("XXX", "YYY")), pact).duties[0].owed is True
    assert due(case(aggressor=None), pact).duties[0].owed is None


def test_a_promise_for_a_war_already_on_covers_no_later_one():
    pact = promises(wording(ongoing_war=Term(value=True, basis="coding")))
    assert failing(due(case(began=When("1995-05-01")), pact)) == {"ongoing_war"}
    assert due(case(began=When("1989-05-01")), pact).duties[0].owed is True


def test_a_promise_for_a_war_already_on_is_open_where_nobody_says_when_the_war_began():
    pact = promises(wording(ongoing_war=Term(value=True, basis="coding")))
    assert due(case(), pact).duties[0].owed is None


def test_a_right_and_a_power_are_notes_and_a_ban_is_a_restraint():
    pact = promises(
        wording(modality="right", article="51", performance=Term(value="self-defence"), trigger=ARMED),
        wording("consultation", modality="power", article="53"),
        wording("nonaggression", modality="ban", article="2(4)"),
    )
    answer = due(case(aggressor="BBB"), pact)
    assert not answer.duties and not answer.not_owed
    assert [note.split(" (")[0] for note in answer.lawful] == [
        "Treaty of the Pact, Article 51",
        "Treaty of the Pact, Article 53",
    ]
    assert "covers AAA's case): self-defence" in answer.lawful[0]
    assert {d.article for d in answer.restraints} == {"2(4)"}


def test_who_decides_is_told_but_is_no_condition_of_owing():
    duty = due(case(), promises(wording(who_decides=Term(value="council by consensus")))).duties[0]
    assert duty.owed is True and duty.who_decides == "council by consensus"


TERMS = {
    "on_request": st.sampled_from(["yes", "no"]),
    "attack_by_party_counts": st.sampled_from(["yes", "no", "silent"]),
    "territory": st.sampled_from([("parties",), ("near_ocean",), ("marches", "XXX")]),
    "adversaries": st.sampled_from([("XXX",), ("YYY", "BBB")]),
    "adversaries_least": st.integers(1, 3),
    "unprovoked": st.just(True),
    "ongoing_war": st.booleans(),
}
CASES = st.builds(
    case,
    on=st.sampled_from(["1995", "2000-06", "2010-01-02"]),
    aggressor=st.sampled_from(["XXX", "BBB", None]),
    kind=st.sampled_from(["threat", "incident", "border_clash", "interstate_attack", "coup", "cyber"]),
    attacker=st.sampled_from(["state", "group", "inside", "unknown"]),
    places=st.sampled_from([(), ("AAA",), ("far_isles",), ("marches", "XXX")]),
    requested=st.sampled_from([None, False, When("2000-06-03")]),
    provoked=st.sampled_from([None, True, False]),
    contested=st.booleans(),
)
TERM_SETS = st.fixed_dictionaries(
    {}, optional={k: v.map(lambda x: Term(value=x, basis="coding")) for k, v in TERMS.items()}
)
RANK = {False: 0, None: 1, True: 2}


@given(case=CASES, terms=TERM_SETS, kind=st.sampled_from(["defence", "consultation", "offence", "neutrality"]))
def test_adding_a_condition_never_makes_owed_what_was_not(case, terms, kind):
    bare = {(d.debtor, d.creditor): d.owed for d in everything(case, promises(wording(kind)))}
    bound = {(d.debtor, d.creditor): d.owed for d in everything(case, promises(wording(kind, **terms)))}
    assert bare.keys() == bound.keys()
    assert all(RANK[bound[pair]] <= RANK[bare[pair]] for pair in bare)


@given(case=CASES, terms=TERM_SETS)
def test_owed_is_exactly_what_its_reasons_say(case, terms):
    for duty in everything(case, promises(wording(trigger=ARMED, **terms))):
        answers = [reason.holds for reason in duty.reasons]
        assert duty.owed is (False if False in answers else None if None in answers else True)


@given(terms=TERM_SETS, place=st.sampled_from(["AAA", "far_isles"]))
def test_what_nobody_knows_never_gives_a_definite_owed_where_a_condition_turns_on_it(terms, place):
    nothing_known = case(aggressor=None, attacker="unknown")
    turning = {"territory", "adversaries", "adversaries_least", "unprovoked"} & terms.keys()
    turning |= {"on_request"} if "on_request" in terms and terms["on_request"].value == "yes" else set()
    answers = {d.owed for d in everything(nothing_known, promises(wording(**terms)))}
    assert not turning or True not in answers


def everything(case, pacts):
    answer = due(case, pacts)
    return [d for d in (*answer.duties, *answer.not_owed, *answer.restraints) if d.debtor]

"""Who was asked for what in which crisis, who answered, in whose name."""

import itertools

from foedus.when import When, within


def of_crisis(rows, crisis):
    return [row for row in rows if row.crisis == crisis]


def test_in_june_2010_the_troops_were_asked_of_russia_and_the_equipment_of_the_csto(record):
    asked = {(r.form, r.to) for r in of_crisis(record.requests, "kyrgyzstan_2010_06") if r.form != "none"}
    assert asked == {("troops", "RUS"), ("materiel", "csto")}


def test_in_june_2010_peacekeepers_were_refused_and_equipment_was_promised(record):
    in_its_name = {
        (r.form, r.polarity) for r in of_crisis(record.responses, "kyrgyzstan_2010_06") if r.in_name_of == "csto"
    }
    assert in_its_name == {("consultation", "done"), ("troops", "refused"), ("materiel", "deferred")}


def test_the_articles_word_on_2010_stands_beside_the_record_as_a_contradiction(record):
    rows = record.evidence_of["kyrgyzstan_2010_06_equipment"]
    assert any(row.source == "diplomat_michel_2015" and row.stance == "contradicts" for row in rows)


def test_may_2021_was_article_2_and_september_2022_article_4(record):
    may = [r for r in of_crisis(record.requests, "syunik_2021") if r.to == "csto" and r.form != "none"]
    september = [r for r in of_crisis(record.requests, "armenia_2022") if r.to == "csto" and r.form == "troops"]
    assert [r.article for r in may] == ["2"]
    assert [r.article for r in september] == ["4"]


def test_in_may_2021_the_order_to_consult_was_no_consultation_yet(fact):
    ordered, held = fact("syunik_2021_consultation_ordered"), fact("syunik_2021_ministers")
    assert (ordered.on, ordered.form) == ("2021-05-14", "statement")
    assert (held.on, held.form, held.polarity) == ("2021-05-19", "consultation", "done")
    assert fact("syunik_2021").until is None


def test_talks_three_weeks_after_the_war_of_2008_were_put_off(fact):
    talks = fact("georgia_2008_consultation")
    assert (talks.on, talks.form, talks.polarity) == ("2008-09-03", "consultation", "deferred")
    assert fact("georgia_2008").until == "2008-08-12"


def test_in_september_2022_missions_were_sent_and_arms_refused(record):
    done = {r.form for r in of_crisis(record.responses, "armenia_2022") if r.polarity == "done"}
    refused = {r.form for r in of_crisis(record.responses, "armenia_2022") if r.polarity == "refused"}
    assert "mission" in done and "troops" not in done
    assert refused == {"troops"}


def test_kazakhstan_asked_the_organisation_and_an_attack_from_outside_is_contested(record, fact):
    assert [r.to for r in of_crisis(record.requests, "kazakhstan_2022")] == ["csto"]
    readings = {r.attacker: r.contested for r in fact("kazakhstan_2022").readings}
    assert readings == {"group": True, "inside": False}


def test_nobody_asked_for_arms_when_kyrgyzstan_and_tajikistan_fought_in_2022(record):
    requests = of_crisis(record.requests, "kgz_tjk_2022_09")
    under_article_4 = {(r.by, r.form) for r in requests if r.article == "4"}
    assert under_article_4 == {("KGZ", "none"), ("TJK", "none")}
    assert all(r.on >= "2022-10" for r in requests if r.form != "none")


def test_2008_is_told_in_two_ways(fact):
    told = {(r.victims, r.aggressors) for r in fact("georgia_2008").readings}
    assert told == {(("RUS",), ("GEO",)), (("GEO",), ("RUS",))}


def test_neither_budapest_in_1956_nor_prague_in_1968_asked_its_allies_for_help(record):
    for crisis in ("hungary_1956", "czechoslovakia_1968"):
        asked = [r.form for r in of_crisis(record.requests, crisis) if r.to == "warsaw_pact"]
        assert asked == ["none"], crisis


def test_east_germanys_part_in_1968_is_told_in_two_ways(fact):
    by_state = [r for r in fact("czechoslovakia_1968").readings if r.attacker == "state"]
    assert [("DDR" in r.aggressors) for r in by_state] == [True, False]


def test_the_invasion_of_1968_is_no_help_to_the_invaded(fact):
    assert fact("operation_danube").crisis is None


def test_karabakh_lies_in_azerbaijan_by_law_in_every_crisis_there(record):
    for crisis in record.crises:
        if "nagorno_karabakh" in crisis.places:
            owners = {
                p.de_jure for p in record.places if p.id == "nagorno_karabakh" and within(crisis.from_, p.from_, p.until)
            }
            assert owners == {"AZE"}, crisis.id


def test_strikes_on_armenia_in_2020_are_kept_apart_from_karabakh(record, fact):
    struck = fact("armenia_2020")
    assert (struck.places, fact("karabakh_2020").places) == (("ARM",), ("nagorno_karabakh",))
    assert {r.contested for r in struck.readings} == {True, False}
    assert [r.form for r in of_crisis(record.requests, "armenia_2020") if r.article == "4"] == ["none"]


def test_a_bilateral_act_bears_no_organisations_name(record):
    russian = [r for r in record.responses if r.by == "RUS"]
    assert russian and {r.in_name_of for r in russian} == {"bilateral"}


def test_the_falklands_lie_outside_the_north_atlantic(record, fact):
    regions = {p.region for p in record.places if p.id == "FLK"}
    named = {part for item in fact("nato_5").territory.value for part in item.split("+")}
    assert regions.isdisjoint(named)


def test_article_5_was_invoked_once(record):
    invoked = {r.crisis for r in record.responses if r.by == "nato" and r.article == "5"}
    assert invoked == {"attacks_2001"}


def test_nato_answered_every_call_for_consultation_with_a_meeting(record):
    asked = {r.crisis for r in record.requests if r.to == "nato" and r.article == "4"}
    met = {r.crisis for r in record.responses if r.by == "nato" and r.article == "4" and r.form == "consultation"}
    assert asked == met and len(asked) == 9


def test_self_defence_is_a_right_and_force_is_banned(fact):
    assert fact("un_51").modality == "right"
    assert (fact("un_2_4").modality, fact("un_2_4").kind) == ("ban", "nonaggression")


def test_the_ministrys_ban_comes_a_month_before_the_courts_label(fact):
    statuses = {s.status: s for s in fact("irpt").statuses if s.from_ and s.from_ >= "2015"}
    assert statuses["banned"].from_ == "2015-08-28"
    assert statuses["terrorist_label"].from_ == "2015-09-29"


def test_no_independent_source_lays_dushanbe_or_bishkek_2015_on_the_islamic_state(fact):
    assert fact("dushanbe_attacks_2015").threat is None
    assert fact("bishkek_shootout_2015").threat is None and fact("bishkek_shootout_2015").by is None


def test_in_2015_tajikistan_became_a_one_party_state_in_fact(record):
    def regimes(day):
        return {r.of: r.regime for r in record.regimes if within(When(day), r.from_, r.until)}

    assert regimes("2014-06-01")["TJK"] == "multi_party"
    assert regimes("2015-09-15")["TJK"] == "de_facto_one_party"
    assert regimes("2015-09-15")["KGZ"] == "multi_party"


def test_the_islamic_states_names_follow_one_another(fact):
    names = fact("islamic_state").names
    assert all(a.until == b.from_ for a, b in itertools.pairwise(names))

"""The Collective Security Treaty and its organisation, as the record tells them."""

import pytest

from foedus.when import When, within

SIX = {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}


def standing(record, status, day):
    on = When(day)
    rows = (m for m in record.memberships if m.of == "csto" and m.status == status)
    return {m.state for m in rows if within(on, m.from_, m.until)}


def wording_on(record, article, day):
    on = When(day)
    found = [
        (w, p)
        for w in record.wordings
        if w.treaty == "cst" and w.article == article
        for p in w.periods
        if within(on, p.from_, p.until)
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("1992-06-01", {"ARM", "KAZ", "KGZ", "RUS", "TJK", "UZB"}),
        ("1993-10-01", {"ARM", "KAZ", "KGZ", "RUS", "TJK", "UZB", "AZE"}),
        ("1998-06-01", SIX | {"AZE", "GEO", "UZB"}),
        ("1999-12-31", SIX),
        ("2007-01-01", SIX | {"UZB"}),
        ("2015-09-15", SIX),
        ("2026-11-23", SIX),
    ],
)
def test_who_belonged_on_the_day(record, day, members):
    assert standing(record, "member", day) == members


def test_uzbekistan_is_suspended_by_the_council_from_the_day_of_its_decision(record):
    assert standing(record, "suspended", "2012-12-18") == set()
    assert standing(record, "suspended", "2012-12-19") == {"UZB"}


def test_uzbekistans_return_was_ratified_only_in_2008(fact):
    assert "2008-03-28" in fact("csto_uzb_2006").note


def test_armenias_own_freeze_ends_no_membership(record, fact):
    before, frozen = fact("csto_arm"), fact("csto_arm_2024")
    assert (before.until, frozen.from_, frozen.until) == ("2024-02-22", "2024-02-22", None)
    assert (before.status, frozen.status) == ("member", "member") and "frozen" in frozen.note
    assert record.confirmed("csto_arm") and record.confirmed("csto_arm_2024")
    assert any(row.says for row in record.evidence_of["csto_arm_2024"] if row.stance == "contradicts")


def test_nothing_of_the_freeze_is_told_of_the_years_before_it(fact):
    assert fact("csto_arm").note == "Signed in Tashkent."


def test_georgias_two_dates_both_stand(record, fact):
    assert fact("csto_geo").from_ == "1993-12-09"
    assert any("1993-09-09" in row.says for row in record.evidence_of["csto_geo"])


def test_there_is_a_treaty_before_the_charter_and_an_organisation_after(fact):
    treaty, organisation = fact("csto").forms
    assert (treaty.form, treaty.until) == ("treaty", "2002-10-07")
    assert (organisation.form, organisation.from_) == ("organisation", "2002-10-07")


@pytest.mark.parametrize("article", ["1", "2", "4", "6"])
def test_between_the_end_of_the_term_and_the_extension_the_promise_is_provisional(record, article):
    assert wording_on(record, article, "1999-04-19")[1].status == "in force"
    assert wording_on(record, article, "1999-12-31")[1].status == "provisional"
    assert wording_on(record, article, "2000-03-22")[1].status == "in force"


def test_before_1994_nothing_is_in_force(record):
    spans = [p for w in record.wordings if w.treaty == "cst" for p in w.periods]
    assert all(within(When("1994-04-19"), p.from_, p.until) is False for p in spans)


def test_only_the_amended_article_4_asks_for_a_request(record):
    old, _ = wording_on(record, "4", "2008-09-01")
    new, _ = wording_on(record, "4", "2022-09-13")
    assert old.on_request is None
    assert new.on_request.value == "yes" and new.on_request.basis == "text"


def test_the_first_article_4_speaks_of_states_the_amended_one_names_no_attacker(record):
    old, _ = wording_on(record, "4", "2012-12-18")
    new, _ = wording_on(record, "4", "2012-12-19")
    assert old.trigger.by == ("state",) and old.attack_by_party_counts.value == "yes"
    assert new.trigger.by == ("state", "group") and new.attack_by_party_counts.value == "silent"


def test_article_4_names_no_territory_so_its_limit_rests_on_something_else(record):
    for day in ("2008-09-01", "2022-09-13"):
        assert wording_on(record, "4", day)[0].territory.basis in ("related instrument", "organ's statement")


def test_where_only_the_russian_text_was_seen_it_stands_and_our_translation_is_a_note(record):
    for article in ("4", "6"):
        old, _ = wording_on(record, article, "2008-09-01")
        assert old.language == "ru" and "translated here" in old.note


def test_a_mission_does_not_discharge_article_4_and_talk_discharges_article_2(record):
    assert wording_on(record, "4", "2022-09-13")[0].discharge == "material_or_armed"
    assert wording_on(record, "2", "2022-09-13")[0].discharge == "consult"


def test_one_base_bears_its_name_and_russia_mans_it(record):
    on = When("2015-09-15")
    standing_bases = [b for b in record.bases if b.of == "csto" and within(on, b.from_, b.until)]
    by_name = [b for b in standing_bases if b.flag_by_name == "csto"]
    assert [(b.base, b.owner_by_law, b.manned_by) for b in by_name] == [("kant", "RUS", "RUS")]
    assert {b.base for b in standing_bases} >= {"gyumri_102", "tajikistan_201"}


def test_no_collective_force_went_anywhere_before_january_2022(record):
    deployed = [o.from_ for o in record.operations if o.of == "csto" and o.kind == "deployment"]
    assert deployed == ["2022-01-06"]


def test_all_five_others_sent_soldiers_to_kazakhstan(fact):
    sent = {c.state: c.number for c in fact("kazakhstan_2022_force").contributions}
    assert set(sent) == SIX - {"KAZ"} and sent["ARM"] == 100 and sent["TJK"] == 200


def test_the_dushanbe_summit_has_its_outcomes_and_the_articles_denial(record, fact):
    outcomes = fact("csto_summit_2015_09").outcomes
    assert {o.what for o in outcomes if o.kind == "none"} == {"new bases", "new arrangements"}
    assert len([o for o in outcomes if o.kind != "none"]) >= 4
    stances = {row.stance for row in record.evidence_of["csto_summit_2015_09"]}
    assert stances == {"supports", "contradicts"}


def test_one_secretary_general_at_a_time(record):
    heads = [o for o in record.offices if o.of == "csto" and "Secretary-General" in o.title]
    for day in ("2005-01-01", "2015-09-15", "2017-02-01", "2018-12-01", "2022-01-06", "2026-11-23"):
        assert len([o for o in heads if within(When(day), o.from_, o.until)]) == 1, day
    assert [o.person for o in heads if within(When("2015-09-15"), o.from_, o.until)] == ["Nikolai Bordyuzha"]


@pytest.mark.parametrize(
    ("day", "person"),
    [
        ("2007-10-06", "Kurmanbek Bakiyev"),
        ("2010-06-11", "Dmitry Medvedev"),
        ("2012-05-15", "Nursultan Nazarbayev"),
        ("2014-01-01", "Vladimir Putin"),
        ("2015-06-01", "Emomali Rahmon"),
        ("2015-12-21", "Serzh Sargsyan"),
        ("2018-01-01", "Nursultan Nazarbayev"),
        ("2021-05-14", "Emomali Rahmon"),
        ("2022-09-13", "Nikol Pashinyan"),
        ("2023-12-01", "Alexander Lukashenko"),
        ("2025-07-01", "Sadyr Japarov"),
        ("2026-11-23", "Vladimir Putin"),
    ],
)
def test_one_chairman_at_a_time(record, day, person):
    chairs = [o for o in record.offices if o.of == "csto" and o.title.startswith("Chairman")]
    assert [o.person for o in chairs if within(When(day), o.from_, o.until)] == [person]


def test_no_office_of_the_csto_ends_after_the_edition(record):
    ends = [o.until for o in record.offices if o.of == "csto" and o.until]
    assert all(end.first <= record.edition.date.first for end in ends)


def test_okno_became_russian_property_in_2006(record):
    def owner(day):
        return [b.owner_by_law for b in record.bases if b.base == "okno" and within(When(day), b.from_, b.until)]

    assert (owner("2005-01-01"), owner("2015-09-15")) == (["TJK"], ["RUS"])


def test_iran_observes_the_eaeu_since_the_end_of_2024(fact):
    iran = fact("eaeu_irn_observer")
    assert (iran.status, iran.from_) == ("observer", "2024-12-26")


def test_the_contingent_for_afghanistan_never_came(fact):
    assert fact("forecast_afghan_contingent").outcome == "did_not"

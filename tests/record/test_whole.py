"""What holds of every fact of the shipped record."""

from foedus import shelf as shelf_room
from foedus.nouns import to_builtins
from foedus.when import When, within

OWN = ("csto", "crises", "countries", "threats", "treaties")


def ours(record):
    """The facts that stand in the folders which this test watches."""
    return [one for _, one in record.facts() if any(f"/{folder}/" in record.where[one.id] for folder in OWN)]


def test_the_record_is_whole(record):
    assert [str(p) for p in shelf_room.check(record) if p.level == "error"] == []


def test_every_fact_of_the_csto_and_every_crisis_has_evidence(record):
    assert [one.id for one in ours(record) if one.id not in record.evidence_of] == []


def test_a_fact_from_memory_alone_is_unconfirmed(record):
    for fact, rows in record.evidence_of.items():
        if {row.source for row in rows} == {"memory"}:
            assert not record.confirmed(fact), fact


def test_a_wording_is_confirmed_only_where_its_very_words_were_seen(record):
    unconfirmed = {w.id for w in record.wordings if not record.confirmed(w.id)}
    assert unconfirmed == {"cst_6_2010", "warsaw_3", "nato_6_1949"}
    assert all(row.seen for row in record.evidence_of["cst_6_2010"])


def test_memory_was_never_seen(record):
    assert [row.fact for row in record.evidence if row.source == "memory" and row.seen] == []


def test_every_source_seen_says_where_it_was_read_or_of_what_it_is_a_copy(record):
    seen = {row.source for row in record.evidence if row.seen}
    homeless = [s.id for s in record.sources if s.id in seen and not (s.url or s.copy_of or s.publisher)]
    assert homeless == []


def test_a_source_named_in_a_field_stands_among_the_sources(record):
    known = {source.id for source in record.sources}
    named = {value for one in ours(record) for value in _sources_in(to_builtins(one))}
    assert named - known == set()


def test_a_contradiction_says_what_the_other_source_holds(record):
    assert [r.fact for r in record.evidence if r.stance == "contradicts" and not (r.says or r.quote)] == []


def test_no_answer_comes_before_its_crisis(record):
    begun = {crisis.id: crisis.from_ for crisis in record.crises}
    for act in (*record.requests, *record.responses):
        assert within(act.on, begun[act.crisis], None) is not False, act.id


def test_an_answer_to_a_request_belongs_to_the_same_crisis(record):
    asked = {request.id: request.crisis for request in record.requests}
    assert [r.id for r in record.responses if r.request and asked[r.request] != r.crisis] == []


def test_every_crisis_has_a_day_and_a_reading_with_a_victim(record):
    assert [c.id for c in record.crises if not (c.from_ and c.readings and all(r.victims for r in c.readings))] == []


def test_nothing_in_the_record_lies_after_the_edition(record):
    dated = [*record.requests, *record.responses, *record.organ_acts, *record.summits, *record.incidents]
    assert [one.id for one in dated if within(one.on, When("1800"), record.edition.date) is False] == []


def _sources_in(value):
    if isinstance(value, dict):
        if value.get("source"):
            yield value["source"]
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from _sources_in(one)


def test_an_alliance_with_wordings_of_ours_replaces_atops(record):
    ids = {a.id: a.atop for a in record.alliances}
    assert (ids["csto"], ids["nato"], ids["warsaw_pact"]) == ((4220,), (3180,), (3285,))

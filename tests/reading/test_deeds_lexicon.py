"""Each rule of lexicon/acts finds what its examples say, and stays silent where they say so."""

import pytest

from foedus.nouns import Document
from foedus.reading import deeds
from foedus.reading.deeds_lexicon import governors, lexicon, rules
from foedus.reading.parsed import parse
from foedus.verbs.read import gazetteer

YES = [(rule, example) for rule in rules() for example in rule.yes]
NO = [(rule, example) for rule in rules() for example in rule.no]


def found(text):
    parsed = next(iter(parse([Document(id="example", text=text)], gazetteer())))
    return list(deeds.find(parsed))


@pytest.mark.parametrize(("rule", "example"), YES, ids=[example.split(" | ")[0] for _, example in YES])
def test_a_rule_finds_its_example(rule, example):
    text, actor, target, polarity = example.split(" | ")
    told = [(d.act, d.actor.name, d.target.name if d.target else "-", d.polarity) for d in found(text)]
    assert (rule.act, actor, target, polarity) in told


@pytest.mark.parametrize(("rule", "text"), NO, ids=[text for _, text in NO])
def test_a_rule_is_silent_where_nothing_is_done(rule, text):
    assert rule.id not in [d.rule for d in found(text)]


def test_every_class_that_a_pattern_names_is_listed():
    known = set(lexicon().classes) | {"ANY", "MUST"}
    tables = (lexicon().verbs, lexicon().nouns, lexicon().governors, lexicon().echoes)
    patterns = [pattern for table in tables for row in table.values() for pattern, _ in row]
    named = {word for p in patterns for word in (*p.words, *(noun for _, noun in p.phrases)) if word.isupper()}
    assert named <= known


def test_rules_are_named_once():
    names = [rule.id for rule in rules()]
    assert len(names) == len(set(names))


def test_each_governor_has_an_effect_that_exists():
    effects = {"asserted", "negated", "refused", "failed", "denied", "hypothetical", "planned"}
    assert {g.effect for g in governors()} | {g.negated for g in governors()} <= effects


def test_every_rule_has_examples_of_both_sorts():
    assert [rule.id for rule in rules() if not ((rule.yes or rule.none) and rule.no)] == []

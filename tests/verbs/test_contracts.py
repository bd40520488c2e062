"""What the verbs answer keeps the schema of their structs, and the fields that the contracts name."""

import importlib
import json

import jsonschema
import msgspec
import pytest

import foedus
from foedus.nouns import Due, to_json
from foedus.verbs.alliance import AllianceAnswer
from foedus.verbs.ledger import LedgerAnswer
from foedus.verbs.overlap import OverlapAnswer
from foedus.when import When

CASES = {
    "alliance": (AllianceAnswer, lambda: foedus.alliance("csto", "2015-09-15")),
    "overlap": (OverlapAnswer, lambda: foedus.overlap("csto", "eaeu", "2015-09-15")),
    "due": (Due, lambda: foedus.due("ARM", "AZE", "2022-09-13", "ARM", requested="2022-09-13")),
    "ledger": (LedgerAnswer, lambda: foedus.ledger("csto")),
}
FIELDS = {
    "alliance": {"id", "name", "form", "on", "members", "obligations", "offices", "bases"},
    "overlap": {"a", "b", "on", "both", "only_a", "only_b"},
    "due": {"duties", "not_owed", "restraints", "lawful"},
    "ledger": {"entries", "totals"},
}
INNER = {
    "alliance": ("members", {"state", "status", "from", "until", "confirmed", "evidence"}),
    "due": (
        "duties",
        {"alliance", "treaty", "article", "kind", "debtor", "creditor", "owed", "performance", "who_decides"},
    ),
    "ledger": (
        "entries",
        {"crisis", "alliance", "article", "debtor", "creditor", "owed", "verdict", "reason", "reading"},
    ),
}


def schema(struct):
    return msgspec.json.schema(struct, schema_hook=lambda kind: {"type": "string"} if kind is When else {})


@pytest.mark.parametrize("verb", CASES)
def test_an_answer_keeps_the_schema_of_its_struct(verb):
    struct, ask = CASES[verb]
    answer = json.loads(to_json(ask()))
    jsonschema.validate(answer, schema(struct))
    assert FIELDS[verb] <= set(answer)


@pytest.mark.parametrize("verb", INNER)
def test_each_row_has_the_fields_of_the_contract(verb):
    field, wanted = INNER[verb]
    rows = json.loads(to_json(CASES[verb][1]()))[field]
    assert rows and all(wanted <= set(row) for row in rows)


def test_each_reason_of_a_duty_names_condition_basis_and_why():
    for duty in foedus.due("ARM", "AZE", "2022-09-13", "ARM").duties:
        assert duty.reasons and all(r.condition and r.because and r.basis for r in duty.reasons)


def test_each_file_of_verbs_gives_the_package_a_function():
    for verb in foedus.__all__:
        module = importlib.import_module(f"foedus.verbs.{verb}")
        own = [name for name in vars(module) if name == verb or name.startswith(f"{verb}_")]
        assert own and all(getattr(foedus, name) is getattr(module, name) for name in own)

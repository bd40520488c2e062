"""Offices: who the text says held an office, against who held it then."""

from __future__ import annotations

from foedus.corroboration.answer import Answer, Asked, contradicted, id_of, silent, supported
from foedus.nouns import FactFinding, Finding, Office

KINDS = ("office",)


def compare(finding: Finding, asked: Asked) -> Answer:
    """Supported where the person held an office there then; contradicted where only others held that very title."""
    assert isinstance(finding, FactFinding)
    of, person = id_of(finding.object), finding.subject
    if person is None or of is None:
        return silent("the text does not tell whose office, or the record does not know it")
    offices = [o for o in asked.shelf.offices if o.of == of]
    own = [o for o in offices if person.id == o.id or _same_person(person.name, o)]
    held = [o for o in own if asked.during((o.from_, o.until), finding.when) is not False]
    if held:
        return supported(held)
    if finding.status == "former" and own:
        return supported(own)
    others = [o for o in offices if _same_title(finding.title, o) and asked.during((o.from_, o.until), finding.when)]
    if others and own:
        return contradicted(others, f"then it was {', '.join(o.person for o in others)}")
    return silent("the record does not hold that office")


def _same_person(name: str, office: Office) -> bool:
    said = set(_words(name))
    return any(
        said and (said <= set(_words(known)) or set(_words(known)) <= said) for known in (office.person, *office.aliases)
    )


def _same_title(title: str, office: Office) -> bool:
    return bool(title) and set(_words(title)) <= set(_words(office.title)) | set(_words(office.of))


def _words(name: str) -> list[str]:
    return name.casefold().replace("-", " ").split()

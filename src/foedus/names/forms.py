"""Every way in which the nouns of the record are written: a form is one such way, and the stretch of time it fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from foedus.names.words import vocabulary, words
from foedus.nouns import Actor, Alliance, Body, Office, Place, PoliticalParty, State, Threat
from foedus.when import When

Kind = Literal["state", "place", "organisation", "body", "person", "threat", "group", "party", "medium"]
Shape = Literal["name", "demonym", "capital", "metonym", "person", "surname", "title"]
Noun = State | Place | Alliance | Body | Office | Threat | PoliticalParty | Actor


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write one noun. `for_` is the id that a person, body or capital acts for.

    The noun bears the form from `from_` until `until`; `id` None is a person, or words that only look like a name
    (`name` empty). `called`: the common nouns that a text uses for it ("the bloc", "the president").
    """

    text: str
    name: str
    kind: Kind
    id: str | None = None
    shape: Shape = "name"
    for_: str | None = None
    from_: When | None = None
    until: When | None = None
    called: tuple[str, ...] = ()


def forms_of(noun: Noun) -> Iterator[Form]:
    """The forms of any noun that has names."""
    match noun:
        case State():
            yield from _state(noun)
        case Place():
            at_home = noun.de_jure if noun.de_jure == noun.de_facto else None
            yield from _plain(noun, "place", noun.from_, noun.until, at_home)
        case Alliance():
            yield from _alliance(noun)
        case Body():
            yield from _plain(noun, "body", noun.from_, noun.until, noun.of)
        case Office():
            yield from _person(noun)
        case Threat():
            yield from _threat(noun)
        case PoliticalParty():
            yield from _plain(noun, "party", None, None)
        case Actor():
            yield from _actor(noun)


def hidden() -> Iterator[Form]:
    """Words that hold a name and name something else ("South China Sea"): found, so that nothing inside them is."""
    return (Form(text=words, name="", kind="place") for words in vocabulary()["not_names"])


def _state(state: State) -> Iterator[Form]:
    base = Form(state.name, state.name, "state", state.id, "name", state.id, state.from_, state.until)
    yield base
    yield from _each(base, state.aliases)
    yield from _each(replace(base, shape="demonym"), state.demonyms)
    yield from _each(replace(base, shape="capital"), state.capitals)
    yield from _each(replace(base, shape="metonym"), state.metonyms)


def _alliance(one: Alliance) -> Iterator[Form]:
    short = next((n for n in (one.name, *one.aliases) if n.lower() == one.id.replace("_", " ")), one.name)
    base = Form(
        one.name, short, "organisation", one.id, "name", one.id, one.founded, one.dissolved, _common(one.descriptions)
    )
    once = {base.text: base}
    for form in (*_each(base, one.aliases), *_each(replace(base, shape="demonym"), one.demonyms)):
        once.setdefault(form.text, form)
    for name in (f.name for f in one.forms):
        once.setdefault(name, replace(base, text=name))
    yield from once.values()


def _threat(threat: Threat) -> Iterator[Form]:
    base = Form(
        threat.name,
        threat.name,
        "threat",
        threat.id,
        "name",
        threat.id,
        threat.from_,
        threat.until,
        _common(threat.descriptions),
    )
    yield from _each(base, dict.fromkeys((threat.name, *threat.aliases, *(n.name for n in threat.names))))


def _actor(actor: Actor) -> Iterator[Form]:
    kind: Kind = "medium" if actor.kind == "medium" else "group"
    base = Form(
        actor.name, actor.name, kind, actor.id, "name", actor.id, actor.from_, actor.until, _common(actor.descriptions)
    )
    yield from _each(base, dict.fromkeys((actor.name, *actor.aliases)))
    yield from _each(replace(base, shape="demonym"), actor.demonyms)


def _plain(
    noun: Place | Body | PoliticalParty, kind: Kind, from_: When | None, until: When | None, for_: str | None = None
) -> Iterator[Form]:
    base = Form(noun.name, noun.name, kind, noun.id, "name", for_ or noun.id, from_, until)
    yield from _each(base, dict.fromkeys((noun.name, *noun.aliases)))


def _person(office: Office) -> Iterator[Form]:
    """The full name, further names, and the surname that stands alone once the person is known."""
    base = Form(
        office.person, office.person, "person", None, "person", office.of, office.from_, office.until, _role(office.title)
    )
    yield base
    for alias in office.aliases:
        yield replace(base, text=alias)
    nation = office.national_of or office.of
    full = [name for name in (office.person, *office.aliases) if " " in name and " of " not in name]
    for last in dict.fromkeys(surname(name, nation) for name in full):
        if last not in (office.person, *office.aliases) and last not in words("never_alone"):
            yield replace(base, text=last, shape="surname")


def _common(descriptions: tuple[str, ...]) -> tuple[str, ...]:
    """The descriptions without their article."""
    return tuple(words.removeprefix("the ") for words in descriptions)


def _role(title: str) -> tuple[str, ...]:
    """What the holder of an office is called in passing: a "Foreign Minister of X" also "minister"."""
    role = title.lower().split(" of ")[0].split(" for ")[0]
    return tuple(dict.fromkeys((role, role.split()[-1])))


def surname(person: str, nation: str = "") -> str:
    """The family name, with its particle: "de Gaulle", "al-Assad"; the first word in nations that put it first."""
    parts = person.split()
    if nation in words("family_name_first"):
        return parts[0]
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in words("particles"):
        start -= 1
    return " ".join(parts[start:])


def _each(base: Form, texts: Iterable[str]) -> Iterator[Form]:
    return (replace(base, text=text) for text in texts)

"""Find names in a text: whole words, the longest first, meant as on the day of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from foedus.names.forms import Form, Kind, Noun, Shape, forms_of, hidden
from foedus.names.words import folded, vocabulary, words
from foedus.nouns import Span
from foedus.when import When, before, not_after

KNOWN_AFTER = 40  # years for which a person is still written about under the name, after the last office
KNOWN_BEFORE = 12  # years before the first


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text. `for_` is the id that it acts for: a capital's state, a minister's state while in office.

    `once` is the id that someone out of office served last; `for_name` the name of the one or the other. `called`: the
    common nouns by which a text may come back to it ("the bloc", "the president").
    """

    start: int
    end: int
    id: str | None
    name: str
    kind: Kind
    for_: str | None
    form: Shape
    called: tuple[str, ...] = ()
    for_name: str = ""
    once: str | None = None

    @property
    def span(self) -> Span:
        """Where it stands, end exclusive."""
        return self.start, self.end


@dataclass(frozen=True)
class Gazetteer:
    """All forms of the nouns it is made of. It holds no state of any text: one serves for all."""

    forms: dict[str, tuple[Form, ...]]
    people: dict[str, tuple[Form, ...]]
    bearers: dict[str, tuple[Form, ...]]
    automaton: Any = field(repr=False)

    @classmethod
    def of(cls, *nouns: Iterable[Noun]) -> Gazetteer:
        """A gazetteer of states, places, organisations, bodies, offices, threats, parties, media: in any order."""
        forms: dict[str, list[Form]] = {}
        people: dict[str, list[Form]] = {}
        bearers: dict[str, list[Form]] = {}
        for form in (*hidden(), *(f for group in nouns for noun in group for f in forms_of(noun))):
            forms.setdefault(folded(form.text), []).append(form)
            if form.shape == "person" and form.text == form.name:
                people.setdefault(form.name, []).append(form)
            elif form.id and form.shape == "name" and form.kind != "place":
                bearers.setdefault(form.id, []).append(form)
        return cls(_frozen(forms), _frozen(people), _frozen(bearers), _automaton(forms))

    def find(self, text: str, on: When | None = None) -> list[Mention]:
        """The names in the text, sorted, none inside another."""
        plain = folded(text)
        hits = self._longest(plain)
        full = Counter(m.name for m in self._meant(plain, hits, on, None) if m.form == "person")
        found = list(self._meant(plain, hits, on, full))
        states = Counter(m.id for m in found if m.kind == "state")
        return [m for i, m in enumerate(found) if _at_home(m, found[i - 1] if i else None, plain, states)]

    def named(self, words: str, on: When | None = None) -> Form | None:
        """Whom words name that are a name and nothing else."""
        found = self.forms.get(folded(words.strip().removeprefix("the ").removeprefix("The ")), ())
        return _choose([f for f in found if f.name], on)

    def office_holders(self, on: When | None) -> Iterator[Form]:
        """Everyone in office on the day."""
        return (f for forms in self.people.values() for f in forms if on and _fits(f, on) == 0)

    def _longest(self, plain: str) -> list[tuple[int, int, str]]:
        found = []
        for last, (length, key) in self.automaton.iter(plain):
            start, end = last + 1 - length, last + 1
            if _whole(plain, start, end):
                found.append((start, -end, key))
        found.sort()
        kept: list[tuple[int, int, str]] = []
        reach = 0
        for start, minus_end, key in found:
            if start >= reach:
                kept.append((start, -minus_end, key))
                reach = -minus_end
        return kept

    def _meant(
        self, plain: str, hits: Iterable[tuple[int, int, str]], on: When | None, full: Counter[str] | None
    ) -> Iterator[Mention]:
        """Whom each hit means. `full`: people named in full in the text, whose surname alone may stand for them."""
        for start, end, key in hits:
            forms = self.forms[key]
            fitting = [f for f in forms if _in_place(f, plain, start, end, full, on)]
            if full is not None and len({f.name for f in fitting if f.shape == "surname"}) > 1:
                fitting = sorted((f for f in fitting if full[f.name]), key=lambda f: -full[f.name])
            chosen = _choose(fitting, on)
            if chosen and chosen.shape == "capital" and on and _fits(chosen, on):
                chosen = replace(chosen, name=chosen.text, kind="place")
            if chosen and chosen.name:
                yield self._mention(chosen, start, end, on)

    def _mention(self, form: Form, start: int, end: int, on: When | None) -> Mention:
        for_, once = self._serves(form.name, on) if form.kind == "person" else (form.for_, None)
        acted = for_ or once
        for_name = form.name if acted == form.id and form.kind != "place" else self.name_of(acted, on)
        return Mention(start, end, form.id, form.name, form.kind, for_, form.shape, form.called, for_name, once)

    def name_of(self, id: str | None, on: When | None) -> str:
        """The name that the bearer of an id had on the day; empty for an unknown id."""
        chosen = _choose(self.bearers.get(id or "", ()), on)
        return chosen.name if chosen else ""

    def _serves(self, person: str, on: When | None) -> tuple[str | None, str | None]:
        """The id that a person speaks for on the day by the office then held, and the one last served before."""
        posts = self.people.get(person, ())
        if on is None:
            return (posts[0].for_, None) if len({p.for_ for p in posts}) == 1 else (None, None)
        held = sorted((p.for_ or "" for p in posts if _fits(p, on) == 0), key=self._is_no_state)
        now = held[0] if held else None
        past = [p for p in posts if _fits(p, on) == 1]
        return now, past[-1].for_ if past and not now else None

    def _is_no_state(self, id: str) -> bool:
        return not any(f.kind == "state" for f in self.bearers.get(id, ()))


def _frozen(forms: dict[str, list[Form]]) -> dict[str, tuple[Form, ...]]:
    return {text: tuple(found) for text, found in forms.items()}


def _automaton(forms: dict[str, list[Form]]) -> Any:
    """A matcher of all forms, also in capitals as datelines and headings have them: yields length and form."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for text in forms:
        automaton.add_word(text, (len(text), text))
        loud = text.upper()
        if len(text) > 3 and len(loud) == len(text) and loud not in forms:
            automaton.add_word(loud, (len(loud), text))
    automaton.make_automaton()
    return automaton


def _whole(plain: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches the stretch; a form that ends with a hyphen wants a word after it."""
    if start and (plain[start - 1].isalnum() or plain[start - 1] in "@#_"):
        return False
    after = plain[end : end + 1]
    return after.isalnum() if plain[end - 1] == "-" else not (after.isalnum() or after == "_")


def _choose(forms: Sequence[Form], on: When | None) -> Form | None:
    """The form that fits the day best: borne then, else given up before, else (lands only) taken up later."""
    ranked = [(_fits(f, on), i) for i, f in enumerate(forms)]
    allowed = [(rank, i) for rank, i in ranked if rank <= _latest_rank(forms[i], on)]
    return forms[min(allowed)[1]] if allowed else None


def _latest_rank(form: Form, on: When | None) -> int:
    if form.shape == "metonym" and on:
        return 0
    if form.kind in ("state", "place", "medium"):
        return 2
    return 1 if on else 2


def _fits(form: Form, on: When | None) -> int:
    """0 borne on the day (or still borne, without a day), 1 in the past by then, 2 not yet."""
    if on is None:
        return 0 if form.until is None else 1
    if form.until and before(on, form.until) is False:
        return 1
    return 2 if form.from_ and before(on, form.from_) else 0


def _in_place(form: Form, plain: str, start: int, end: int, full: Counter[str] | None, on: When | None) -> bool:
    """Whether the words around allow this meaning."""
    if form.kind == "person":
        return _known(form, on) and _person_in_place(form, plain, start, end, full, on)
    if form.text in words("also_people") and _part_of_a_person(plain, start, end):
        return False
    if form.text in words("also_words") and _shouted(plain, start, end):
        return False
    confused = vocabulary()["confused"].get(form.text)
    return not (confused and _elsewhere(confused, plain))


def _known(form: Form, on: When | None) -> bool:
    """Whether anyone writes of the person yet, or still."""
    if on is None:
        return True
    early = When(f"{int(form.from_[:4]) - KNOWN_BEFORE:04d}") if form.from_ else None
    late = When(f"{int(form.until[:4]) + KNOWN_AFTER:04d}") if form.until else None
    return (early is None or not_after(early, on) is not False) and (late is None or before(on, late) is not False)


def _person_in_place(form: Form, plain: str, start: int, end: int, full: Counter[str] | None, on: When | None) -> bool:
    """A full name always; a surname after a title while in office, or where the full name stands in the text."""
    if form.shape == "person" and " " in form.text:
        return True
    before_it = _BEFORE.search(plain, max(0, start - 40), start)
    word = before_it[1] if before_it else ""
    if word in words("titles"):
        return full is not None and (form.name in full or form.shape == "person" or on is None or _fits(form, on) == 0)
    if word and word[0].isupper() and word not in words("may_precede") and form.shape == "surname":
        return False
    if form.shape == "person":
        return on is None or _fits(form, on) < 2 or (full is not None and form.name in full)
    if full is None or form.name in full:
        return full is not None
    right = _AFTER.match(plain, end)
    if right and right[1] not in words("may_follow"):
        return False
    return bool(on) and _fits(form, on) == 0 and len(form.text) > 3 and form.text not in words("common_surnames")


_BEFORE = re.compile(r"([\w.'-]+) $")
_AFTER = re.compile(r" ([A-Z][\w'-]+)")


def _part_of_a_person(plain: str, start: int, end: int) -> bool:
    """Whether a capitalised word beside makes it a given name or a surname ("Michael Jordan", "Chad Smith")."""
    left = _BEFORE.search(plain, max(0, start - 40), start)
    if left and left[1][0].isupper() and left[1][-1] != "." and left[1] not in words("may_precede"):
        return True
    if left and left[1].rstrip(".") in ("Mr", "Mrs", "Ms", "Dr", "Miss", "Judge", "Sen", "Rep"):
        return True
    right = _AFTER.match(plain, end)
    return bool(right and right[1] not in words("may_follow"))


def _at_home(m: Mention, last: Mention | None, plain: str, states: Counter[str | None]) -> bool:
    """Whether "the Senate" is the record's: no other nation's word before it, no other state named more often.

    Everything but such common names of bodies is at home.
    """
    if m.kind != "body" or m.name not in words("common_bodies"):
        return True
    if last and last.kind == "state" and plain[last.end : m.start].strip() in ("", "'s", "'"):
        return last.id == m.for_
    return not states or states[m.for_] == max(states.values())


def _shouted(plain: str, start: int, end: int) -> bool:
    """Whether the words beside are in capitals too, so that capitals say nothing."""
    near = (_BEFORE.search(plain, max(0, start - 40), start), _AFTER.match(plain, end))
    return any(m and len(m[1]) > 1 and m[1].isupper() for m in near)


def _elsewhere(confused: dict[str, list[str]], plain: str) -> bool:
    """Whether the text speaks of the namesake: one of its words is there and none of the right one's."""
    return any(w in plain for w in confused["if"]) and not any(w in plain for w in confused["unless"])

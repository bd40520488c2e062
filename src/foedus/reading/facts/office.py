"""Who holds which office: `CSTO Secretary-General N. B.`, `Finland's president, S. N.`, `took the chair of the bloc`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from foedus.nouns import FactFinding, Named
from foedus.reading.facts.grammar import aspect, behind, clause, doers, done_to
from foedus.reading.facts.person_names import LONGEST_NAME, Words, name_at, person_at
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told


def find(told: Told) -> Iterator[FactFinding]:
    """Each holder of each office once a document, where the text first tells it."""
    taken: set[tuple[str, str | None]] = set()
    for found in sorted((*_beside(told), *_by_verbs(told)), key=lambda f: f.span):
        key = (found.subject.name if found.subject else "", found.title.lower())
        if key not in taken:
            taken.add(key)
            yield found


def _beside(told: Told) -> Iterator[FactFinding]:
    """A title with a name right behind it, behind a comma, or before it."""
    for head in told.words(lexicon("office")["heads"], "NOUN", "PROPN"):
        title = _title(head)
        names = _names_behind(told, title[1]) or _name_before(told, title[0])
        for person in names:
            found = _made(told, title, person, alone=person is not names[0])
            if found.object or head.lemma_.lower() not in lexicon("office")["lesser"]:
                yield found


def _made(told: Told, title: Words, person: Words, alone: bool) -> FactFinding:
    """One office beside a name; `alone`: the name stands too far from the title to share its span."""
    doc, book = told.parsed.doc, lexicon("office")
    of, of_end = _owner(told, title, person)
    begin = _start_of_owner(told, title[0])
    first, end = min(begin, person[0]), max(title[1], person[1], of_end)
    beside = {t.lower_ for t in doc[begin : title[1]]}
    coming = beside & set(book["coming"])
    return FactFinding(
        **told.parsed.base(
            "office", told.parsed.span(doc[slice(*person) if alone else slice(first, end)]), "office.beside"
        ),
        subject=person_at(told, person),
        object=of,
        status="former" if beside & set(book["former"]) else "designate" if coming else "holds",
        title=doc[title[0] : title[1]].text.removesuffix(
            "s" if alone or doc[title[1] - 1].tag_ in ("NNS", "NNPS") else ""
        ),
    )


def _title(head: Token) -> Words:
    """A head with the words around it that belong to the title."""
    book, doc = lexicon("office"), head.doc
    first, end = head.i, head.i + 1
    while (
        first > head.sent.start
        and doc[first - 1].lower_ in (*book["before"], "-")
        and doc[first - 1].i >= head.sent.start
    ):
        first -= 1
    while first < head.i and doc[first].lower_ == "-":
        first += 1
    while (
        end < len(doc)
        and doc[end].lower_ in book["after"]
        and (doc[end].lower_ != "in" or doc[end : end + 2].text.lower() == "in chief")
    ):
        end += 1
    while end > head.i + 1 and doc[end - 1].lower_ in ("-", "in"):
        end -= 1
    rest = doc[end : end + 7].text.lower()
    longest = max((b for b in book["behind"] if rest.startswith(b)), key=len, default="")
    return first, end + len(longest.split())


def _names_behind(told: Told, end: int) -> list[Words]:
    """The name behind a title, with or without a comma; both names behind `the presidents`."""
    doc = told.parsed.doc
    if doc[end : end + 1].text in ("in", "at", "to", "for", "of"):  # the ambassador in Kyiv, A. B.
        end = next((i for i in range(end + 1, min(end + 7, len(doc))) if doc[i].text == ","), end)
    comma = end < len(doc) and doc[end].text == ","
    first = name_at(told, end + comma, titled=not comma)
    if first is None or (comma and not _closed(told, first[1])):
        return []
    plural = doc[end - 1].text.endswith("s") and first[1] < len(doc) and doc[first[1]].lower_ == "and"
    second = name_at(told, first[1] + 1) if plural else None
    return [first, second] if second else [first]


def _closed(told: Told, end: int) -> bool:
    """Whether a name behind a comma ends as an apposition does."""
    rest = told.parsed.doc[end : end + 1].text
    return (
        rest in ("of", "from")
        or rest in (",", ".", ";", ")", "", "and", "--", "–", "—", ":", "(")
        or rest in ("said", "told")
    )


def _name_before(told: Told, start: int) -> list[Words]:
    """The name in `A. B., the president`: right before the comma before the title's phrase."""
    doc = told.parsed.doc
    first = _start_of_owner(told, start)
    if first < 2 or doc[first - 1].text != "," or doc[first - 1].sent.start != doc[start].sent.start:
        return []
    for begin in range(max(doc[start].sent.start, first - 1 - LONGEST_NAME), first - 1):
        found = name_at(told, begin)
        if found and found[1] == first - 1:
            return [found]
    return []


def _start_of_owner(told: Told, start: int) -> int:
    """Where the phrase of a title begins: `the American`, `its`, `Finland's`, `Syria's former`."""
    doc = told.parsed.doc
    first = start
    while first > doc[start].sent.start and start - first < 7:
        token = doc[first - 1]
        then = token.lower_ in lexicon("office")["former"]
        possessor = then or (token.pos_ in ("NOUN", "PROPN") and doc[first].tag_ == "POS")
        if not (
            possessor
            or token.pos_ in ("DET", "ADJ", "PART")
            or token.tag_ in ("PRP$", "POS")
            or told.kind_at(token) in ("state", "organisation", "body")
        ):
            break
        first -= 1
    return first


def _owner(told: Told, title: Words, person: Words) -> tuple[Named | None, int]:
    """Whose office it is, and where the words behind it that say so end."""
    doc = told.parsed.doc
    behind_it = [_owner_behind(told, end) for end in (title[1], person[1])]
    of, end = next((b for b in behind_it if b[0]), (None, 0))
    for i in range(_start_of_owner(told, title[0]), title[0]):
        if found := told.named_by(doc[i]) or (told.party(doc[i]) if doc[i].pos_ == "NOUN" else None):
            return found, end
    return of or told.person_serves(doc[person[0] : person[1]]), end


def _owner_behind(told: Told, start: int) -> tuple[Named | None, int]:
    """`of France`, `to the pact`, `of its commission`: the first party named in the phrase."""
    doc = told.parsed.doc
    if doc[start : start + 1].text not in ("of", "to", "for", "at"):
        return None, 0
    end = start + 1
    found = None
    while end < min(len(doc), start + 7) and doc[end].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART"):
        found = found or told.named_by(doc[end]) or (told.party(doc[end]) if doc[end].pos_ == "NOUN" else None)
        end += 1
    return found, end if found else 0


def _by_verbs(told: Told) -> Iterator[FactFinding]:
    """`A. B. became secretary-general of the pact in 1946`, `who was elected to the chair in spring`."""
    book = lexicon("office")
    for row in book["verb"]:
        for verb in told.words(row["verbs"], "VERB", "AUX"):
            heads = [h for name in row["office"] for h in _slot(verb, name) if h.lemma_.lower() in book["heads"]]
            subjects = (done_to if row["subject"] == ["object"] else doers)(verb)
            for head, subject in product(heads, subjects):
                person = _person_of(told, subject)
                if person and subject.i != head.i and aspect(verb) == "asserted":
                    yield _told_by(told, row["id"], verb, _title(head), person, subject)


def _told_by(told: Told, rule: str, verb: Token, title: Words, person: Named, subject: Token) -> FactFinding:
    of, of_end = _owner(told, title, (title[1], title[1]))
    aids = (t.i for t in verb.children if t.dep_ in ("aux", "auxpass") or (t.i == subject.i and verb.i - t.i < 8))
    first = min([verb.i, *aids])
    span = told.dated(told.parsed.span(told.parsed.doc[first : max(title[1], of_end, verb.i + 1)]))
    return FactFinding(
        **told.parsed.base("office", span, f"office.{rule}"),
        subject=person,
        object=of,
        when=told.when(clause(verb)),
        status="leaves" if rule == "leaves" and verb.lemma_ != "serve" else "holds",
        title=told.parsed.doc[title[0] : title[1]].text,
    )


def _slot(verb: Token, name: str) -> list[Token]:
    if name == "object":
        return [*done_to(verb), *(c for c in verb.children if c.dep_ in ("attr", "dobj", "oprd"))]
    if name == "oprd":
        return [c for c in verb.children if c.dep_ in ("oprd", "attr", "ccomp")]
    return behind(verb, (name,))


def _person_of(told: Told, token: Token) -> Named | None:
    """The person that a subject names; None for states, bodies and unnamed people."""
    first = token.i
    while (
        first > token.sent.start
        and told.parsed.doc[first - 1].dep_ in ("compound", "nmod")
        and told.parsed.doc[first - 1].head.i == token.i
    ):
        first -= 1
    name = name_at(told, first)
    if name and name[0] <= token.i < name[1]:
        return person_at(told, name)
    if token.pos_ == "PRON":
        found = told.parsed.resolve(told.parsed.span(token))
        return (
            found if found and not (found.id and found.id.isupper()) and told.sort(found) in ("person", "other") else None
        )
    return None

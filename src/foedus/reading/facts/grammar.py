"""How a clause hangs together: who acts, on what, behind which preposition, and whether it happened at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from foedus.nouns import Polarity
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_OBJECTS = {"dobj", "obj", "attr", "oprd", "dative"}
_NOUNS = {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
_INNER = {"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "case", "advmod", "npadvmod"}


def passive(verb: Token) -> bool:
    """`was banned`; `troops sent by France`."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    bare = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "dobj") for c in verb.children)
    return bare and (verb.dep_ == "acl" or any(c.dep_ == "nsubj" for c in verb.children))


def done_to(verb: Token) -> list[Token]:
    """What a verb acts on: its object, or the subject of its passive."""
    if passive(verb):
        return own_subject(verb) or ([verb.head] if verb.dep_ in ("acl", "relcl") else [])
    found = [c for c in verb.children if c.dep_ in _OBJECTS and c.tag_ not in ("WDT", "WP")]
    if (
        not found
        and verb.dep_ == "relcl"
        and verb.head.i < verb.i
        and any(c.dep_ == "nsubj" and c.tag_ != "WDT" for c in verb.children)
    ):
        return [verb.head]
    return found


def doers(verb: Token, depth: int = 0) -> list[Token]:
    """Who does what a verb says, also where the subject stands further up: `agreed to send`, `which sold`."""
    if passive(verb):
        return behind(verb, ("by",))
    found = own_subject(verb) or _right_before(verb)
    if found:
        return found
    head = verb.head
    if depth > 4 or head is verb:
        return []
    if verb.dep_ in ("relcl", "acl") and head.pos_ in _NOUNS:
        return [head]
    if verb.dep_ in ("pcomp", "pobj"):
        return doers(head.head, depth + 1) if head.head.pos_ in ("VERB", "AUX") else []
    if head.pos_ not in ("VERB", "AUX", "ADJ"):
        return []
    if passive(head) and verb.dep_ in ("xcomp", "conj", "advcl"):
        return own_subject(head)
    controlled = [c for c in head.children if c.dep_ == "dobj"] if verb.dep_ == "xcomp" else []
    return controlled or doers(head, depth + 1)


def _right_before(verb: Token) -> list[Token]:
    """The name right before a finite verb that the parser left without a subject (`in 1914 Belgium asked`)."""
    before = _before_insertion(verb)
    stray = before is not None and before.pos_ == "PROPN" and before.dep_ in ("pobj", "npadvmod", "appos", "dep")
    return [before] if stray and before is not None and verb.tag_ in ("VBD", "VBZ", "VBP") else []


def _before_insertion(verb: Token) -> Token | None:
    """The word before a verb, or before the words between two commas that part them (`Oman, alarmed by it, asked`)."""
    at = verb.i - 1
    if at > verb.sent.start and verb.doc[at].text == ",":
        at = next((i for i in range(at - 1, max(verb.sent.start, at - 16), -1) if verb.doc[i].text == ","), at) - 1
    return verb.doc[at] if at >= verb.sent.start else None


def own_subject(verb: Token) -> list[Token]:
    """The subject that a verb itself has; for `which` and `who` the noun they stand for."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None:
        return []
    if dateline := _dateline(subject, verb):
        return [verb.doc[dateline + 1 : verb.i].root]
    if subject.tag_ in ("WDT", "WP") or (subject.lower_ == "that" and verb.dep_ == "relcl"):
        top = verb
        while top.dep_ == "conj":
            top = top.head
        return [top.head] if top.dep_ == "relcl" else []
    return [] if subject.lower_ in ("there", "it") and subject.dep_ == "expl" else [subject]


def _dateline(subject: Token, verb: Token) -> int | None:
    """Where the dash of `WARSAW, March 4 (Wire) - Poland invoked` stands, if the parser took the town for the subject."""
    start = verb.sent.start
    if not (verb.doc[start].is_upper and len(verb.doc[start]) > 2):
        return None
    dashes = (t.i for t in verb.doc[start : start + 14] if t.text in ("-", "–", "—", "--"))
    return next((i for i in dashes if subject.i < i < verb.i - 1), None)


def behind(token: Token, prepositions: Iterable[str]) -> list[Token]:
    """The nouns behind a preposition that hangs on a word or on its objects."""
    far = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("out", "away", "back", "up")]  # out of
    near = [
        token,
        *far,
        *(c for c in token.children if c.dep_ in ("dobj", "prt", "advmod", "attr", "acomp", "nsubjpass")),
    ]
    preps = [
        c for n in near for c in n.children if c.lower_ in prepositions and c.dep_ in ("prep", "agent", "dative", "prt")
    ]
    return [p for prep in preps for p in prep.children if p.dep_ in ("pobj", "pcomp")]


def each(token: Token) -> list[Token]:
    """A noun and its fellows in a list: A, B and C."""
    found, queue = [token], [token]
    while queue:
        fellows = [
            c for c in queue.pop().children if c.dep_ in ("conj", "appos") and c.pos_ in _NOUNS and c.dep_ == "conj"
        ]
        found += fellows
        queue += fellows
    return found


def phrase(token: Token) -> tuple[int, int]:
    """A noun with the words before it that belong to it, as token numbers (end exclusive); no clauses, no appositions."""
    first = token.i
    for child in sorted(token.lefts, key=lambda c: -c.i):
        if any(t.text in (",", "(") for t in child.subtree):
            break
        if (child.dep_ in _INNER or (child.text == "-" and not child.whitespace_)) and child.right_edge.i == first - 1:
            first = child.left_edge.i
    numbered = any(c.i == token.i + 1 and c.pos_ == "NUM" for c in token.children)
    return first, token.i + 1 + numbered


def aspect(verb: Token) -> Polarity:
    """Whether the clause of a verb says that it happened: its negation, its auxiliaries, and the words that govern it."""
    words = lexicon("aspect")
    own = {c.lower_ for c in verb.children if c.dep_ in ("neg", "aux", "advmod", "preconj", "det")}
    if own & set(words["not"]) or any(_empty(noun) for noun in (*own_subject(verb), *done_to(verb))):
        return "negated"
    name: Polarity
    for name in ("hypothetical", "planned"):
        if own & set(words[name]):
            return name
    if any(c.lower_ in words["if"] for c in verb.children if c.dep_ in ("mark", "advmod")):
        return "hypothetical"
    return _governed(verb)


def _empty(noun: Token) -> bool:
    """`no bases`, `nobody`, `not a single soldier`."""
    words = set(lexicon("aspect")["none"])
    return noun.lower_ in words or any(
        c.lower_ in words for c in noun.children if c.dep_ in ("det", "neg", "preconj", "advmod")
    )


def _governed(verb: Token) -> Polarity:
    """What the verb, adjective or noun above an infinitive or gerund makes of it: `refused to send`, `plans to join`."""
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return aspect(head)
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if verb.dep_ == "pcomp":
        head = head.head
    elif not infinitive and (verb.dep_ not in ("xcomp", "acl") or verb.tag_ != "VBG"):
        return "asserted"
    for name, governors in lexicon("aspect")["governors"].items():
        if head.lemma_.lower() in governors:
            return name  # type: ignore[no-any-return]
    return aspect(head) if head.pos_ == "VERB" and verb.dep_ == "xcomp" else "asserted"


def alleged(verb: Token) -> bool:
    """Whether a clause only stands in an accusation or a denial (`accused Paris of sending`, `denied that it sent`)."""
    words = lexicon("aspect")["alleging"]
    above = [verb, *verb.ancestors]
    return any(
        a.lemma_.lower() in words and b.dep_ in ("prep", "ccomp", "xcomp", "pcomp", "acl") for b, a in pairwise(above)
    )


def clause(verb: Token) -> Iterator[Token]:
    """The words of a verb's own clause, without the clauses below it."""
    yield verb
    for child in verb.children:
        if child.dep_ not in ("advcl", "ccomp", "relcl", "conj", "parataxis", "cc", "punct"):
            yield from (t for t in child.subtree)


def trimmed(words: list[Token]) -> list[Token]:
    """Words in order without marks and conjunctions at their ends."""
    words = sorted(words, key=lambda t: t.i)
    loose = [not (t.is_punct or t.dep_ == "cc") for t in words]
    first = loose.index(True) if True in loose else 0
    last = len(loose) - loose[::-1].index(True) if True in loose else len(words)
    return words[first:last]

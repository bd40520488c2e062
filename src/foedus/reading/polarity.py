"""Whether a deed was done: its polarity, read off negations, modal verbs, conditions and the words that govern it.

The walk goes from the word that tells of the deed up the sentence. Each governor (`refuse`, `promise`, `deny`) acts on
what stands under it; a governor that is itself negated acts as its `negated` says (`did not fail to send`: sent).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedus.nouns.findings import Polarity
from foedus.reading.arguments import SUBJECTS, is_class
from foedus.reading.clauses import (
    conditional,
    governor,
    is_infinitive,
    is_light,
    modal,
    negates,
    negation,
    none_of,
    own_negation,
    owned,
)
from foedus.reading.deeds_lexicon import Governor, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATED: dict[Polarity, Polarity] = {
    "asserted": "negated",
    "planned": "refused",
    "hypothetical": "hypothetical",
    "refused": "hypothetical",
    "failed": "asserted",
    "negated": "asserted",
    "denied": "hypothetical",
}

UNDONE = ("refused", "failed", "negated", "denied")

WISHED = {"may", "might", "could", "can", "should", "ought", "must", "need"}


@dataclass(frozen=True)
class Standing:
    """What is known of a deed so far: its polarity, who says so, and the word of the clause that tells of it."""

    polarity: Polarity
    said_by: Token | None = None
    via: tuple[int, ...] = ()
    """The places of the governors that the walk went through."""
    aside: bool = False
    """Whether it is only the purpose of another deed: `sent troops to free them`."""


def standing(token: Token, base: Polarity, noun: bool = False, skip_negation: bool = False) -> Standing:
    """The polarity of what a word tells of, given what the word says by itself."""
    now = Standing(base)
    if noun:
        now = _as_noun(token, now)
    else:
        now = _in_clause(token, now, skip_negation)
    return _climb(token, now, noun)


def _as_noun(token: Token, now: Standing) -> Standing:
    """Determiners and adjectives of a deed told by a noun: no talks, possible attacks, a planned visit."""
    words = {c.lower_ for c in token.children if c.dep_ in ("det", "amod", "advmod", "neg", "preconj", "compound")}
    if none_of(token) is not None:
        now = replace(now, polarity=NEGATED[now.polarity])
    words |= {c.lower_ for c in token.children if c.i > token.i and c.pos_ == "ADJ"}
    start = token.sent.start
    if token.doc[start].lower_ == "should" and "," not in [t.text for t in token.doc[start : token.i]]:
        return replace(now, polarity="hypothetical")  # `Should Libya attack`, where the parser saw a noun
    for effect in ("hypothetical", "planned", "failed", "refused"):
        if words & lexicon().classes[effect.upper()]:
            return replace(now, polarity=_under(effect, now.polarity))
    return now


def _rather(verb: Token) -> bool:
    """`rather than join`, `instead of joining`."""
    before = verb.doc[max(0, verb.i - 2) : verb.i].text.lower()
    return before in ("rather than", "instead of")


def _in_clause(verb: Token, now: Standing, skip_negation: bool = False, told_by: Token | None = None) -> Standing:
    """Negation, modal verb and condition of the clause itself."""
    negated = negates(verb, told_by) and not skip_negation
    if _rather(verb):
        return replace(now, polarity=_under("refused", now.polarity))
    if skip_negation and now.polarity == "failed" and modal(verb) in ("will", "would") and not _has_condition(verb):
        now = replace(now, polarity="refused")  # the idiom's own negation: would not lift a finger
    else:
        now = replace(now, polarity=_modal(modal(verb), now.polarity, negated, verb))
    if conditional(verb):
        return replace(now, polarity="hypothetical")
    little = lexicon().classes["LITTLE"]
    if any(c.lower_ in little for noun in verb.children if noun.dep_ == "dobj" for c in noun.children):
        return replace(now, polarity=_under("failed", now.polarity))
    if (
        any(c.dep_ == "advmod" and c.lower_ in lexicon().classes["PERHAPS"] for c in verb.children)
        and now.polarity not in UNDONE
    ):
        return replace(now, polarity="hypothetical")
    return now


def _modal(word: str, polarity: Polarity, negated: bool, verb: Token) -> Polarity:
    if word == "will":
        return _under("refused" if negated else "planned", polarity)
    if word == "would":
        if negated:
            return _under("refused", polarity)
        return _under("planned" if _reported(verb) and not _has_condition(verb) else "hypothetical", polarity)
    if word in WISHED:
        if negated and word in ("can", "could"):
            return _under("failed", polarity)
        return _under("refused" if negated and word == "must" else "hypothetical", polarity)
    return NEGATED[polarity] if negated else polarity


def _reported(verb: Token) -> bool:
    """Whether `would` is `will` as someone told it: `he said it would free them`."""
    head = verb.head
    row = governor(head, "clause") if verb.dep_ in ("ccomp", "conj", "acl") else None
    return row is not None and (row.says or row.effect == "planned")


def _has_condition(verb: Token) -> bool:
    return any(c.dep_ == "advcl" and conditional(c) for c in verb.children)


def _under(effect: str, polarity: Polarity) -> Polarity:
    """What becomes of a deed of this polarity under a governor's effect."""
    if effect in ("", "asserted"):
        return polarity
    if effect == "denied":
        return "denied"
    if effect in ("refused", "failed", "negated"):
        undone: Polarity = effect  # type: ignore[assignment]
        return "hypothetical" if polarity in UNDONE else undone
    if effect == "planned":
        return {"asserted": "planned", "negated": "refused"}.get(polarity, polarity)  # type: ignore[return-value]
    return polarity if polarity == "denied" else "hypothetical"


def _climb(token: Token, now: Standing, noun: bool) -> Standing:
    """Walk up from the word through all that governs it."""
    for _ in range(24):
        step = _step(token, now, noun)
        if step is None:
            break
        token, now, noun = step
    if token.dep_ == "ROOT" and _asks(token):
        return replace(now, polarity="hypothetical")
    return now


def _asks(root: Token) -> bool:
    return root.sent[-1].text == "?" or (len(root.sent) > 1 and root.sent[-2].text == "?")


def _step(token: Token, now: Standing, noun: bool) -> tuple[Token, Standing, bool] | None:
    """One step up: the next word, the standing there, and whether that word is a noun."""
    head, dep = token.head, token.dep_
    if dep == "ROOT" or head is token:
        return None
    if dep == "conj":
        return head, _conjoined(token, head, now), noun
    if dep in ("ccomp", "parataxis", "advcl") and _set_apart(token, head):
        return None
    if noun:
        return _from_noun(token, head, dep, now)
    return _from_clause(token, head, dep, now)


def _above(preposition: Token) -> Token:
    """The verb, noun or adjective that a preposition hangs on, also by way of an adverb: `stop short of`."""
    word = preposition.head
    while word.pos_ in ("ADV", "ADP", "PART") and word.head is not word and word.dep_ in ("advmod", "prep", "prt"):
        word = word.head
    return word


def _charging(noun: Token) -> Token:
    """The verb of a charge, where the parser hung the charge on the accused: `accused the guards of firing`."""
    verb = noun.head
    row = governor(verb, "clause") if noun.pos_ in ("NOUN", "PROPN") and noun.dep_ == "dobj" else None
    return verb if row is not None and row.says and row.control == "object" else noun


def _set_apart(clause: Token, head: Token) -> bool:
    """Whether a semicolon, colon or dash stands between two clauses: neither governs the other."""
    first, last = sorted((clause.i, head.i))
    return any(t.text in (";", ":", "–", "—") and t.i < last for t in clause.doc[first:last])


def _conjoined(token: Token, head: Token, now: Standing) -> Standing:
    """A second verb of a list shares the condition of the first, not its negation or modal verb (those were counted)."""
    if head.pos_ in ("VERB", "AUX") and conditional(head) and not any(c.dep_ in SUBJECTS for c in token.children):
        return replace(now, polarity="hypothetical")
    return now


def _too(head: Token) -> bool:
    """`too weak to help`, wherever the parser hangs the helping."""
    states = (head, *(c for c in head.children if c.dep_ in ("acomp", "oprd") and c.pos_ == "ADJ"))
    return any(c.lower_ == "too" for state in states if state.pos_ == "ADJ" for c in state.children)


def _too_much(head: Token, now: Standing) -> tuple[Token, Standing, bool]:
    """Who is too weak to help fails to; who was not too weak helped."""
    verb = head.head if head.pos_ == "ADJ" and head.dep_ in ("acomp", "oprd") else head
    effect = "asserted" if negation(verb) is not None else "failed"
    now = replace(now, polarity=_under(effect, now.polarity))
    return verb, replace(now, polarity=_modal(modal(verb), now.polarity, False, verb)), False


def _from_clause(token: Token, head: Token, dep: str, now: Standing) -> tuple[Token, Standing, bool] | None:
    if is_infinitive(token) and _too(head):
        return _too_much(head, now)
    if dep in ("ccomp", "xcomp", "csubj", "pcomp", "acl", "dobj", "advcl", "prep", "relcl", "pobj", "acomp", "parataxis"):
        if head.pos_ in ("ADP", "SCONJ") and dep in ("pcomp", "pobj", "advcl"):
            effect = {"without": "negated", "instead": "negated"}.get(head.lower_, "")
            above = _charging(_above(head))
            return (
                None if above is head else _governed(above, replace(now, polarity=_under(effect, now.polarity)), "clause")
            )
        told_by_noun = dep == "acl" or (dep == "relcl" and any(c.dep_ == "mark" for c in token.children))
        if dep in ("acl", "relcl") and not (told_by_noun and governor(head, "clause")):
            return None
        if dep == "acl" and is_class(head, "REQUEST") and not is_class(head, "CLAIM"):
            return head, replace(now, polarity=_under("hypothetical", now.polarity), aside=True), True
        if dep == "acl" and token.tag_ == "VBG" and not any(c.dep_ == "mark" for c in token.children):
            return None
        if dep == "advcl":
            return _adverbial(token, head, now)
        return _governed(head, now, "clause", token)
    return None


def _adverbial(token: Token, head: Token, now: Standing) -> tuple[Token, Standing, bool] | None:
    """A clause beside: done, unless it tells a purpose (`to free them`) or a governor takes it (`ready to`)."""
    row = governor(head, "clause")
    joined = token.tag_ == "VBG" and not any(t.is_punct for t in token.doc[head.i : token.i])
    if row is not None and (is_infinitive(token) or row.says or joined):
        return _governed(head, now, "clause")
    if is_infinitive(token):
        return token.sent.root, replace(now, polarity=_under("hypothetical", now.polarity), aside=True), False
    return None


def _from_noun(token: Token, head: Token, dep: str, now: Standing) -> tuple[Token, Standing, bool] | None:
    """Up from a deed told by a noun."""
    if dep in ("compound", "nmod", "amod", "poss", "appos"):
        return None if dep != "appos" else (head, now, True)
    if dep == "pobj" and head.pos_ in ("ADP", "SCONJ"):
        if head.lower_ == "without":
            return head, replace(now, polarity=_under("negated", now.polarity), aside=not owned(token)), False
        carried = is_light(head.head) and not owned(token)
        return _governed(head.head, now, "noun", token) if carried or _governs_deed_of(head.head, token) else None
    if dep in ("dobj", "attr", "nsubjpass", "dative", "oprd"):
        if head.pos_ in ("VERB", "AUX") and (is_light(head) or _governs_deed_of(head, token)):
            return _governed(head, now, "noun", token)
        return None
    if dep == "nsubj":
        return _as_subject(token, head, now)
    return None


def _governs_deed_of(head: Token, noun: Token) -> bool:
    """Whether a governor decides on a deed told by a noun; on another's only to deny or fear it."""
    row = governor(head, "noun")
    return row is not None and (row.effect in ("denied", "hypothetical") or not owned(noun))


def _as_subject(token: Token, head: Token, now: Standing) -> tuple[Token, Standing, bool] | None:
    """The deed is what the clause is about: `a march is unlikely`, `the landing never took place`, `would need`."""
    if conditional(head):
        now = replace(now, polarity="hypothetical")
    row = governor(head, "subject") or next(
        (r for c in head.children if c.dep_ in ("acomp", "attr") and (r := governor(c, "subject"))), None
    )
    if row is not None:
        negated = negates(head, token) and not own_negation(head, "subject", negation(head))
        effect = row.negated if negated else row.effect
        now = replace(now, polarity=_modal(modal(head), _under(effect, now.polarity), False, head))
        return head, now, False
    if modal(head) in ("would", "could", "might", "may"):
        return head, replace(now, polarity=_under("hypothetical", now.polarity)), False
    if modal(head) == "will":
        return head, replace(now, polarity=_under("planned", now.polarity)), False
    return head, now, False


def _governed(head: Token, now: Standing, over: str, told_by: Token | None = None) -> tuple[Token, Standing, bool] | None:
    """The deed depends on `head`: what that word makes of it, then its own negation, modal verb and condition."""
    if head.pos_ == "ADJ" and over == "noun" and head.dep_ in ("acomp", "amod"):
        over = "clause"
    row = governor(head, over, told_by if over == "clause" else None)
    if row is None and over == "noun" and not is_light(head):
        return None
    if row is not None:
        now = replace(now, via=(*now.via, head.i))
    if head.pos_ in ("NOUN", "PROPN"):
        return head, _noun_governor(head, row, now), True
    if row is None:
        return head, _in_clause(head, now, told_by=told_by) if head.pos_ in ("VERB", "AUX") else now, False
    return head, _verb_governor(head, row, now, told_by), False


def _noun_governor(head: Token, row: Governor | None, now: Standing) -> Standing:
    if row is None:
        return now
    denied = none_of(head) is not None
    return replace(
        now,
        polarity=_under(row.negated if denied else row.effect, now.polarity),
        said_by=head if row.says else now.said_by,
    )


def _verb_governor(head: Token, row: Governor, now: Standing, told_by: Token | None = None) -> Standing:
    carrier = head.head if head.pos_ == "ADJ" and head.dep_ in ("acomp", "attr", "oprd") else head
    negated = negates(head, told_by) or (carrier is not head and negates(carrier, told_by))
    polarity = _under(row.negated if negated else row.effect, now.polarity)
    if not row.says and not (negated and modal(carrier) in ("will", "would")):
        polarity = _modal(modal(carrier), polarity, False, carrier)
    if conditional(carrier):
        polarity = "hypothetical"
    return replace(now, polarity=polarity, said_by=head if row.says else now.said_by)

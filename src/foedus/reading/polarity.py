"""Whether a deed was done: its polarity, read off negations, modal verbs, conditions and the words that govern it.

The walk goes from the word that tells of the deed up the sentence. Each governor (`refuse`, `promise`, `deny`) acts on
what stands under it; a governor that is itself negated acts as its `negated` says (`did not fail to send`: sent).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedus.nouns.findings import Polarity
from foedus.reading.arguments import SUBJECTS, is_class, is_time, objects, phrases
from foedus.reading.deeds_lexicon import Governor, Pattern, lexicon

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
CONDITIONS = {"if", "unless", "lest", "should", "whether", "supposing", "provided", "assuming", "until"}
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


def negates(verb: Token, told_by: Token | None) -> bool:
    """Whether a verb is negated by anything but the determiner of the noun that tells of the deed (counted there)."""
    word = negation(verb)
    return word is not None and not (told_by is not None and word.head == told_by)


def negation(token: Token) -> Token | None:
    """The word that negates a clause: not, never, `no troops`, `not a single man`, `nobody`, `neither`."""
    negators = lexicon().classes["NEGATION"]
    for child in token.children:
        if child.dep_ == "neg" or (
            child.lower_ in negators
            and child.dep_ in ("advmod", "preconj", "cc", "intj", "dobj", "nsubj", "nsubjpass", "attr")
        ):
            return child
        if child.lower_ == "longer" and child.i and child.doc[child.i - 1].lower_ == "no":
            return child
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and (denied := _none_of(child)) is not None:
            return denied
        if child.dep_ in ("prep", "dative") and child.lower_ != "without":
            for inner in child.children:
                if inner.dep_ == "pobj" and (denied := _none_of(inner)) is not None:
                    return denied
    if token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX") and _joined_by_or(token):
        return negation(token.head)
    return None


def _joined_by_or(token: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in (*token.head.children, *token.children))


def _none_of(noun: Token) -> Token | None:
    negators = lexicon().classes["NEGATION"]
    if noun.lower_ in ("none", "nobody", "nothing", "neither", "no-one"):
        return noun
    for child in noun.children:
        if child.lower_ in ("no", "neither", "none") and child.dep_ in (
            "det",
            "neg",
            "preconj",
            "cc",
            "advmod",
            "predet",
        ):
            return child
        if (
            child.lower_ == "not"
            and child.i + 1 < len(noun.doc)
            and noun.doc[child.i + 1].lower_ in ("one", "a", "single", "an")
        ):
            return child
        if child.dep_ == "nummod" and any(c.lower_ in negators for c in child.children):
            return child
    return None


def modal(verb: Token) -> str:
    """The modal verb of a clause, lower case; `` where there is none. A second verb of a list shares the first's."""
    own = next((c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"), "")
    if own in ("'ll", "’ll", "wo", "shall"):
        return "will"
    if own in ("'d", "’d"):
        return "would"
    if own == "ca":
        return "can"
    if (
        not own
        and verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children)
    ):
        return modal(verb.head)
    return own


def conditional(verb: Token) -> bool:
    """Whether a clause is the condition of another: if, unless, `should Turkey land`, `had France marched`."""
    if verb.dep_ not in ("advcl", "ccomp", "conj", "relcl", "acl", "csubj", "pcomp", "ROOT"):
        return False
    if any(
        c.dep_ in ("mark", "advmod", "aux")
        and c.lower_ in CONDITIONS
        and (c.lower_ != "should" or c.i < _first_subject(verb))
        for c in verb.children
    ):
        return True
    if any(c.lower_ in ("case", "event") for c in verb.head.lefts) and verb.dep_ in ("acl", "relcl"):
        return True
    first = min((c for c in (*verb.children, verb) if not c.is_punct and not c.is_quote), key=lambda c: c.i)
    return (
        first.lower_ in ("had", "were")
        and (first is verb or first.dep_ in ("aux", "auxpass"))
        and first.i < _first_subject(verb)
        and any(c.dep_ in SUBJECTS or c.dep_ == "nsubjpass" for c in verb.children)
    )


def _first_subject(verb: Token) -> int:
    return min((c.i for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "nsubjpass"), default=-1)


def matches(pattern: Pattern, token: Token) -> bool:
    """Whether the words, objects and prepositional phrases of a pattern stand with a token."""
    return all(_has(token, word) for word in pattern.words) and all(
        any(is_class(noun, name) for noun in phrases(token, preposition)) for preposition, name in pattern.phrases
    )


def _has(token: Token, word: str) -> bool:
    if word == "MUST":
        return any(modal(c) in ("must", "should", "ought") for c in token.children if c.dep_ == "ccomp")
    if word == "ANY" and any(c.dep_ in ("ccomp", "xcomp") for c in token.children):
        return True
    if word.isupper():
        return any(is_class(noun, word) for noun in (*objects(token), *_attributes(token)))
    around = (
        c
        for child in token.children
        for c in (child, *(x for x in child.children if child.dep_ in ("prep", "prt", "advmod", "acomp")))
    )
    return any(
        (c.lemma_.lower() == word or c.lower_ == word) and _as_meant(c, word)
        for c in around
        if c.dep_ not in ("nsubj", "punct")
    )


PARTICLES = frozenset(["in", "by", "out", "up", "down", "off", "away", "back", "aside", "over", "through", "along"])


def _as_meant(child: Token, word: str) -> bool:
    """A particle has no noun behind it (`stood by`, not `stood by France`); a preposition no day."""
    behind = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
    if word in PARTICLES:
        return not any(c.dep_ == "pobj" for c in behind)
    return not (child.dep_ == "prep" and behind and all(is_time(c) for c in behind))


def _attributes(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ in ("attr", "oprd", "dative")]


def governor(token: Token, over: str, under: Token | None = None) -> Governor | None:
    """The governor that a word is, over a clause (`under` is its verb), a noun, or its own subject."""
    found = _governing(token, over, under)
    return found[1] if found else None


def _governing(token: Token, over: str, under: Token | None = None) -> tuple[Pattern, Governor] | None:
    """The row for a word; one that orders others (`tell him to go`) only over an infinitive."""
    for pattern, row in lexicon().governors.get(token.lemma_.lower(), ()):
        ordering = row.control == "object" and not row.says
        if over in row.over and matches(pattern, token) and not (ordering and under is not None and under.tag_ != "VB"):
            return pattern, row
    return None


def _own_negation(token: Token, over: str, word: Token | None) -> bool:
    """Whether a negating word belongs to the governor's own pattern: `came to nothing`."""
    found = _governing(token, over)
    return bool(found and word is not None and word.lower_ in {*found[0].words, *(n for _, n in found[0].phrases)})


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
    if _none_of(token) is not None:
        now = replace(now, polarity=NEGATED[now.polarity])
    words |= {c.lower_ for c in token.children if c.i > token.i and c.pos_ == "ADJ"}
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


def _set_apart(clause: Token, head: Token) -> bool:
    """Whether a semicolon, colon or dash stands between two clauses: neither governs the other."""
    first, last = sorted((clause.i, head.i))
    return any(t.text in (";", ":", "–", "—") and t.i < last for t in clause.doc[first:last])


def _conjoined(token: Token, head: Token, now: Standing) -> Standing:
    """A second verb of a list shares the condition of the first, not its negation or modal verb (those were counted)."""
    if head.pos_ in ("VERB", "AUX") and conditional(head) and not any(c.dep_ in SUBJECTS for c in token.children):
        return replace(now, polarity="hypothetical")
    return now


def _from_clause(token: Token, head: Token, dep: str, now: Standing) -> tuple[Token, Standing, bool] | None:
    if dep in ("ccomp", "xcomp", "csubj", "pcomp", "acl", "dobj", "advcl", "prep", "relcl", "pobj", "acomp", "parataxis"):
        if head.pos_ in ("ADP", "SCONJ") and dep in ("pcomp", "pobj", "advcl"):
            effect = {"without": "negated", "instead": "negated"}.get(head.lower_, "")
            above = _above(head)
            return (
                None if above is head else _governed(above, replace(now, polarity=_under(effect, now.polarity)), "clause")
            )
        told_by_noun = dep == "acl" or (dep == "relcl" and any(c.dep_ == "mark" for c in token.children))
        if dep in ("acl", "relcl") and not (told_by_noun and governor(head, "clause")):
            return None
        if dep == "acl" and is_class(head, "REQUEST"):
            return head, replace(now, polarity=_under("hypothetical", now.polarity), aside=True), True
        if dep == "acl" and token.tag_ == "VBG":
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


def is_infinitive(verb: Token) -> bool:
    """`to send`."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


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


def owned(noun: Token) -> bool:
    """Whether a noun says whose deed it is by a name that the gazetteer knows."""
    kinds = noun.doc.user_data.get("kinds", {})
    own = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod") or c.lower_ in ("by", "from")]
    own += [a for c in noun.children if c.dep_ == "acl" for a in c.children if a.lower_ == "by"]
    return any(t.i in kinds for c in own for t in c.subtree)


def _as_subject(token: Token, head: Token, now: Standing) -> tuple[Token, Standing, bool] | None:
    """The deed is what the clause is about: `a march is unlikely`, `the landing never took place`, `would need`."""
    if conditional(head):
        now = replace(now, polarity="hypothetical")
    row = governor(head, "subject") or next(
        (r for c in head.children if c.dep_ in ("acomp", "attr") and (r := governor(c, "subject"))), None
    )
    if row is not None:
        negated = negates(head, token) and not _own_negation(head, "subject", negation(head))
        effect = row.negated if negated else row.effect
        now = replace(now, polarity=_modal(modal(head), _under(effect, now.polarity), False, head))
        return head, now, False
    if modal(head) in ("would", "could", "might", "may"):
        return head, replace(now, polarity=_under("hypothetical", now.polarity)), False
    if modal(head) == "will":
        return head, replace(now, polarity=_under("planned", now.polarity)), False
    return head, now, False


def is_light(verb: Token) -> bool:
    """Whether a verb only carries a noun: `launch an attack`, `hold talks`, `impose sanctions`."""
    return verb.lemma_.lower() in lexicon().classes["LIGHT"] or verb.lemma_ == "be"


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
    denied = _none_of(head) is not None
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

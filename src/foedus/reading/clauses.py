"""What stands in a clause: negations, modal verbs, conditions, and whether a pattern of the lexicon matches a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.reading.arguments import SUBJECTS, is_class, is_time, objects, phrases
from foedus.reading.deeds_lexicon import Governor, Pattern, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


CONDITIONS = {"if", "unless", "lest", "should", "whether", "supposing", "provided", "assuming", "until"}


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
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and (denied := none_of(child)) is not None:
            return denied
        if child.dep_ in ("prep", "dative") and child.lower_ != "without":
            for inner in child.children:
                if inner.dep_ == "pobj" and (denied := none_of(inner)) is not None:
                    return denied
    if token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX") and _joined_by_or(token):
        return negation(token.head)
    return None


def _joined_by_or(token: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in (*token.head.children, *token.children))


def none_of(noun: Token) -> Token | None:
    """The word that denies a noun: no troops, none, not a single man, neither side."""
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
    if verb.dep_ == "ccomp" and verb.head.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD"):
        return verb.head.lower_ == "had" and verb.head.i < _first_subject(
            verb
        )  # `had anyone asked`, last in its sentence
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
        any(is_class(noun, name) for carrier in _carriers(token) for noun in phrases(carrier, word))
        or (_has_particle(token, word) and _has(token, name))
        for word, name in pattern.phrases
    )


def _carriers(token: Token) -> list[Token]:
    """A word, and what there is: `there are no guns for Poland`."""
    there = any(c.dep_ == "expl" for c in token.children)
    return [token, *(c for c in token.children if there and c.dep_ == "attr")]


def _has_particle(token: Token, word: str) -> bool:
    """Whether a word behind a verb is a particle: `carry out an operation`, `turned the offer down`."""
    return any(
        c.lower_ == word and not any(n.dep_ == "pobj" for n in c.children) for c in token.children if c.dep_ != "mark"
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


def own_negation(token: Token, over: str, word: Token | None) -> bool:
    """Whether a negating word belongs to the governor's own pattern: `came to nothing`."""
    found = _governing(token, over)
    return bool(found and word is not None and word.lower_ in {*found[0].words, *(n for _, n in found[0].phrases)})


def is_infinitive(verb: Token) -> bool:
    """`to send`."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def owned(noun: Token) -> bool:
    """Whether a noun says whose deed it is by a name that the gazetteer knows."""
    kinds = noun.doc.user_data.get("kinds", {})
    own = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod") or c.lower_ in ("by", "from")]
    own += [a for c in noun.children if c.dep_ == "acl" for a in c.children if a.lower_ == "by"]
    return any(t.i in kinds for c in own for t in c.subtree)


def is_light(verb: Token) -> bool:
    """Whether a verb only carries a noun: `launch an attack`, `hold talks`, `impose sanctions`."""
    return verb.lemma_.lower() in lexicon().classes["LIGHT"] or verb.lemma_ == "be"

"""Who and whom: the tokens that fill a verb's or noun's slots, and the parties that they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.reading.deeds_lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.parsed import Parsed

SUBJECTS = {"nsubj", "expl"}

OBJECTS = {"dobj", "nsubjpass", "obj"}


BELONGING = ("of", "from", "by")


def is_class(token: Token, name: str) -> bool:
    """Whether a noun is of a class of `classes.toml` (`FORCES`), is that very lemma, or anything at all (`ANY`)."""
    if name.islower():
        return any(t.lemma_.lower() == name for t in (token, *token.conjuncts))
    if name in ("PARTY", "ALLIANCE"):
        return any(_known_as(t, name) for t in (token, *token.conjuncts))
    return name == "ANY" or any(forms(t) & lexicon().classes[name] for t in unwrapped(token))


def forms(token: Token) -> set[str]:
    """The lemma of a noun, and what a plural ending leaves (the small model makes `basis` of `bases`)."""
    return {token.lemma_.lower(), token.lower_, token.lower_.removesuffix("s")}


def _known_as(token: Token, name: str) -> bool:
    """Whether the gazetteer knows a word as a party, or as an organisation; else its class or capital letter tells."""
    kind = token.doc.user_data.get("kinds", {}).get(token.i, "")
    if name == "ALLIANCE":
        return kind == "organisation" or token.lemma_.lower() in lexicon().classes[name]
    return bool(kind) or token.pos_ == "PROPN" or token.lemma_.lower() in lexicon().classes[name]


def mark(parsed: Parsed) -> None:
    """Note on the parsed text which words stand in a name, and of what kind."""
    kinds = {t.i: m.kind for m in parsed.mentions for t in parsed.tokens(m.span) or ()}
    parsed.doc.user_data["kinds"] = kinds


def is_time(token: Token) -> bool:
    """Whether a noun is a time: Monday, two weeks, the summer."""
    return token.ent_type_ in ("DATE", "TIME") or token.lemma_.lower() in lexicon().classes["TIME"]


def unwrapped(token: Token) -> Iterator[Token]:
    """A noun, its fellows in a list, and what it counts: `thousands of soldiers` are soldiers."""
    for one in (token, *token.conjuncts):
        yield one
        if (
            one.lemma_.lower() in lexicon().classes["MEASURE"]
            or one.pos_ in ("NUM", "DET", "PRON")
            or one.lower_ in ("much", "more", "less", "most")
        ):
            yield from (
                n for p in one.children if p.lower_ in ("of", "as", "than") for n in p.children if n.dep_ == "pobj"
            )
        yield from (t for t in one.children if t.dep_ in ("compound", "nmod") and t.i == one.i - 1)


def passive(verb: Token) -> bool:
    """`was banned`, `troops sent by France`."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    kids = {c.dep_ for c in verb.children}
    if verb.dep_ == "advcl":
        return verb.tag_ == "VBN" and not kids & {"dobj", "nsubj", "aux"} and ("agent" in kids or verb.i < verb.head.i)
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and "dobj" not in kids


def objects(token: Token) -> list[Token]:
    """What a verb is done to; found out once a token."""
    known: dict[int, list[Token]] = token.doc.user_data.setdefault("objects", {})
    if token.i not in known:
        known[token.i] = _objects(token)
    return list(known[token.i])


def _objects(token: Token) -> list[Token]:
    """What a verb is done to, active or passive; in a relative clause also the noun that the clause is about."""
    found = [c for c in token.children if c.dep_ in OBJECTS]
    if (
        token.dep_ == "relcl"
        and _own_subject(token) is not None
        and any(c.tag_ in ("WDT", "WP") for c in token.subtree if c.i < token.i)
    ):
        found = [*(c for c in found if c.tag_ not in ("WDT", "WP")), token.head]
    if any(c.tag_ in ("WDT", "WP") for c in found) or (token.dep_ == "acl" and passive(token) and not found):
        found = [_antecedent(token)]
    if not found and token.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.i < token.i for c in token.children):
        found = [token.head]
    if not found and token.dep_ == "advcl" and passive(token):
        found = subjects(token.head)
    if not found and _controlled_by_object(token):
        found = [s for c in token.children if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubj"][:1]
    if not found and token.dep_ == "conj" and passive(token) and not _own_subject(token):
        found = objects(token.head) if token.head.pos_ == "VERB" else []
    return found


def _antecedent(verb: Token) -> Token:
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head


def _own_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ in ("nsubjpass", "csubj")), None)


def phrases(token: Token, preposition: str) -> list[Token]:
    """The nouns behind a preposition that belongs to a token, to its object, to its particle, to what is near."""
    return [noun for group in phrase_groups(token, preposition) for noun in group]


def phrase_groups(token: Token, preposition: str) -> Iterator[list[Token]]:
    """The same, apart by what the preposition hangs on, nearest first."""
    if preposition not in _sentence_words(token):
        return
    near = [token, *(t for noun in objects(token) for t in unwrapped(noun))]
    near += [t for t in token.conjuncts if token.pos_ == "NOUN" and t.i > token.i]
    near += [c for c in token.children if c.dep_ in ("prt", "advmod", "prep", "dobj", "attr", "acomp")]
    near += [a for noun in objects(token) for a in noun.children if a.dep_ == "acl" and a.tag_ == "VBN"]
    if preposition != "of" or token.pos_ == "NOUN":
        near += [n for c in token.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj"]
    groups = [found for home in dict.fromkeys(near) if (found := _behind_own(home, preposition))]
    yield from sorted(groups, key=lambda group: abs(group[0].i - token.i))


def _sentence_words(token: Token) -> set[str]:
    """The words of a token's sentence, lower case."""
    known: dict[int, set[str]] = token.doc.user_data.setdefault("sentence words", {})
    sentence = token.sent
    if sentence.start not in known:
        known[sentence.start] = {t.lower_ for t in sentence}
    return known[sentence.start]


NO_HOMES = frozenset(["according", "due", "owing", "thanks", "prior", "next", "because"])


def _behind_own(home: Token, preposition: str) -> list[Token]:
    """The nouns behind a preposition that hangs on a word itself."""
    if home.lower_ in NO_HOMES:
        return []
    found: list[Token] = []
    for child in home.children:
        if child.lower_ == preposition and child.dep_ in ("prep", "agent", "dative", "prt", "mark", "advmod"):
            found += [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            found += [c for p in child.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
    return found


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does what a verb says, also where the subject stands further up (`agreed to send`, `troops invading X`)."""
    if passive(verb):
        return [
            p
            for c in verb.children
            if c.dep_ == "agent" or (c.lower_ == "by" and c.dep_ == "prep")
            for p in c.children
            if p.dep_ == "pobj"
        ]
    own = next((c for c in verb.children if c.dep_ in SUBJECTS and c.lower_ != "there"), None)
    if own is not None:
        return [_antecedent(verb)] if own.tag_ in ("WDT", "WP") and verb.dep_ in ("relcl", "conj") else [own]
    return (_inherited(verb, depth + 1) if depth < 8 else []) or _stranded(verb)


def _stranded(verb: Token) -> list[Token]:
    """The subject that the parser gave to a participle before the verb: `Chile, asked twice, had stayed silent`."""
    before = [c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i < verb.i and c.tag_ == "VBN"]
    return [s for c in before for s in c.children if s.dep_ in ("nsubj", "nsubjpass")]


def _inherited(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "conj":
        return (
            objects(head)
            if passive(head) and passive(verb)
            else subjects(head, depth)
            if head.pos_ in ("VERB", "AUX")
            else []
        )
    if verb.dep_ in ("pcomp", "pobj") and head.pos_ in ("ADP", "SCONJ"):
        verb, head = head, head.head
        while head.pos_ in ("ADV", "ADP") and head.head is not head and head.dep_ in ("advmod", "prep", "prt"):
            head = head.head
    if verb.dep_ in ("acl", "relcl") and head.dep_ == "attr":
        return subjects(head.head, depth)
    if verb.dep_ in ("acl", "relcl") and (is_class(head, "DOCUMENT") or is_time(head)) and verb.tag_ in ("VB", "VBG"):
        return holders(head)
    if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN"):
        return [head] if head.lemma_.lower() not in lexicon().governors else holders(head)
    if head.pos_ in ("NOUN", "PROPN") and verb.dep_ == "prep":
        charged = head.dep_ in OBJECTS and _controlled_by_object(head.head)
        return [head] if charged else holders(head)
    if head.pos_ not in ("VERB", "AUX") and not any(c.dep_ in SUBJECTS for c in head.children):
        return subjects(head, depth) if head.pos_ == "ADJ" and head.dep_ in ("acomp", "advcl", "xcomp") else []
    if _controlled_by_object(head) and objects(head):
        return [t for t in objects(head)]
    return objects(head) if passive(head) else subjects(head, depth)


def _controlled_by_object(verb: Token) -> bool:
    return any(g.control == "object" for _, g in lexicon().governors.get(verb.lemma_.lower(), ()))


def holders(noun: Token) -> list[Token]:
    """Whose a noun is: `Hungary's refusal`, `the Russian denial`, `refusal by Oman`; else its verb's subject."""
    own = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    own += [p for c in noun.children if c.lower_ in BELONGING for p in c.children if p.dep_ == "pobj"]
    if own or noun.dep_ not in ("dobj", "attr"):
        return own
    return subjects(noun.head, 3)


def places(verb: Token) -> Iterator[Token]:
    """The nouns of a clause that say where: behind in, at, near, over, across."""
    for word in ("in", "at", "near", "over", "across", "on", "into", "around", "outside", "along"):
        yield from phrases(verb, word)
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        yield verb.head


def everyone(token: Token) -> list[Token]:
    """A noun and its fellows in a list: A, B and C."""
    if token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        return [token]
    named = token.doc.user_data.get("kinds", {})
    beside = [c for c in token.children if c.dep_ == "appos" and c.i in named] if token.i in named else []
    fellows = (*token.conjuncts, *beside, *(t for b in beside for t in b.conjuncts))
    return [token, *(t for t in fellows if t.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM") and t.i > token.i)]

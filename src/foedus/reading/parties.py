"""Whom nouns name: a state by its army, capital or town, a body by its short name, a stranger by his words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from foedus.nouns.findings import Named
from foedus.reading.arguments import everyone, is_class, unwrapped
from foedus.reading.deeds_lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.parsed import Mention, Parsed


FAR = 3000

"""How many characters back a party may have been named."""


def phrase_span(parsed: Parsed, token: Token) -> tuple[int, int]:
    """A noun with what stands before it; no relative clause, no apposition."""
    first = token.i
    for child in sorted((c for c in token.lefts), key=lambda c: -c.i):
        if (
            child.dep_ in ("det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "neg")
            and child.right_edge.i == first - 1
        ):
            first = child.left_edge.i
    while first < token.i and parsed.doc[first].pos_ in ("DET", "PUNCT"):
        first += 1
    return parsed.span(parsed.doc[first : token.i + 1])


def parties(parsed: Parsed, token: Token, strangers: str = "", own: Collection[str | None] = ()) -> list[Named]:
    """The parties that a noun names, one each for a list.

    `strangers` says who else counts than those the gazetteer knows: "agents" (people, bodies, places, proper names) or
    "things"; among them also the people of a state in `own`, which does something to its own.
    """
    found: list[Named] = []
    for one in everyone(token):
        if one.lower_ in lexicon().classes["AGENCY"]:
            continue
        known = _party(parsed, one)
        place = one.doc.user_data.get("kinds", {}).get(one.i) in ("place", "state")
        if (
            strangers
            and not place
            and one.pos_ in ("NOUN", "PROPN", "NUM")
            and all(n.id in own or not n.id for n in known)
        ):
            known = [_stranger(parsed, one)] if strangers == "things" or _agentive(one) else known
        found += [n for n in known if n.id or strangers]
    return _different(found)


def _different(found: Iterable[Named]) -> list[Named]:
    return list({named.id or named.name: named for named in found}.values())


def _party(parsed: Parsed, token: Token) -> list[Named]:
    """Whom a noun means; nobody where that leads back to the noun itself, as odd grammar may."""
    asking: set[int] = parsed.doc.user_data.setdefault("asking", set())
    if token.i in asking:
        return []
    asking.add(token.i)
    try:
        return _meaning(parsed, token)
    finally:
        asking.discard(token.i)


def _meaning(parsed: Parsed, token: Token) -> list[Named]:
    """A name; or whose army, capital, minister or proposal the noun is; or whom a pronoun means."""
    here = _mentioned(parsed, token)
    if here is not None:
        return [here]
    if token.lemma_.lower() in lexicon().classes["RELATION"]:
        return [n for c in token.children if c.dep_ == "appos" and (n := _mentioned(parsed, c))] or _related(
            parsed, token
        )
    if _counts(token) and (counted := [t for t in unwrapped(token) if t.i > token.i]):
        return [n for inner in counted for n in _party(parsed, inner)]
    near, far = _owners(token)
    meant = _named_at(parsed, token, _meant(parsed, token))
    owners = _owning(parsed, near)
    if meant is not None and not meant.id and token.pos_ == "PRON" and meant.span and (told := parsed.tokens(meant.span)):
        return (_party(parsed, told.root) if told.root.pos_ != "PRON" else []) or [meant]
    if owners or (meant is not None and (meant.id or token.pos_ in ("PRON", "PROPN"))):
        return owners or [meant, *_fellows(parsed, token, meant)] if meant else owners
    found = [] if token.pos_ == "PROPN" else _owning(parsed, far) or ([meant] if meant else [])
    return found or (_related(parsed, token) if token.lemma_.lower() in lexicon().classes["FORUM"] else [])


def _owning(parsed: Parsed, groups: list[list[Token]]) -> list[Named]:
    """Whose a noun is: of the first kind of modifier that names a party."""
    for group in groups:
        found = [n for c in group for n in _party(parsed, c) or _hyphenated(parsed, c) if n.id]
        if found:
            return found
    return []


def _related(parsed: Parsed, token: Token) -> list[Named]:
    """`its allies`: not who has them, but the alliance that the text has just named."""
    found = forum(parsed, token)
    return [found] if found else []


def forum(parsed: Parsed, token: Token) -> Named | None:
    """The organisation last named before a word."""
    start = parsed.span(token)[0]
    near = parsed.mentions_in((max(0, start - FAR), start))
    before = [m for m in near if m.kind in ("organisation", "alliance", "body")]
    return _acting(before[-1]) if before else None


def _fellows(parsed: Parsed, pronoun: Token, meant: Named) -> list[Named]:
    """The others whom `they` and `them` mean, where who is meant was named in a list: `Berlin and Vienna`."""
    if pronoun.lower_ not in ("they", "them", "both", "their"):
        return []
    for token in reversed(parsed.doc[max(0, pronoun.i - 60) : pronoun.i]):
        here = _mentioned(parsed, token) if token.pos_ == "PROPN" and token.conjuncts else None
        if here is not None and here.id == meant.id:
            return [n for t in token.conjuncts if (n := _mentioned(parsed, t)) and n.id != meant.id]
    return []


def _meant(parsed: Parsed, token: Token) -> Named | None:
    """Whom a pronoun, surname or description means, as a party."""
    party_of = getattr(parsed.resolve, "party_of", None)
    named: Named | None = party_of(token) if party_of else parsed.resolve(parsed.span(token))
    return named


def _named_at(parsed: Parsed, token: Token, meant: Named | None) -> Named | None:
    """For a pronoun, the place before it where whom it means is named."""
    if meant is None or token.pos_ != "PRON":
        return meant
    start = parsed.span(token)[0]
    named = [m for m in parsed.mentions_in((max(0, start - FAR), start)) if _acting(m).id == meant.id]
    if meant.id and named:
        return Named(name=meant.name, id=meant.id, span=named[-1].span, for_=meant.for_)
    at = parsed.text.rfind(meant.name, max(0, start - FAR), start)
    span = (at, at + len(meant.name)) if at >= 0 else meant.span
    return Named(name=meant.name, id=meant.id, span=span, for_=meant.for_)


def _counts(token: Token) -> bool:
    return token.lemma_.lower() in lexicon().classes["MEASURE"] or token.pos_ in ("NUM", "DET")


def _owners(token: Token) -> tuple[list[list[Token]], list[list[Token]]]:
    """The modifiers that say whose a noun is, by kind; near: apposition, possessive, adjective; far: of, from, in."""
    kids = list(token.children)
    before = [c for c in kids if c.dep_ in ("nmod", "amod", "compound")]
    near = [
        [t for c in kids if c.dep_ == "appos" for t in (c, *c.conjuncts) if t.pos_ == "PROPN"],
        [c for c in kids if c.dep_ == "poss"],
        _behind(kids, "for") if is_class(token, "PROPOSAL") else [],
        [t for c in before for t in (c, *(x for x in c.conjuncts if x.i < token.i))],
    ]
    talk = any(is_class(token, name) for name in ("TALKS", "AGREEMENT", "PROPOSAL"))
    where = [] if talk else _behind(kids, "at", "in", "around", "near", "over")
    return near, [_behind(kids, "of"), _behind(kids, "from", "for"), where]


def _behind(kids: Iterable[Token], *words: str) -> list[Token]:
    """The nouns behind prepositions."""
    return [t for c in kids if c.lower_ in words for p in c.children if p.dep_ == "pobj" for t in everyone(p)]


def _hyphenated(parsed: Parsed, token: Token) -> list[Named]:
    """`American-led`, `Anglo-French`: names inside a compound adjective."""
    if token.lemma_.lower() not in (
        "lead",
        "led",
        "run",
        "command",
        "french",
        "german",
        "american",
        "soviet",
        "japanese",
    ):
        return []
    around = parsed.doc[token.left_edge.i : token.i + 1]
    return [_acting(m) for m in parsed.mentions_in(parsed.span(around))]


def _mentioned(parsed: Parsed, token: Token) -> Named | None:
    """The party that the gazetteer knows by a name that this word stands in."""
    start, end = parsed.span(token)
    near = parsed.mentions_in((max(0, start - 80), end + 80))
    return next((_acting(m) for m in near if m.span[0] < end and start < m.span[1]), None)


def _acting(mention: Mention) -> Named:
    """A capital, president or town stands for its state: the state is the party. A territory is itself."""
    for_ = getattr(mention, "for_", None)
    if mention.kind == "place" and not (mention.id or "").startswith("town_"):
        return Named(name=mention.name, id=mention.id, span=mention.span, for_=for_)
    name = (for_ and getattr(mention, "for_name", "")) or mention.name
    return Named(name=name, id=for_ or mention.id, span=mention.span)


def landlord(parsed: Parsed, named: Named) -> Named:
    """The state that a territory belongs to, where it is told of as a place and not for itself."""
    if not named.for_ or named.for_ == named.id:
        return named
    mention = next(iter(parsed.mentions_in(named.span)), None) if named.span else None
    name = getattr(mention, "for_name", "") or named.for_
    return Named(name=name, id=named.for_, span=named.span)


def _stranger(parsed: Parsed, token: Token) -> Named:
    if _counts(token):
        token = next((t for t in unwrapped(token) if t.i > token.i), token)
    span = phrase_span(parsed, token)
    return Named(name=parsed.text[slice(*span)], span=span)


def _agentive(token: Token) -> bool:
    """Whether a noun that names nobody we know can act: a proper name, people, bodies, forces."""
    plain = token.lemma_.lower()
    if plain.endswith(("ist", "ian", "man", "woman", "ier", "eer")) or (
        token.tag_ == "NNS" and plain.endswith(("er", "or", "ant", "ent"))
    ):
        return plain not in lexicon().classes["NO_AGENTS"]
    return token.pos_ == "PROPN" or any(
        t.lemma_.lower() in lexicon().classes["AGENTS"] for t in (token, *unwrapped(token))
    )


def known_parties(parsed: Parsed, span: tuple[int, int]) -> list[Named]:
    """The states and bodies that the gazetteer finds in a stretch of the text, each once, in order."""
    found = (_acting(m) for m in parsed.mentions_in(span))
    return _different(n for n in found if n.id)

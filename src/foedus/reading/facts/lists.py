"""Memberships that a list tells: a bloc of A, B and C; the members (A, B and C); five of whom form another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import FactFinding, Named, Polarity, Span
from foedus.reading.date_makers import number
from foedus.reading.facts.grammar import behind, doers, each
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told

WORDS = "membership"


def membership(
    told: Told,
    span: Span,
    rule: str,
    state: Named | None,
    of: Named | None,
    status: str,
    polarity: Polarity = "asserted",
    value: str = "",
) -> FactFinding:
    """One membership at a span."""
    return FactFinding(
        **told.parsed.base("membership", span, f"membership.{rule}"),
        subject=state,
        object=of,
        when=told.when_in(span),
        polarity=polarity,
        status=status,
        value=value,
    )


def listed(told: Told) -> Iterator[FactFinding]:
    """A grouping between A, B and C; the members of the pact (A, B and C)."""
    heads = (*lexicon(WORDS)["lists"]["heads"], "state", "country", "nation", "power")
    for noun in told.words(heads, "NOUN", "PROPN"):
        names = [t for t in _list_behind(noun) or _list_beside(told, noun) if told.sort(told.party(t)) == "state"]
        of = told.naming(noun) if len(names) > 1 else None
        if of is None:
            continue
        for token in names:
            state = told.party(token)
            if state:
                yield membership(told, state.span or told.parsed.span(token), "list", state, of, "member")


def _list_behind(noun: Token) -> list[Token]:
    """The nouns of a list behind `between`, `of` ..., also a step further down (`assurances between A and B`)."""
    wanted = lexicon(WORDS)["lists"]["prepositions"]
    for token in noun.subtree:
        if token.lower_ in wanted and token.i > noun.i and token.dep_ in ("prep", "acl", "dobj"):
            found = [c for c in token.children if c.dep_ in ("pobj", "dobj")]
            members = [m for t in found for m in each(t)]
            if len(members) > 1:
                return members
    return []


def _list_beside(told: Told, noun: Token) -> list[Token]:
    """The names of states in a row right behind `its members` or `the members of the pact`, set off by a mark."""
    counted = noun.lemma_ in ("state", "country", "nation", "power") and any(c.pos_ == "NUM" for c in noun.children)
    if not (counted or noun.lemma_ in ("member", "party", "signatory")) or noun.tag_ not in ("NNS", "NNPS"):
        return []
    behind_it = behind(noun, ("of", "to"))
    place = told.parsed.span(behind_it[0] if behind_it else noun)[1]
    row: list[Token] = []
    for mention in told.parsed.mentions_in((place, told.parsed.span(noun.sent)[1])):
        gap = told.text[place : mention.span[0]].removesuffix("the ").strip(" \n")
        if mention.kind != "state" or gap not in (
            (",", "-", "–", "—", "(", ":", "--") if not row else (",", "and", ", and", "&", "or")
        ):
            break
        place = mention.span[1]
        row += list(told.parsed.tokens(mention.span) or [])[-1:]
    return row if len(row) > 2 else []


def shares(told: Told, known: list[FactFinding]) -> Iterator[FactFinding]:
    """`five of whom comprise Y`: so many members of one organisation are members of another.

    Who they are is told only where the text has listed the first one's members and leaves just so many.
    """
    for verb in told.words(("comprise", "form", "constitute", "join", "belong", "make"), "VERB"):
        share = next((d for d in doers(verb) if d.pos_ == "NUM" and any(c.lower_ == "of" for c in d.children)), None)
        if share is None:
            continue
        first = told.naming(_all_of(share, verb))
        second = next(
            (n for c in verb.subtree for n in [told.named_by(c)] if told.sort(n) == "organisation" and n != first),
            None,
        )
        if second is None or first is None or second.id == first.id:
            continue
        span = told.stretch(*(t for t in verb.subtree if verb.i >= t.i or not t.is_punct))
        names = _remaining(told, share, first, known)
        count = len(names) or 1
        for i in range(count):
            yield membership(
                told,
                span,
                "share",
                names[i] if names else None,
                second,
                "member",
                value=f"{share.text} of {first.name}",
            )


def _all_of(share: Token, verb: Token) -> Token:
    """What the share is a part of: `five of whom` of what stands before, `five of its members`."""
    whole = next((p for c in share.children if c.lower_ == "of" for p in c.children), share)
    return verb.head if whole.tag_ == "WP" and verb.dep_ == "relcl" else whole


def _remaining(told: Told, share: Token, of: Named, known: list[FactFinding]) -> list[Named]:
    """The listed members of an organisation that the sentence does not name otherwise, if they are just so many."""
    start, end = told.parsed.span(share.sent)
    apart = {m.id for m in told.parsed.mentions_in((start, end))}
    left = {
        f.subject.id: f.subject
        for f in known
        if f.subject and f.object and f.object.id == of.id and f.subject.id not in apart
    }
    return list(left.values()) if len(left) == number(share.lower_) else []

"""Who belongs to what: joins, leaves, freezes, applies, is mooted, or stands on a list of members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.nouns import FactFinding, Named, Polarity, Span
from foedus.reading.facts.frames import told_by_verbs
from foedus.reading.facts.grammar import aspect, behind, doers, each, phrase
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told

WORDS = "membership"


def find(told: Told) -> Iterator[FactFinding]:
    """All memberships, each once a place: what a verb tells, what a noun says someone is, lists, shares of a list."""
    listed = list(_listed(told))
    taken: set[tuple[str | None, str | None, Span]] = set()
    for found in (
        *told_by_verbs(told, WORDS),
        *listed,
        *_nouns(told),
        *_wishes(told),
        *_shares(told, listed),
        *_bare_members(told),
    ):
        key = (_key(found.subject), _key(found.object), found.span)
        if key not in taken:
            taken.add(key)
            yield found


def _key(named: Named | None) -> str | None:
    return (named.id or named.name) if named else None


def _made(
    told: Told,
    span: Span,
    rule: str,
    state: Named | None,
    of: Named | None,
    status: str,
    polarity: Polarity = "asserted",
    value: str = "",
) -> FactFinding:
    from foedus.reading.dates import date_in

    return FactFinding(
        **told.parsed.base("membership", span, f"membership.{rule}"),
        subject=state,
        object=of,
        when=date_in(told.dates, *span),
        polarity=polarity,
        status=status,
        value=value,
    )


def _organisation(told: Told, noun: Token) -> tuple[Named | None, Token | None]:
    """The organisation that a noun such as `member` belongs to, and the word that names it."""
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod", "poss"):
            found = told.parsed_party(child)
            if told.sort(found) == "organisation":
                return found, child
    for name in behind(noun, ("of", "to", "in", "with", "for")):
        found = told.party(name)
        if told.sort(found) == "organisation":
            return found, name
    return None, None


def _nouns(told: Told) -> Iterator[FactFinding]:
    """`X is a member of Y`, `X, a Y member`, `Y member X`, `X as a candidate`."""
    for lemma, status in lexicon(WORDS)["nouns"].items():
        for noun in told.words([lemma, lemma + "s"], "NOUN", "PROPN", "ADJ", "VERB"):
            of, of_token = _organisation(told, noun)
            for state, tokens, polarity in _holders(told, noun):
                group = of or (told.organisation_before(noun) if _bare(noun, lemma) else None)
                if group is None:
                    continue
                mooted = any(c.lower_ in lexicon(WORDS)["mooted"]["words"] for c in noun.children)
                words = [noun, *([of_token] if of_token else []), *tokens]
                words += [w for part in list(words) for w in told.parsed.doc[slice(*phrase(part))]]
                yield _made(
                    told,
                    told.dated(told.stretch(*words)),
                    f"noun.{lemma}",
                    state,
                    group,
                    "mooted" if mooted else status,
                    polarity,
                )


def _bare(noun: Token, lemma: str) -> bool:
    """Whether a noun says by itself that somebody belongs, with no organisation beside it (`party` and `ally` do not)."""
    return lemma in ("member", "member-state", "candidate", "non-member", "observer") and not behind(noun, ("of", "to"))


def _holders(told: Told, noun: Token) -> Iterator[tuple[Named, list[Token], Polarity]]:
    """Of whom the noun is said, the words that say so, and whether it is affirmed."""
    head = noun.head
    if noun.dep_ in ("attr", "oprd") and head.pos_ in ("AUX", "VERB"):
        yield from ((n, [head], aspect(head)) for t in doers(head) for n in _states(told, t))
    elif noun.dep_ in ("appos", "compound", "nmod", "amod"):
        yield from ((n, [head], "asserted") for n in _states(told, head))
    elif noun.dep_ == "pobj" and head.lower_ == "as":
        yield from ((n, [t], "asserted") for t in _before_as(head) for n in _states(told, t))
    for child in noun.children:
        if child.dep_ == "appos" or (child.dep_ == "prep" and child.lower_ in ("like", "including")):
            named = [child] if child.dep_ == "appos" else [c for c in child.children if c.dep_ == "pobj"]
            yield from ((n, [child], "asserted") for t in named for n in _states(told, t))


def _before_as(preposition: Token) -> list[Token]:
    """Whom `as` speaks of: the noun right before it."""
    return [t for t in preposition.doc[max(0, preposition.i - 1) : preposition.i] if t.pos_ in ("PROPN", "NOUN")]


def _states(told: Told, token: Token) -> list[Named]:
    return [n for n in told.parties(token) if told.sort(n) == "state"]


def _listed(told: Told) -> Iterator[FactFinding]:
    """A grouping between A, B and C; the members of the pact (A, B and C)."""
    heads = lexicon(WORDS)["lists"]["heads"]
    for noun in told.words(heads, "NOUN", "PROPN"):
        listed = [t for t in _list_behind(noun) if told.sort(told.party(t)) == "state"]
        of = told.naming(noun) if len(listed) > 1 else None
        if of is None:
            continue
        for token in listed:
            state = told.party(token)
            if state:
                yield _made(told, state.span or told.parsed.span(token), "list", state, of, "member")


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


def _bare_members(told: Told) -> Iterator[FactFinding]:
    """`help to a member-state`, where the sentence names one organisation and one state before: that state is meant."""
    for noun in told.words(("state", "country", "government", "member", "member-state"), "NOUN"):
        first, end = phrase(noun)
        words = told.parsed.doc[first:end]
        fellow = any(w.lower_ in ("member", "member-state") for w in words) and words[0].lower_ in (
            "a",
            "one",
            "fellow",
            "another",
        )
        if not fellow or noun.dep_ not in ("pobj", "dobj", "dative"):
            continue
        before = told.parsed.mentions_in((told.parsed.span(noun.sent)[0], told.parsed.span(words)[0]))
        states = {m.id: m for m in before if m.kind == "state" and m.id and getattr(m, "form", "name") == "name"}
        groups = {m.id: m for m in before if m.kind == "organisation" and m.id}
        if len(states) == len(groups) == 1:
            state, group = *states.values(), *groups.values()
            named = [Named(name=m.name, id=m.id, span=m.span) for m in (state, group)]
            yield _made(told, told.parsed.span(words), "bare", named[0], named[1], "member")


def _wishes(told: Told) -> Iterator[FactFinding]:
    """`Ukraine's bid for NATO membership`, `the suspension of Mali from ECOWAS`."""
    for status, nouns in lexicon(WORDS)["wishes"].items():
        for noun in told.words(nouns, "NOUN"):
            of, token = _of_wish(told, noun)
            state = told.owner(noun)
            if of and token is not None and told.sort(state) == "state":
                words = [noun, token, *(c for c in noun.children if c.dep_ in ("poss", "amod", "compound"))]
                yield _made(told, told.stretch(*words), f"wish.{noun.lemma_.lower()}", state, of, status)


def _of_wish(told: Told, noun: Token) -> tuple[Named | None, Token | None]:
    """The organisation that a wish is about: behind `for ... membership`, `to join`, `to`, `from`."""
    for name in behind(noun, ("to", "from", "into")):
        if told.sort(found := told.party(name)) == "organisation":
            return found, name
    for inner in noun.subtree:
        if inner.i > noun.i and inner.lemma_.lower() in ("membership", "join", "enter", "accession"):
            of, token = _organisation(told, inner)
            if of is None:
                direct = [c for c in inner.children if c.dep_ == "dobj"]
                of, token = next(((told.party(c), c) for c in direct), (None, None))
            if told.sort(of) == "organisation":
                return of, inner if token is None or token.i < inner.i else token
    return None, None


def _shares(told: Told, listed: list[FactFinding]) -> Iterator[FactFinding]:
    """`five of whom comprise Y`: so many members of one organisation are members of another.

    Who they are is told only where the text has listed the first one's members and leaves just so many.
    """
    for verb in told.words(("comprise", "form", "constitute", "join", "belong", "make"), "VERB"):
        share = next((d for d in doers(verb) if d.pos_ == "NUM" and any(c.lower_ == "of" for c in d.children)), None)
        if share is None:
            continue
        first = told.naming(_all_of(share, verb))
        second = next(
            (n for c in verb.subtree for n in [told.parsed_party(c)] if told.sort(n) == "organisation" and n != first),
            None,
        )
        if second is None or first is None or second.id == first.id:
            continue
        span = told.stretch(*(t for t in verb.subtree if verb.i >= t.i or not t.is_punct))
        names = _remaining(told, share, first, listed)
        count = len(names) or 1
        for i in range(count):
            yield _made(
                told,
                span,
                f"share.{i + 1}",
                names[i] if names else None,
                second,
                "member",
                value=f"{share.text} of {first.name}",
            )


def _all_of(share: Token, verb: Token) -> Token:
    """What the share is a part of: `five of whom` of what stands before, `five of its members`."""
    whole = next((p for c in share.children if c.lower_ == "of" for p in c.children), share)
    return verb.head if whole.tag_ == "WP" and verb.dep_ == "relcl" else whole


def _remaining(told: Told, share: Token, of: Named, listed: list[FactFinding]) -> list[Named]:
    """The listed members of an organisation that the sentence does not name otherwise, if they are just so many."""
    from foedus.reading.date_makers import number

    start, end = told.parsed.span(share.sent)
    apart = {m.id for m in told.parsed.mentions_in((start, end))}
    left = {
        f.subject.id: f.subject
        for f in listed
        if f.subject and f.object and f.object.id == of.id and f.subject.id not in apart
    }
    return list(left.values()) if len(left) == number(share.lower_) else []

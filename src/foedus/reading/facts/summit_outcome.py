"""What came of a meeting: what it decided, and what it is said not to have brought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import structs

from foedus.nouns import FactFinding, Named, Polarity, Span
from foedus.reading.facts.clauses import STRONG
from foedus.reading.facts.grammar import alleged, aspect, behind, clause, doers, done_to, each, phrase
from foedus.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedus.reading.facts.told import Told

FAR = 14
LONG = 18


def find(told: Told) -> Iterator[FactFinding]:
    """Decisions, outcomes of nothing, and hopes in a meeting that were disappointed."""
    yield from _decided(told)
    yield from _nothing(told)
    yield from _disappointed(told)
    yield from _held(told)
    yield from _came_to_nothing(told)


def _decided(told: Told) -> Iterator[FactFinding]:
    """`the leaders agreed to send monitors`, `twelve of its members voted for it`."""
    book = lexicon("summit_outcome")
    for verb in told.words(book["verbs"], "VERB"):
        if alleged(verb) or told.quoted(verb) or not _decides(told, verb):
            continue
        brought = (*done_to(verb), *behind(verb, ("with", "for", "in", "on", "to")))
        if verb.lemma_.lower() in book["light"] and not any(t.lemma_.lower() in book["things"] for t in brought):
            continue
        subject = [d for d in doers(verb) if abs(d.i - verb.i) < FAR]
        none = any(c.lower_ == "no" for t in done_to(verb) for c in t.children)
        words = [*subject, verb, *(t for t in _rest(verb) if t.i - verb.i < LONG)]
        polarity: Polarity = "negated" if none else aspect(verb)
        if polarity != "hypothetical" and len(words) > len(subject) + 1:
            put_off = verb.lemma_.lower() in book["deferring"]
            status, polarity = ("deferred", "negated") if put_off else ("none" if none else "decided", polarity)
            yield _made(told, words, "decided", _whose(told, doers(verb), verb), status, polarity)


def _decides(told: Told, verb: Token) -> bool:
    """Whether those who do it are a meeting, members counted, or leaders and bodies at a meeting."""
    book = lexicon("summit_outcome")
    heads = [h for d in doers(verb) for h in _heads(d)]
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children) and verb.dep_ in ("acl", "relcl", "advcl"):
        return False
    meeting = [h for h in heads if h.lemma_.lower() in book["always"] and h.pos_ != "PROPN"]
    if any(h.lemma_ != "member" or told.naming_here(h) or told.organisation_of_text(h) for h in meeting):
        return True
    leaders = [h for h in heads if h.lemma_.lower() in book["deciders"]]
    firm = verb.lemma_ in book["firm"]
    if firm and any(told.naming_here(h) for h in leaders):
        return True
    if any(told.sort(told.party(h)) == "organisation" for h in heads) and _meets(verb.sent):
        return True
    return bool(leaders or (firm and any(h.lower_ in ("they", "we") for h in heads))) and _meeting_near(told, verb.sent)


def _heads(token: Token) -> list[Token]:
    """A subject and what it counts: `twelve of its members`."""
    counted = [p for c in token.children if c.lower_ == "of" for p in c.children if c.dep_ == "prep"]
    return [h for t in (token, *counted) for h in each(t)]


def _rest(verb: Token) -> Iterator[Token]:
    """What was decided: the words of the clause and of the infinitive or `that` below it."""
    below = [t for c in verb.children if c.dep_ in ("xcomp", "ccomp") for t in c.subtree]
    end = next((t.i for t in verb.doc[verb.i : verb.sent.end] if t.text in STRONG), verb.sent.end)
    yield from (t for t in (*clause(verb), *below) if verb.i < t.i < end)


def _meeting_near(told: Told, sentence: Tokens) -> bool:
    """Whether the sentence, or one of the two before, tells of a meeting."""
    book = lexicon("summit_outcome")
    back = told.parsed.doc[max(0, sentence.start - 60) : sentence.start]
    starts = [t.i for t in back if t.is_sent_start][-book["reach"] :]
    first = min(starts, default=sentence.start)
    return _meets(told.parsed.doc[first : sentence.end])


def _meets(words: Tokens) -> bool:
    meetings = lexicon("summit_outcome")["meetings"]
    return any(t.lemma_.lower() in meetings for t in words)


def _nothing(told: Told) -> Iterator[FactFinding]:
    """`no new bases`, `ended without a communique`: what a meeting is said not to have brought."""
    book = lexicon("summit_outcome")
    for noun in told.words((*book["things"], "basis"), "NOUN"):
        lacks = [c for c in noun.children if c.lower_ in ("no", "without") and c.i < noun.i]
        behind_without = noun.dep_ == "pobj" and noun.head.lower_ == "without"
        verb = _above(noun)
        leaders = verb is not None and any(_is_decider(d) and told.naming_here(d) for d in doers(verb))
        if not (lacks or behind_without) or not (leaders or _meeting_near(told, noun.sent)):
            continue
        fresh = any(c.lower_ in book["fresh"] for c in noun.children)
        if not fresh and (verb is None or verb.lemma_.lower() not in book["bringing"]):
            continue
        if verb is not None and noun in done_to(verb) and any(_is_decider(d) for d in doers(verb)):
            continue
        first = noun.head.i if behind_without else phrase(noun)[0]
        words = list(told.parsed.doc[first : noun.i + 1])
        yield _made(
            told, words, "nothing", _whose(told, doers(verb) if verb is not None else [], noun), "none", "negated"
        )


def _is_decider(token: Token) -> bool:
    book = lexicon("summit_outcome")
    return any(h.lemma_.lower() in (*book["always"], *book["deciders"]) for h in _heads(token))


def _above(noun: Token) -> Token | None:
    """The verb that a noun is an object of, also behind a preposition or in a list."""
    head = noun
    while (
        head.dep_ in ("conj", "appos", "pobj", "prep", "dep")
        and head.head is not head
        and head.pos_ not in ("VERB", "AUX")
    ):
        head = head.head
    head = head if head.pos_ in ("VERB", "AUX") else head.head
    return head if head.pos_ in ("VERB", "AUX") else None


def _came_to_nothing(told: Told) -> Iterator[FactFinding]:
    """`nothing came of the meeting`, `broke up without choosing a chairman`."""
    book = lexicon("summit_outcome")
    for verb in told.words(("come", "emerge", "result", "follow"), "VERB"):
        empty = [d for d in doers(verb) if d.lower_ in ("nothing", "little", "none")]
        if empty and any(t.lemma_.lower() in book["meetings"] for t in behind(verb, ("of", "from", "out"))):
            yield _made(told, [*empty, *clause(verb)], "empty", _whose(told, [], verb), "none", "negated")
    for verb in told.words(("stop", "fall"), "VERB"):
        short = [c for c in verb.children if c.lower_ == "short"]
        if short and any(_is_decider(d) and told.naming_here(d) for d in doers(verb)):
            words = [t for t in verb.subtree if t.i >= verb.i and t.i - verb.i < LONG]
            yield _made(told, words, "short", _whose(told, doers(verb), verb), "none", "negated")
    for verb in told.words(book["bringing"], "VERB"):
        undone = [c for p in verb.children if p.lower_ == "without" for c in p.children if c.dep_ == "pcomp"]
        if undone and any(h.lemma_.lower() in book["meetings"] for d in doers(verb) for h in _heads(d)):
            words = [undone[0].head, *(t for t in undone[0].subtree if t.i - undone[0].i < LONG)]
            yield _made(told, words, "without", _whose(told, doers(verb), verb), "none", "negated")


def _held(told: Told) -> Iterator[FactFinding]:
    """`brought the leaders to Accra for the pact's summit`, `the NATO summit in Lisbon`: whose meeting, and where."""
    book = lexicon("summit_outcome")
    for noun in told.words(book["summits"], "NOUN", "PROPN"):
        of = told.organisation_named_by(noun)
        verb = next((a for a in noun.ancestors if a.lemma_.lower() in book["gathering"] and a.pos_ == "VERB"), None)
        where = [
            t for home in (noun, verb) if home is not None for t in behind(home, ("in", "at", "to")) if t.pos_ == "PROPN"
        ]
        if of is None or not where or (verb is not None and aspect(verb) != "asserted"):
            continue
        words = [noun, where[0], *([verb] if verb is not None else [])]
        found = _made(told, words, "held", of, "held", "asserted")
        yield structs.replace(found, object=told.party(where[0]))


def _disappointed(told: Told) -> Iterator[FactFinding]:
    """`those who hoped it would bring reform came away disappointed`: the hope did not come true."""
    book = lexicon("summit_outcome")
    for dashed in told.words(book["dashed"]):
        hope = next((t for t in dashed.sent if t.lemma_.lower() in book["hopes"] and t.i < dashed.i), None)
        if hope is None or not _meeting_near(told, dashed.sent):
            continue
        verb = next(
            (t for t in told.parsed.doc[hope.i : dashed.i] if t.lower_ in ("would", "might", "could", "for", "to")), hope
        )
        words = list(told.parsed.doc[verb.i : dashed.i + 1])
        yield _made(told, words, "disappointed", _whose(told, [], dashed), "none", "failed")


def _whose(told: Told, subjects: list[Token], word: Token) -> Named | None:
    """The body whose meeting it is: the subject's own, else the last organisation named before."""
    for token in (h for s in subjects for h in _heads(s)):
        found = told.naming_here(token)
        if found:
            return found
    return told.organisation_of_text(word)


def _made(told: Told, words: list[Token], rule: str, of: Named | None, status: str, polarity: Polarity) -> FactFinding:
    stretch = [w for part in words for w in told.parsed.doc[slice(*phrase(part))]]
    span: Span = told.stretch(*stretch)
    return FactFinding(
        **told.parsed.base("summit_outcome", span, f"summit_outcome.{rule}"),
        subject=of,
        when=told.when_in(span),
        polarity=polarity,
        status=status,
        value=told.text[slice(*span)],
    )

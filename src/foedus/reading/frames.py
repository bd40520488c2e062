"""How English attributes: the frames in which a verb, noun, adjective or preposition brings what somebody says or thinks.

Each frame yields candidates with the cue's lemma and the frame's name; which lemmas count in which frame is vocabulary
(lexicon/cues.toml), not code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedus.reading.cues import adding

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECT = {"nsubj", "csubj"}
PASSIVE = {"nsubjpass", "csubjpass"}
AUXILIARY = {"aux", "auxpass", "neg", "prt"}
COMPLEMENT = {"acomp", "oprd", "ccomp", "advmod", "xcomp"}


@dataclass(frozen=True)
class Attribution:
    """A cue, and the tokens of its content and source, as indices into the Doc; `source` empty where nobody is named."""

    lemma: str
    frame: str
    cue: tuple[int, ...]
    content: tuple[int, ...]
    source: tuple[int, ...]

    @property
    def key(self) -> str:
        """What the lexicon lists: frame and lemma."""
        return f"{self.frame}:{self.lemma}"


def attributions(tokens: Iterable[Token]) -> Iterator[Attribution]:
    """Every candidate among the tokens, whatever the lemma."""
    for token in tokens:
        for frames in FRAMES.get(token.pos_, ()):
            yield from frames(token)


def said_by(clause: Token) -> tuple[int, ...]:
    """A clause as content: without the author's own concession (", although ...") and the next cue (and added ...)."""
    own = [c for c in clause.children if (c.dep_ == "advcl" and c.i > clause.i and _concedes(c)) or _goes_on(c)]
    return subtree(clause, own)


def _goes_on(verb: Token) -> bool:
    """A further cue that the parser joined to the content of the first: she said it was late and *added* ..."""
    return (
        verb.dep_ == "conj"
        and verb.head.dep_ == "ccomp"
        and verb.tag_ == verb.head.head.tag_
        and verb.lemma_ in adding()
        and not any(c.dep_ in SUBJECT for c in verb.children)
    )


def _concedes(clause: Token) -> bool:
    first = clause.left_edge
    return first.lower_ in ("though", "although") and first.i > 0 and clause.doc[first.i - 1].text == ","


def subtree(token: Token, without: Iterable[Token] = ()) -> tuple[int, ...]:
    """Indices of a token and all that hangs on it, less what hangs on `without`; no loose punctuation at the edges."""
    out = {t.i for w in without for t in w.subtree}
    found = [t for t in token.subtree if t.i not in out]
    while found and (found[0].is_punct and found[0].text not in "\"'([#$"):
        found.pop(0)
    while found and (found[-1].is_punct and found[-1].text not in "\"')].?!%"):
        found.pop()
    return tuple(t.i for t in found)


def cue_of(token: Token) -> tuple[int, ...]:
    """A verb with its auxiliaries, particle and negation."""
    return tuple(sorted([token.i, *(c.i for c in token.children if c.dep_ in AUXILIARY)]))


def source_of(verb: Token) -> tuple[int, ...]:
    """Who says it: the subject, the agent of a passive, the noun that a participle modifies; () where nobody is named."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
    if agent is not None:
        return subtree(agent)
    if passive or any(c.dep_ in PASSIVE for c in verb.children) or _asked(verb):
        return ()
    found = subject(verb) or _left_of(verb)
    return _whole(found, verb) if found is not None else ()


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one that it shares with the verb it is joined to."""
    for _ in range(6):
        own = next((c for c in verb.children if c.dep_ in SUBJECT), None)
        if own is not None:
            return own
        head = verb.head.head if _goes_on(verb) else verb.head
        if verb.dep_ == "pcomp" and head.lower_ in ("as", "in") and head.head.lemma_ in ("quote", "cite"):
            return next((c for c in head.head.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON") and verb.tag_ in ("VBG", "VB"):
            return head
        if verb.dep_ == "acl" and head.pos_ == "NOUN":
            return None
        if verb.dep_ == "xcomp" and verb.i > head.i:
            object = next((c for c in head.children if c.dep_ == "dobj"), None)
            if object is not None and verb.tag_ != "VBG":
                return object
        if (
            verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp", "parataxis", "acl")
            or head is verb
        ):
            return None
        if verb.dep_ == "ccomp" and any(c.dep_ == "mark" for c in verb.children):
            return None
        if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp") and any(c.dep_ in PASSIVE for c in head.children):
            return next(c for c in head.children if c.dep_ in PASSIVE)
        verb = head
    return None


def _asked(verb: Token) -> bool:
    """A participle that stands for a passive: *Asked* whether it would help, the bloc was silent."""
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and not any(c.dep_ in AUXILIARY - {"neg"} for c in verb.children)


def _left_of(verb: Token) -> Token | None:
    """The name or pronoun nearest before a finite verb that the parser left without a subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ == "acl":
        return None
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.pos_ in ("VERB", "AUX"):
            return None
        if token.tag_ in ("NNP", "NNPS", "PRP") and token.dep_ not in ("compound", "pobj", "poss"):
            return token
    return None


def _whole(noun: Token, verb: Token) -> tuple[int, ...]:
    """A subject with all that describes it, but not the verb's own clause when that is what describes it."""
    return subtree(noun, [c for c in noun.children if c.is_ancestor(verb) or c is verb])


def _is_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" or c.dep_ in PASSIVE for c in verb.children)


def verb_frames(verb: Token) -> Iterator[Attribution]:
    """clause, infinitive, gerund, object, a preposition's name, their passives, and raising (seem, appear)."""

    def made(frame: str, content: tuple[int, ...], extra: Iterable[int] = ()) -> Attribution:
        cue = tuple(sorted({*cue_of(verb), *extra}))
        return Attribution(_lemma(verb), frame, cue, content, source_of(verb))

    passive = _passive(verb)
    children = list(verb.children)
    raised = next((c for c in children if c.dep_ in (PASSIVE if passive else SUBJECT)), None)
    object = next((c for c in children if c.dep_ in ("dobj", "dative")), None)
    done = False
    for child in children:
        if child.dep_ == "ccomp":
            done = True
            yield made("small" if _small(child) else "clause", said_by(child))
        elif child.dep_ == "xcomp" and (child.pos_ in ("VERB", "AUX") or passive):
            done = True
            if passive and raised is not None:
                yield made("passive", (*subtree(raised), *subtree(child)))
            elif object is not None and object.i < child.i:
                yield made("object_infinitive", (*subtree(object), *subtree(child)))
                yield made("told_infinitive", subtree(child))
            elif _is_to(child):
                yield made("infinitive", subtree(child))
                if raised is not None:
                    yield replace(made("raising", (*subtree(raised), *subtree(child))), source=())
            else:
                yield made("gerund", subtree(child))
    if not done:
        yield from _phrases(verb, children, object, raised, passive, made)
    if verb.dep_ == "parataxis" and verb.head is not verb:
        yield made("clause", subtree(verb.head, [verb]))
    elif verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in children):
        yield made("as_clause", subtree(verb.head, [verb]))


def _phrases(
    verb: Token,
    children: list[Token],
    object: Token | None,
    raised: Token | None,
    passive: bool,
    made: Callable[..., Attribution],
) -> Iterator[Attribution]:
    """The frames without a clause: object (with what is said of it), prepositions."""
    predicate = [c for c in children if c.dep_ in ("oprd", "acomp", "xcomp")]
    about = [c for c in children if c.dep_ in ("prep", "agent") and c.dep_ != "agent"]
    if passive and raised is not None:
        as_ = [c for c in about if c.lower_ in ("as", "of", "for", "to", "in", "on", "over", "about", "with")]
        rest = [i for c in [*predicate, *as_] for i in subtree(c)]
        if verb.dep_ != "relcl" or raised.tag_ not in ("WDT", "WP"):
            yield made("object", (*subtree(raised), *rest))
        return
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and object is None:
        rest = [i for c in [*predicate, *about] for i in subtree(c)]
        yield made("object", (*subtree(verb.head, [verb]), *rest))
        return
    if object is not None and object.tag_ in ("WDT", "WP") and predicate:
        yield made("object", tuple(i for c in predicate for i in subtree(c)))
    elif object is not None:
        late = [c for c in about if c.i > object.i and c.lower_ in ("as", "of", "for")]
        rest = [i for c in [*predicate, *late] for i in subtree(c)]
        yield made("object", (*subtree(object), *rest))
    for prep in about:
        for child in prep.children:
            if child.dep_ in ("pobj", "pcomp"):
                frame = prep.lower_ if object is None else f"object_{prep.lower_}"
                extra = [prep.i, *(subtree(object) if object is not None else ())]
                yield made(frame, subtree(child), extra)


def _small(clause: Token) -> bool:
    """A clause without a verb: they called *the plan a farce*."""
    return clause.pos_ in ("NOUN", "PROPN", "ADJ") and any(c.dep_ in SUBJECT for c in clause.children)


def noun_frames(noun: Token) -> Iterator[Attribution]:
    """The claim that ..., the decision to ..., criticism of ..., their fear is that ..."""
    source, cue = noun_source(noun)

    def made(frame: str, content: tuple[int, ...], extra: Iterable[int] = ()) -> Attribution:
        return Attribution(_lemma(noun), f"noun_{frame}", tuple(sorted({noun.i, *cue, *extra})), content, source)

    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.i > noun.i:
            if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children) or (
                child.dep_ == "acl" and any(c.lower_ == "that" for c in child.children)
            ):
                yield made("clause", subtree(child))
            elif child.dep_ == "acl" and _is_to(child):
                yield made("infinitive", subtree(child))
        elif child.dep_ == "ccomp":
            yield made("clause", subtree(child))
        elif child.dep_ == "prep" and child.i > noun.i:
            for grand in child.children:
                if grand.dep_ in ("pobj", "pcomp"):
                    yield made(child.lower_, subtree(grand), [child.i])
    if noun.dep_ in SUBJECT and noun.head.lemma_ == "be":
        for child in noun.head.children:
            if child.dep_ in ("ccomp", "xcomp", "attr") and child.i > noun.head.i:
                yield made("is", subtree(child), [noun.head.i])


def noun_source(noun: Token) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Whose claim it is: the possessor, "by" whom, or the subject of the verb that holds the noun; and more cue words."""
    for child in noun.children:
        if child.dep_ == "poss":
            return subtree(child), ()
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among"):
            for grand in child.children:
                if grand.dep_ == "pobj":
                    return subtree(grand), ()
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in ("NORP", "GPE", "ORG", "PERSON"):
            return (child.i,), ()
    verb = noun.head
    if noun.dep_ == "pobj" and verb.dep_ == "prep":
        verb = verb.head
    if noun.dep_ in ("dobj", "pobj", "attr") and verb.pos_ in ("VERB", "AUX"):
        return source_of(verb), cue_of(verb)
    return (), ()


def adjective_frames(adjective: Token) -> Iterator[Attribution]:
    """Was adamant that ..., is eager to ..., was critical of ..., it is unclear whether ..."""
    verb = adjective.head if adjective.dep_ in ("acomp", "attr", "oprd") else None
    if verb is None:
        return
    person = subject(verb)
    impersonal = person is not None and person.lower_ == "it"
    source = () if person is None or impersonal else _whole(person, verb)
    cue = [*cue_of(verb), adjective.i]
    for child in [*adjective.children, *(c for c in verb.children if c.i > adjective.i)]:
        frame = ""
        content: tuple[int, ...] = ()
        extra: tuple[int, ...] = ()
        if child.dep_ == "ccomp":
            frame, content = "clause", subtree(child)
        elif child.dep_ == "xcomp" and _is_to(child):
            frame, content = "infinitive", subtree(child)
        elif child.dep_ == "prep" and child.head is adjective:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is None:
                continue
            frame, content, extra = child.lower_, subtree(inner), (child.i,)
        if frame:
            name = f"adjective_{'it_' if impersonal else ''}{frame}"
            yield Attribution(_lemma(adjective), name, tuple(sorted({*cue, *extra})), content, source)


def according_frames(word: Token) -> Iterator[Attribution]:
    """According to X, ...: the clause that it hangs on, less itself. `for X` and `in X's view` likewise."""
    if word.lower_ != "according":
        return
    to = next((c for c in word.children if c.lower_ == "to"), None)
    who = next((c for t in (to, word) if t is not None for c in t.children if c.dep_ == "pobj"), None)
    if who is None or to is None:
        return
    top = word.head
    while top.dep_ not in ("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "acl") and top.head is not top:
        top = top.head
    yield Attribution("according", "according", (word.i, to.i), subtree(top, [word]), subtree(who))


def view_frames(preposition: Token) -> Iterator[Attribution]:
    """By his account, in the minister's view: the clause is that person's."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) if noun is not None else None
    clause = preposition.head
    if noun is None or owner is None or preposition.dep_ != "prep" or clause.pos_ not in ("VERB", "AUX"):
        return
    frame = f"{preposition.lower_}_whose"
    yield Attribution(_lemma(noun), frame, (preposition.i, noun.i), subtree(clause, [preposition]), subtree(owner))


def _lemma(token: Token) -> str:
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), "")
    lemma = token.lemma_.lower()
    if lemma == "make" and any(c.lower_ in ("clear", "plain") and c.dep_ in COMPLEMENT for c in token.children):
        return "make clear"
    return f"{lemma} {particle}" if particle else lemma


def adverb_frames(adverb: Token) -> Iterator[Attribution]:
    """Reportedly, allegedly: somebody says so who is not named."""
    verb = adverb.head
    if adverb.dep_ == "advmod" and verb.pos_ in ("VERB", "AUX", "ADJ"):
        yield Attribution(adverb.lower_, "adverb", (adverb.i,), subtree(verb, [adverb]), ())


FRAMES: dict[str, tuple[Callable[[Token], Iterator[Attribution]], ...]] = {
    "VERB": (verb_frames, according_frames),
    "AUX": (),
    "NOUN": (noun_frames,),
    "ADJ": (adjective_frames,),
    "ADP": (according_frames, view_frames),
    "ADV": (adverb_frames,),
}

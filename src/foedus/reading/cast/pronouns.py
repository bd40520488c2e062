"""Pronouns: he, she, it, they, its, his. The best antecedent near by; none where two are as good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from foedus.reading.cast.entity import SPEAKING, Entity, Seen

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedus.reading.cast.whole import Cast

REACH = 3  # sentences back
MARGIN = 0.2  # by how much the best must beat the next
HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
IT, THEY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "theirs", "themselves"})
COLLECTIVE = frozenset({"organisation", "group", "body", "threat", "party", "medium"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
IMPERSONAL = frozenset({"seem", "appear", "happen", "rain", "snow", "matter", "transpire", "emerge"})


def meant(cast: Cast, token: Token) -> Entity | None:
    """Whom a pronoun means."""
    word = token.lower_
    if word in HE or word in SHE:
        other = "f" if word in HE else "m"
        person = _best(cast, token, lambda e: e.kind == "person" and not e.plural and e.sex != other)
        if person is not None and not person.sex:
            person.sex = "m" if word in HE else "f"
        return person
    if word in IT and not pleonastic(token):
        found = _best(cast, token, lambda e: e.kind not in ("person", "people") and not e.plural)
    elif word in THEY:
        found = _best(cast, token, lambda e: e.plural or e.kind in COLLECTIVE)
    else:
        found = None
    return None if found is None or found.kind == "thing" else found


def relative(cast: Cast, token: Token) -> Entity | None:
    """Whom "who" or "which" means: the noun that its clause hangs on."""
    clause = next((t for t in (token.head, token.head.head) if t.dep_ == "relcl"), None)
    return cast.at(clause.head) if clause is not None and clause.head.i < token.i else None


def pleonastic(token: Token) -> bool:
    """Whether "it" stands for nobody: it is easy to ..., it seems that ..."""
    head = token.head
    if token.dep_ == "expl":
        return True
    if token.dep_ not in ("nsubj", "nsubjpass") or head.lemma_ not in {"be", *IMPERSONAL}:
        return False
    predicate = next((c for c in head.children if c.dep_ in ("acomp", "attr", "oprd")), None)
    if head.lemma_ in IMPERSONAL or predicate is None:
        return head.lemma_ in IMPERSONAL
    clauses = ("ccomp", "xcomp", "csubj", "advcl", "acl", "relcl")
    inner = any(g.dep_ in ("ccomp", "xcomp", "acl", "relcl", "prep") for g in predicate.children)
    return any(c.dep_ in clauses for c in head.children) or (inner and predicate.dep_ == "acomp")


def _best(cast: Cast, token: Token, fits: Callable[[Entity], bool]) -> Entity | None:
    here, quoted = cast.sentence_of[token.i], cast.in_quotes(token)
    scores: dict[Entity, float] = {}
    for seen in cast.before(token, REACH):
        if fits(seen.entity) and not _same_clause(seen.token, token):
            score = _nearness(seen, here) - (0.8 if seen.quoted != quoted else 0)
            scores[seen.entity] = max(score, scores.get(seen.entity, -9))
    ranked = sorted(scores.items(), key=lambda s: -s[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return ranked[0][0]


def _nearness(seen: Seen, here: int) -> float:
    """How ready an antecedent is: near, a subject, one who spoke, known by name."""
    score = 2.0 - 0.9 * (here - seen.sentence)
    holder = seen.token.head if seen.token.dep_ == "appos" else seen.token
    spoke = seen.subject and holder.head.lemma_ in SPEAKING
    if seen.subject:
        score += 1.4 if spoke else 1.0
    if seen.token.dep_ == "poss":
        score -= 0.2
    return score if seen.entity.named or spoke else score - 0.4


def _same_clause(a: Token, b: Token) -> bool:
    """Whether two words are arguments of one verb, so that a plain pronoun can't mean the other."""
    both = a.dep_ in ARGUMENTS and b.dep_ in ARGUMENTS
    return bool(a.head == b.head and both and not b.lower_.endswith("self"))

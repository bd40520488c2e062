"""When a cue tells of words or a stand, and when it does not: nobody named, only possible, only a purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.reading.cues import speech
from foedus.reading.frames import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POSSIBLE = {"MD"}
TRYING = {"attempt", "try", "begin", "start", "continue", "go"}
ALWAYS = {
    "clause",
    "as_clause",
    "small",
    "infinitive",
    "gerund",
    "according",
    "by_whose",
    "in_whose",
    "passive",
    "raising",
    "adverb",
}
THINGS = {"that", "which", "this"}


def tells(doc: Doc, a: Attribution) -> bool:
    """Whether the attribution is told as one.

    A clause is said by somebody. A stand on something (they back the plan) is told when it is taken, not when it could be
    taken (would back, to back); a single word without more is mostly no stand.
    """
    if not a.content:
        return False
    verb = head_of(doc, a)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if not a.source:
        return a.frame in ("passive", "raising", "adjective_it_clause", "adverb") or (a.frame == "object" and passive)
    if a.frame in ("clause", "infinitive", "gerund", "as_clause", "object"):
        alone = doc[a.source[0]].lower_ if len(a.source) == 1 else ""
        if alone in THINGS or alone == "you" or (alone == "it" and a.frame == "clause" and a.lemma not in speech()):
            return False
    if a.frame in ALWAYS:
        return True
    words = [doc[i] for i in a.content if doc[i].is_alpha or doc[i].like_num]
    if len(words) < 2 or (a.frame == "object" and verb.dep_ == "acl"):
        return False
    if verb.dep_ == "xcomp" and verb.head.lemma_ in TRYING:
        return True
    return not any(c.tag_ in POSSIBLE or (c.lower_ == "to" and c.dep_ == "aux") for c in verb.children)


def head_of(doc: Doc, a: Attribution) -> Token:
    """The word of the cue that the lemma names."""
    word = a.lemma.split()[0]
    return next((doc[i] for i in a.cue if doc[i].lemma_.lower() == word), doc[a.cue[0]])

"""The model's attribute ruler, remembered: what it does to a token depends on little, and a matcher is slow to find out.

The ruler's patterns look at a token's tag, dependency and (for some words only) its letters, and at the token before it
after an expletive or in "gonna". So what it did once for such a token it will do again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SEEN: list[int | str] = ["TAG", "DEP", "LOWER", "IS_SPACE"]
DONE: list[int | str] = ["POS", "MORPH", "LEMMA", "TAG", "DEP"]


class QuickRuler:
    """Stands in the pipeline for the attribute ruler that it was made of."""

    def __init__(self, ruler: Any) -> None:
        self.ruler = ruler
        strings = ruler.vocab.strings
        self.expletive = strings["expl"]
        self.words = {strings[word] for word in _words(ruler.patterns)}
        self.known: dict[tuple[int, ...], tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Give the tokens the attributes that the ruler gives them."""
        if doc.has_unknown_spaces or not len(doc):
            ruled: Doc = self.ruler(doc)
            return ruled
        keys = self._keys(doc)
        if any(key not in self.known for key in keys):
            doc = self.ruler(doc)
            for key, done in zip(keys, doc.to_array(DONE).tolist(), strict=True):
                self.known[key] = tuple(done)
            return doc
        token: Any
        for token, key in zip(doc, keys, strict=True):
            pos, morph, lemma, tag, dep = self.known[key]
            token.pos = pos
            token.set_morph(morph)
            if lemma:
                token.lemma = lemma
            if tag != key[0]:
                token.tag = tag
            if dep != key[1]:
                token.dep = dep
        return doc

    def _keys(self, doc: Doc) -> list[tuple[int, ...]]:
        """All that the patterns can see of each token and of the one before and after it."""
        rows = doc.to_array(SEEN).tolist()
        seen = [(tag, dep, lower if lower in self.words else 0, space) for tag, dep, lower, space in rows]
        before = [(0, 0, 0, 0), *seen[:-1]]
        after = [*seen[1:], (0, 0, 0, 0)]
        near = ((b[1] == self.expletive, b[2], a[2]) if s[2] else () for s, b, a in zip(seen, before, after, strict=True))
        return [(*s, *n) for s, n in zip(seen, near, strict=True)]


def quicken(nlp: Language) -> None:
    """Put the quick ruler in the place of the pipeline's own, where it has one."""
    for k, (name, pipe) in enumerate(nlp._components):
        if name == "attribute_ruler":
            nlp._components[k] = (name, QuickRuler(pipe))


def _words(patterns: list[dict[str, Any]]) -> set[str]:
    """Every word that a pattern names; of the regular expressions, the words they are there for."""
    found = {"n't", "nt", "not"}
    for pattern in patterns:
        for token in (t for tokens in pattern["patterns"] for t in tokens):
            lower = token.get("LOWER")
            found |= {lower} if isinstance(lower, str) else set((lower or {}).get("IN", ()))
    return found

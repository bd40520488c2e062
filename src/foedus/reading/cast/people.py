"""The people of a text, found again by full name, surname or given name."""

from __future__ import annotations

from foedus.reading.cast.entity import Entity, sex_of


class People:
    """Everyone named so far. A surname that two bear goes by the sex of the title before it."""

    def __init__(self) -> None:
        self._full: dict[str, Entity] = {}
        self._parts: dict[str, list[Entity]] = {}

    def meet(self, name: str) -> Entity:
        """The person of this name, known or new."""
        known = self.find(name)
        if known is not None:
            return known
        words = name.split()
        one = Entity(name, "person", sex=sex_of(words[0].lower()) if len(words) > 1 else "")
        self._full[name] = one
        for part in dict.fromkeys((words[-1], " ".join(words[1:]), words[0])):
            self._parts.setdefault(part, []).append(one)
        return one

    def find(self, name: str, sex: str = "") -> Entity | None:
        """Who goes by the name in this text; with several, the first that the sex allows."""
        name = name.title() if name.isupper() and len(name) > 3 else name
        if name in self._full:
            return self._full[name]
        found = [p for p in self._parts.get(name, ()) if not sex or p.sex in ("", sex)]
        surnamed = [p for p in found if not p.name.startswith(f"{name} ")]
        return next(iter(surnamed or found), None)

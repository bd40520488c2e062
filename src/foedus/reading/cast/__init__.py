"""The cast of a text: each person, state, body and group in it, and which words mean whom."""

from foedus.reading.cast.entity import ACTS_FOR, Entity, Seen, human
from foedus.reading.cast.owners import owner_of
from foedus.reading.cast.whole import Cast

__all__ = ["ACTS_FOR", "Cast", "Entity", "Seen", "human", "owner_of"]

"""The desk: texts and what was read in them are kept here, and a person accepts, rejects, takes back."""

from foedus.desk.decide import accept, reject, undo
from foedus.desk.kept import find, keep, kept

__all__ = ["accept", "find", "keep", "kept", "reject", "undo"]

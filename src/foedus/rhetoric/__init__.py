"""Rhetoric against the record: each measure apart, never one score."""

from foedus.rhetoric.attribution import Attribution, Precision, precision
from foedus.rhetoric.copies import without_copies
from foedus.rhetoric.excess import Excess, excess
from foedus.rhetoric.talk import SpeakerMonth, talk

__all__ = ["Attribution", "Excess", "Precision", "SpeakerMonth", "excess", "precision", "talk", "without_copies"]

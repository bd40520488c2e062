"""Names in texts: who or what they name, on the day of the text."""

from foedus.names.forms import Form, forms_of
from foedus.names.gazetteer import Gazetteer, Mention
from foedus.names.words import folded, vocabulary

__all__ = ["Form", "Gazetteer", "Mention", "folded", "forms_of", "vocabulary"]

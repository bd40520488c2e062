"""The dossier: a folder of pages on one alliance that opens offline."""

from foedus.dossier.page import Page, Subject
from foedus.dossier.write import write

__all__ = ["Page", "Subject", "write"]

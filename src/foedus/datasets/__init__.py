"""Outside data sets: one TOML file each says what it is, where it ends, whom to cite and what its tables must hold."""

from foedus.datasets.dataset import Column, Coverage, Dataset, Table, dataset, names
from foedus.datasets.load import Loaded, load

__all__ = ["Column", "Coverage", "Dataset", "Loaded", "Table", "dataset", "load", "names"]

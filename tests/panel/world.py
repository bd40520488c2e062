"""Files of the shape that the data sets have, from a few rows."""

import csv

from foedus.datasets import dataset


def write(folder, name, table, rows):
    """Write rows of a table of a data set as its file; columns that a row does not give are 0."""
    sheet = dataset(name).table(table)
    folder.mkdir(exist_ok=True)
    columns = [column.header or ours for ours, column in sheet.columns.items() if "#" not in ours]
    with (folder / sheet.files[0]).open("w", newline="", encoding="utf8") as file:
        writer = csv.DictWriter(file, columns, restval=0)
        writer.writeheader()
        writer.writerows(rows)
    return folder

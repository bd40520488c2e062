"""Files of the shape that the data sets have, from a few rows."""

import csv

from foedus.datasets import dataset


def write(folder, name, table, rows):
    """Write rows of a table of a data set as its file; columns that a row does not give are 0, dates and texts empty."""
    sheet = dataset(name).table(table)
    folder.mkdir(exist_ok=True)
    named = {column.header or ours: column for ours, column in sheet.columns.items() if "#" not in ours}
    blank = {name: "" if column.type in ("DATE", "VARCHAR") else 0 for name, column in named.items()}
    columns = list(named)
    with (folder / sheet.files[0]).open("w", newline="", encoding="utf8") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(blank | row for row in rows)
    return folder

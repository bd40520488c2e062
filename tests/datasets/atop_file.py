"""A small member file of made-up alliances, in ATOP's columns: what a test does not name is 0."""

import csv

from foedus.datasets import dataset

COLUMNS = tuple(dataset("atop").table("atop_members").columns)
A, B, C, D, X, Y = 200, 220, 255, 325, 365, 300
"""States by COW number: five in Europe, named so that the tests read easily; X and Y stay outside the alliances."""


def member(state, since="1900-01-01", until="0", atopid=1001, **coded):
    year, month, day = (*map(int, since.split("-")), "", "")[:3]
    out = dict(zip(("yrexit", "moexit", "dayexit"), (*until.split("-"), "", "")[:3], strict=True))
    if until == "0":
        out = {"yrexit": 0, "moexit": 0, "dayexit": 0}
    row = dict.fromkeys(COLUMNS, 0) | {"version": "5.1", "source": 1, "bilat": 1, "cowsys": 1}
    return row | {"atopid": atopid, "member": state, "yrent": year, "moent": month, "dayent": day} | out | coded


def write(path, *rows):
    path.mkdir(exist_ok=True)
    with (path / "atop5_1m.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def pact(*states, atopid=1001, since="1900-01-01", until="0", **coded):
    return [member(state, since, until, atopid, **coded) for state in states]

"""A small world of made-up states, in files of the shape that the data sets have."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from world import write

STATES = [
    # state, name, member from, until (2016-12-31: still one)
    (10, "Asteria", (1816, 1, 1), (2016, 12, 31)),
    (20, "Borland", (1816, 1, 1), (1900, 6, 30)),
    (30, "Corvia", (1900, 7, 1), (2016, 12, 31)),
    (40, "Dunmark", (1850, 5, 1), (2016, 12, 31)),
]


@pytest.fixture
def states(tmp_path):
    rows = [
        {
            "stateabb": name[:3],
            "ccode": number,
            "statenme": name,
            **dict(zip(("styear", "stmonth", "stday"), since, strict=True)),
            **dict(zip(("endyear", "endmonth", "endday"), until, strict=True)),
            "version": 2016,
        }
        for number, name, since, until in STATES
    ]
    return write(tmp_path / "states", "states", "cow_states", rows)


@pytest.fixture
def atop(tmp_path):
    """1: Asteria is to defend Dunmark, not the reverse, from May 1860 to March 1862. 2: a consultation pact, to date."""

    def member(atopid, state, since, until, phase=0, **codes):
        entry = dict(zip(("yrent", "moent", "dayent"), since, strict=True))
        leave = dict(zip(("yrexit", "moexit", "dayexit"), until, strict=True))
        return {"atopid": atopid, "member": state, "phase": phase, **entry, **leave, **codes, "version": "5.1"}

    rows = [
        member(1, 10, (1860, 5, 1), (1862, 3, 1), defense=1, conditio=1, defcon=1),
        member(1, 40, (1860, 5, 1), (1862, 3, 1)),
        member(2, 10, (1950, 1, 1), (0, 0, 0), consul=1),
        member(2, 30, (1950, 1, 1), (1960, 2, 1), consul=1),
        member(2, 40, (1960, 3, 1), (0, 0, 0), consul=1),
        member(2, 99, (1950, 1, 1), (0, 0, 0), consul=1),
    ]
    return write(tmp_path / "atop", "atop", "atop_members", rows)


@pytest.fixture
def mid(tmp_path):
    """Asteria and Dunmark have three disputes in 1870: 7 goes on from 1869, 8 and 9 begin; 9 has deaths unknown."""

    def both(dispnum, year, onset):
        one = {"dispnum": dispnum, "year": year, "dispongoing": 1, "disponset": onset}
        return [one | {"ccode1": 10, "ccode2": 40, "sidea1": 1}, one | {"ccode1": 40, "ccode2": 10, "sidea2": 1}]

    directed = [*both(7, 1869, 1), *both(7, 1870, 0), *both(8, 1870, 1), *both(9, 1870, 1)]
    about = [
        {"dispnum": number, "fatality": deaths, "fatalpre": deaths, "hostlev": 4, "stmon": 5, "version": 5}
        for number, deaths in ((7, 6), (8, 0), (9, -9))
    ]
    write(tmp_path / "mid", "mid", "mid_directed", directed)
    return write(tmp_path / "mid", "mid", "mid_disputes", about)

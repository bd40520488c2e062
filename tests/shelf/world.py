"""A small made-up record in a folder, for tests that break it on purpose."""

EDITION = 'version = "1"\ndate = "2020-01-01"\n'
STATES = "id,name,from,until,aliases,demonyms,capitals,metonyms,cow,gw\nAAA,Aland,,,,,,,1,1\nBBB,Bland,,,,,,,2,2\n"
LEAGUE = """
[[alliances]]
id = "league"
name = "League of Two"
founded = "1950"

[[memberships]]
id = "league_aaa"
of = "league"
state = "AAA"
from = "1950-05-01"

[[memberships]]
id = "league_bbb"
of = "league"
state = "BBB"
from = "1950"
until = "1960-01-01"

[[sources]]
id = "gazette"
title = "The Gazette"
kind = "government"
coverage = "1950"
licence = "public domain"
"""
EVIDENCE = """fact,source,locator,quote,stance,says,seen
league,gazette,p. 1,,,,2020-01-01
league_aaa,gazette,p. 1,,,,2020-01-01
"""


def write(folder, **files):
    """The record in `folder`; `files` replace or add (`league="..."` is league.toml)."""
    named = {"edition.toml": EDITION, "states.csv": STATES, "league.toml": LEAGUE, "evidence.csv": EVIDENCE}
    named |= {name.replace("__", "."): text for name, text in files.items()}
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in named.items():
        (folder / name).write_text(text, encoding="utf8")
    return folder

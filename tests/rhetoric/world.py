"""A small corpus on disk: six made-up leaders over two years, a band that they name, and a file of deaths."""

from datetime import date, timedelta

from foedus.nouns import Threat

BAND = Threat(id="band", name="Red Band", aliases=("RB",), ucdp=("Red Band",))
HEAD = """
title = "six leaders"
sample = "every statement of six leaders who do not exist"
licence = "none needed"
from = "2010-01"
until = "2011-12"
statements = "statements.csv"
"""
DEATHS = 'deaths = { dataset = "ged", path = "ged.csv", km = 500 }\n[points]\nAAA = [10.0, 10.0]\n'
TOPICS = ("ministers", "farmers", "fishermen", "students", "engineers", "doctors", "miners", "nurses")


def statements():
    """Rows (speaker, state, on, content): each leader speaks six times a month; the first names the band most."""
    for leader in range(6):
        for n in range(24 * 6):
            on = date(2010 + n // 72, n % 72 // 6 + 1, 1 + 4 * (n % 6))
            named = (n * 7 + leader * 3) % 12 < (8 if leader == 0 else 1 + leader % 3)
            subject = "the Red Band" if named else "smugglers"
            words = " ".join(f"{TOPICS[(n >> bit) % 8]} number {n + leader * 1000 + bit}" for bit in range(4))
            yield f"Leader {leader}", "AAA", on.isoformat(), f"Security at our border: {subject} and {words}"


def events():
    """Deaths by the band near by, 2008 to 2012, from month to month more or fewer."""
    for i in range(60):
        on = date(2008 + i // 12, i % 12 + 1, 5)
        yield f"{i},{on.year},2,Government,Red Band,10.5,10.5,{on} 00:00:00.000,{(i * 5) % 9}"


def write(folder, rows=None, head=HEAD, deaths=DEATHS):
    """The corpus file."""
    lines = ["speaker,state,on,content", *(",".join(row[:3]) + f',"{row[3]}"' for row in rows or statements())]
    (folder / "statements.csv").write_text("\n".join(lines) + "\n", encoding="utf8")
    ged = ["id,year,country_id,side_a,side_b,latitude,longitude,date_start,best", *events()]
    (folder / "ged.csv").write_text("\n".join(ged) + "\n", encoding="utf8")
    (folder / "corpus.toml").write_text(head + deaths, encoding="utf8")
    return folder / "corpus.toml"


def later(on, days):
    """The day so many days after."""
    return (date.fromisoformat(on) + timedelta(days=days)).isoformat()

"""`ask at_home`: a ban that also began a legal status is told once, under the party's name."""

from foedus.verbs.ask import ask


def test_the_ban_of_2015_stands_once_under_the_partys_name():
    answer = ask("at_home", {"alliance": "csto"})
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    banned = [r for r in rows if r["state"] == "TJK" and str(r["on"]) == "2015-08-28"]
    assert [(r["kind"], r["fact"]) for r in banned] == [("ban", "irpt_banned")]
    assert {r["against"] for r in rows if r["state"] == "TJK"} == {"Islamic Renaissance Party of Tajikistan"}

"""Made-up pacts in made-up wars: what came due and what was kept, worked out by hand."""

from tests.datasets.atop_file import write

from foedus.datasets import atop
from foedus.datasets.wars import wars
from foedus.reliability.bound import World
from foedus.reliability.pairs import by_pair, pairs
from foedus.reliability.rules import rule


def attack(attacker, target, others=(), beside=(), on=(1905, 1, 10), end=(12, 31), joined=0, war=1):
    year, month, day = on
    found = {"larger_war_id": war, "larger_war_name": "War", "year": year, "init_ccode": attacker, "target_ccode": target}
    found |= {"month_entry": month, "day_entry": day, "month_exit": end[0], "day_exit": end[1], "joiner": joined}
    found |= {f"adv{n}ccode": state for n, state in enumerate(others, 2)}
    return found | {f"ally{n}ccode": state for n, state in enumerate(beside, 1)}


def found(tmp_path, pact, war):
    """The pairs of some member rows and some attacks, by war and alliance."""
    world = World(atop.read(write(tmp_path / "atop", *pact)))
    return by_pair(pairs(wars(war), world))


def verdict(tmp_path, pact, *war, name="all-members", alliance=1001):
    """What a rule says of one pact in war 1."""
    (one,) = rule(name).judge(found(tmp_path, pact, war)[1, alliance])
    return one

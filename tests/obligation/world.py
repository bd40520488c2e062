"""A small world of made-up pacts, each written as the record writes one, with answers a person worked out."""

from foedus.nouns import Membership, Party, Period, Place, Request, Term, Treaty, Trigger, Wording
from foedus.obligation import Case, Promises
from foedus.when import When

PACT = Treaty(id="pact_treaty", of="pact", name="Treaty of the Pact", text="pact_text")
SIDE = Treaty(id="side_treaty", of="pact", name="Side Treaty of the Pact")
PROTOCOL = Treaty(id="pact_protocol", of="pact", name="Protocol", text="protocol_text", from_=When("2010-12-10"))


def period(start, end=None, status="in force", because=""):
    return Period(from_=When(start), until=When(end) if end else None, status=status, because=because)


def member(state, start="1990-01-01", end=None, status="member", of="pact"):
    id = f"{of}_{state}_{start}".lower()
    return Membership(id=id, of=of, state=state, status=status, from_=When(start), until=When(end) if end else None)


def party(treaty, state, start, end=None):
    return Party(
        id=f"{treaty}_{state}".lower(), treaty=treaty, state=state, from_=When(start), until=When(end) if end else None
    )


def wording(kind="defence", treaty="pact_treaty", article="4", **terms):
    terms.setdefault("periods", (period("1990-01-01"),))
    return Wording(id=terms.pop("id", f"{treaty}_{article}_{kind}"), treaty=treaty, article=article, kind=kind, **terms)


ARMED = Trigger(grade="armed attack")
SILENT = Term(value="silent")
ON_REQUEST = Term(value="yes")
MEMBERS = [member(s) for s in ("AAA", "BBB", "CCC", "DDD")]
PLACES = [
    Place(id="far_isles", name="Far Isles", de_jure="AAA", de_facto="AAA", region="far_ocean"),
    Place(id="AAA", name="Aland", de_jure="AAA", de_facto="AAA", region="near_ocean"),
    Place(id="marches", name="The Marches", de_jure="XXX", de_facto="AAA", until=When("2010-01-01")),
    Place(id="marches", name="The Marches", de_jure="AAA", de_facto="AAA", from_=When("2010-01-01")),
]


def promises(*wordings, members=MEMBERS, parties=()):
    return Promises(wordings, (PACT, SIDE, PROTOCOL), members, parties, PLACES)


def case(on="2000-06-01", victim="AAA", aggressor="XXX", **more):
    aggressors = more.pop("aggressors", (aggressor,) if aggressor else ())
    return Case(victims=(victim,), aggressors=aggressors, on=When(on), **more)


def asked(by="AAA", to="pact", on="2000-06-01", article="4", form="troops"):
    return Request(id=f"ask_{by}_{on}".lower(), crisis="c", by=by, to=to, on=When(on), article=article, form=form)

"""What was asked, done, refused and left undone in a crisis: whose act it is, and in whose name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from foedus.nouns import ActForm, Aid, Body, Contribution, Crisis, Operation, Request, Response
from foedus.when import When, not_after


class Act(NamedTuple):
    """One act that counts for one state. `polarity` as in Response; `article`: the one it is recorded under, if any."""

    id: str
    form: ActForm
    polarity: str
    on: When | None
    what: str
    article: str = ""


class Deeds(NamedTuple):
    """What one state did towards another in a crisis: its share of the alliance's acts, and its own bilateral ones."""

    collective: tuple[Act, ...] = ()
    bilateral: tuple[Act, ...] = ()


_FORM_OF_OPERATION: dict[str, ActForm] = {"deployment": "troops", "mission": "mission"}
"""An exercise answers no crisis."""


class Happenings:
    """Requests, responses, aid and operations of the record, by crisis."""

    def __init__(
        self,
        requests: Iterable[Request] = (),
        responses: Iterable[Response] = (),
        aid: Iterable[Aid] = (),
        operations: Iterable[Operation] = (),
        bodies: Iterable[Body] = (),
    ) -> None:
        """Index the rows; `bodies` tell which organ belongs to which organisation."""
        self._owner = {body.id: body.of for body in bodies}
        self._requests: dict[str, list[Request]] = {}
        self._acts: dict[str, list[Response | Aid | Operation]] = {}
        for request in requests:
            self._requests.setdefault(request.crisis, []).append(request)
        answering = [operation for operation in operations if operation.kind in _FORM_OF_OPERATION]
        acts: list[Response | Aid | Operation] = [*responses, *aid, *answering]
        for act in acts:
            if act.crisis:
                self._acts.setdefault(act.crisis, []).append(act)

    def requests(self, crisis: str) -> tuple[Request, ...]:
        """The requests in a crisis, in order of time; one by or to an organ counts as its owner's."""
        found = (
            msgspec.structs.replace(request, by=self.owner(request.by), to=self.owner(request.to))
            for request in self._requests.get(crisis, ())
        )
        return tuple(sorted(found, key=lambda request: request.on.first))

    def deeds(self, crisis: str, debtor: str, creditor: str, alliance: str) -> Deeds:
        """What `debtor` did for `creditor`, its share of what was done in `alliance`'s name beside its own acts."""
        collective, bilateral = [], []
        for row in self._acts.get(crisis, ()):
            if not _towards(row, creditor):
                continue
            name = self._in_name_of(row)
            if name == alliance and self._counts_for(row, debtor, alliance):
                collective.append(_act(row))
            elif name == debtor:
                bilateral.append(_act(row))
        return Deeds(tuple(collective), tuple(bilateral))

    def declined(self, crisis: Crisis, creditor: str) -> Act | None:
        """The victim's own refusal of help while the crisis lasted, where there is one."""
        for row in self._acts.get(crisis.id, ()):
            if not isinstance(row, Response) or self.owner(row.by) != creditor or row.polarity != "refused":
                continue
            if crisis.until is None or not_after(row.on, crisis.until) is not False:
                return _act(row)
        return None

    def touches(self, crisis: str, alliance: str) -> Iterator[str]:
        """The ids of requests to the alliance and acts in its name: what makes a crisis its business."""
        yield from (request.id for request in self.requests(crisis) if request.to == alliance)
        yield from (row.id for row in self._acts.get(crisis, ()) if self._in_name_of(row) == alliance)

    def owner(self, id: str) -> str:
        """The organisation or state that an organ belongs to; anything else is itself."""
        return self._owner.get(id, id)

    def _in_name_of(self, row: Response | Aid | Operation) -> str:
        """The organisation in whose name an act was done, or the state or organisation that did it in its own."""
        named = "bilateral" if isinstance(row, Operation) else row.in_name_of
        return self.owner(_by(row) if named == "bilateral" else named)

    def _counts_for(self, row: Response | Aid | Operation, state: str, alliance: str) -> bool:
        """An organ's act counts for each that contributed, for all members where no contribution is listed."""
        contributions: tuple[Contribution, ...] = () if isinstance(row, Aid) else row.contributions
        if contributions:
            return any(contribution.state == state for contribution in contributions)
        return self.owner(_by(row)) in (state, alliance)


def _by(row: Response | Aid | Operation) -> str:
    if isinstance(row, Operation):
        return row.of
    return row.giver if isinstance(row, Aid) else row.by


def _towards(row: Response | Aid | Operation, creditor: str) -> bool:
    """Whether the act was for this state; an act towards nobody in particular is for whoever was in need."""
    if isinstance(row, Operation):
        return True
    return row.receiver == creditor if isinstance(row, Aid) else row.to in (None, creditor)


def _act(row: Response | Aid | Operation) -> Act:
    if isinstance(row, Operation):
        return Act(row.id, _FORM_OF_OPERATION[row.kind], "done", row.from_, row.name)
    if isinstance(row, Aid):
        return Act(row.id, row.form, "done", row.on, row.what)
    return Act(row.id, row.form, row.polarity, row.on, row.what, row.article)

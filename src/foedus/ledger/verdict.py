"""Verdicts: a pure function of the duty, the wording's own discharge, and what was done. Nobody edits one."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from foedus.ledger.acts import Act, Deeds
from foedus.nouns import Discharge, Duty, VerdictWord
from foedus.when import Known


class Performance(NamedTuple):
    """Which forms of act keep a promise, which are of the kind owed but fall short, which tell nothing either way,
    and the refusal of which tells that it was not kept."""

    keeps: frozenset[str]
    partly: frozenset[str]
    silent_on: frozenset[str]
    refused_by: frozenset[str]

    def broken_by(self, act: Act) -> bool:
        """Whether an act that does not keep the promise tells that it was not kept."""
        if act.form == "none":
            return True
        return act.form not in self.silent_on if act.polarity == "done" else act.form in self.refused_by


class Situation(NamedTuple):
    """What a verdict turns on besides duty and deeds.

    `collective`: only acts in the alliance's name count. `asked`: whether the creditor asked the alliance, of its own
    choice; `asked_otherwise`: what else it asked for. `declined`: it refused help. `over`: the crisis has ended.
    `fights`: the debtor is an attacker of the creditor in this reading; `defends`: it is itself a victim in it.
    `contested`: the reading itself is in dispute. `force`: whether force was used at all.
    """

    alliance: str
    discharge: Discharge
    collective: bool = True
    asked: Known = None
    asked_otherwise: str = ""
    declined: Act | None = None
    over: bool = False
    fights: bool = False
    defends: bool = False
    contested: bool = False
    force: Known = True


class Verdict(NamedTuple):
    """The word and why."""

    word: VerdictWord
    why: str


@cache
def performances() -> dict[str, Performance]:
    """The table of discharges.toml."""
    rows = tomllib.loads(Path(__file__).with_name("discharges.toml").read_text(encoding="utf8"))
    return {name: _performance(**row) for name, row in rows.items()}


def _performance(
    keeps: list[str], partly: list[str], silent_on: Sequence[str] = (), refused_by: Sequence[str] | None = None
) -> Performance:
    refusals = (*keeps, *partly) if refused_by is None else refused_by
    return Performance(frozenset(keeps), frozenset(partly), frozenset(silent_on), frozenset(refusals))


def verdict(duty: Duty, deeds: Deeds, situation: Situation) -> Verdict:
    """What became of one duty."""
    if duty.kind in ("nonaggression", "neutrality"):
        return _on_abstaining(duty, situation)
    counting = deeds.collective if situation.collective else (*deeds.collective, *deeds.bilateral)
    performance = performances()[situation.discharge]
    done = [act for act in counting if act.polarity == "done"]
    kept = [act for act in done if act.form in performance.keeps]
    partly = [act for act in done if act.form in performance.partly]
    word, why = (
        _where_owed(duty, deeds, counting, kept, partly, situation)
        if duty.owed
        else _where_not_owed(duty, [*kept, *partly], situation)
    )
    beside = [
        act
        for act in deeds.bilateral
        if situation.collective and act.polarity == "done" and act.form not in ("none", "statement")
    ]
    return Verdict(word, why + (f"; beside it, bilaterally: {told(beside)}" if beside else ""))


def _where_owed(
    duty: Duty, deeds: Deeds, counting: tuple[Act, ...], kept: list[Act], partly: list[Act], situation: Situation
) -> Verdict:
    """The duty is owed: was it performed, waived, put off, or not?"""
    name, least = situation.alliance, situation.discharge.replace("_", " ")
    performance = performances()[situation.discharge]
    if kept:
        return Verdict("kept", f"owed ({least}); done: {told(kept)}")
    if situation.declined and situation.declined.form in performance.keeps:
        return Verdict("waived", f"owed, but {duty.creditor} declined: {told([situation.declined])}")
    if partly:
        return Verdict("partly_kept", f"owed ({least}); done, but short of that: {told(partly)}")
    if situation.asked is False:
        return Verdict("waived", f"owed, but {duty.creditor} did not ask {name}")
    if situation.asked_otherwise and situation.asked is None:
        return Verdict(
            "waived", f"owed, but {duty.creditor} asked {name} for something else: {situation.asked_otherwise}"
        )
    if any(act.polarity == "deferred" for act in counting):
        word: VerdictWord = "overtaken" if situation.over else "pending"
        return Verdict(word, f"owed and put off{'; the crisis ended first' if situation.over else ''}: {told(counting)}")
    if any(performance.broken_by(act) for act in counting if act in deeds.bilateral or _tells(act, situation)):
        return Verdict("not_kept", f"owed ({least}); what was done falls short of it: {told(counting)}")
    said = f"whether it was done the record does not say: {told(counting)}" if counting else ""
    return Verdict("unknown", f"owed ({least}); {said or f'the record holds no answer in the name of {name}'}")


def _tells(act: Act, situation: Situation) -> bool:
    """Where each decides for itself, an organ's statement or mission does not tell what its members did."""
    return situation.collective or act.form == "none" or act.polarity != "done"


def _where_not_owed(duty: Duty, help: list[Act], situation: Situation) -> Verdict:
    """The duty is false or unknown: help all the same is an answer; nothing done, nothing due or nothing known."""
    turning = "; ".join(reason.because for reason in duty.reasons if reason.holds is duty.owed)
    if help:
        state = "not owed" if duty.owed is False else "not known to be owed"
        return Verdict("answered", f"{state} ({turning}); done all the same: {told(help)}")
    if duty.owed is False:
        return Verdict("not_due", f"not owed: {turning}")
    if situation.contested and any(r.condition == "attack" and r.holds is None for r in duty.reasons):
        return Verdict("disputed", f"whether it was owed is disputed: {turning}")
    return Verdict("unknown", f"not known to be owed: {turning}")


def _on_abstaining(duty: Duty, situation: Situation) -> Verdict:
    """Non-aggression and neutrality are kept by not fighting."""
    turning = "; ".join(reason.because for reason in duty.reasons if reason.holds is duty.owed)
    if duty.owed is False:
        return Verdict("not_due", f"not owed: {turning}")
    if situation.fights:
        if situation.force is not True:
            return Verdict("unknown", f"whether {duty.debtor} used force against {duty.creditor} the record does not say")
        if situation.contested:
            return Verdict(
                "disputed", f"{duty.debtor} used force against {duty.creditor} by this reading, which is contested"
            )
        if duty.owed is None:
            return Verdict(
                "unknown", f"{duty.debtor} used force against {duty.creditor}; not known to be bound: {turning}"
            )
        return Verdict("not_kept", f"{duty.debtor} used force against {duty.creditor}")
    if situation.defends:
        return Verdict("kept", f"{duty.debtor} is the one attacked, by this reading; defence is no breach")
    return Verdict("unknown", f"whether {duty.debtor} stayed out of it, the record does not say")


def told(acts: list[Act] | tuple[Act, ...]) -> str:
    """The acts in words: form, polarity where not done, date, what."""
    return ", ".join(_told(act) for act in acts)


def _told(act: Act) -> str:
    polarity = "" if act.polarity == "done" else f"{act.polarity} "
    return f"{polarity}{act.form}" + (f" {act.on}" if act.on else "") + (f" ({act.what})" if act.what else "")

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

    def broken_by(self, act: Act, article: str) -> bool:
        """Whether an act that does not keep the promise tells that it was not kept.

        That nothing was done under one article tells nothing of another.
        """
        if act.form == "none":
            return act.article in ("", article)
        return act.form not in self.silent_on if act.polarity == "done" else act.form in self.refused_by


class Situation(NamedTuple):
    """What a verdict turns on besides duty and deeds.

    `collective`: only acts in the alliance's name count. `asked`: whether the creditor asked the alliance, of its own
    choice; `asked_otherwise`: what else it asked for. `declined`: it refused help. `over`: the crisis has ended.
    `fights`: the debtor is an attacker of the creditor in this reading.
    `contested`: the reading itself is in dispute. `rival`: another reading, by which the debtor attacked the creditor.
    `bound_disputed`: whether both were still bound is in dispute. `force`: whether force was used at all.
    """

    alliance: str
    discharge: Discharge
    collective: bool = True
    asked: Known = None
    asked_otherwise: str = ""
    declined: Act | None = None
    over: bool = False
    fights: bool = False
    contested: bool = False
    rival: str = ""
    bound_disputed: bool = False
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


class Tally(NamedTuple):
    """The acts that count for one duty: all, those that keep it, those that fall short of it, those that break it."""

    all: tuple[Act, ...]
    kept: tuple[Act, ...]
    partly: tuple[Act, ...]
    breaking: tuple[Act, ...]


def tally(deeds: Deeds, situation: Situation, article: str) -> Tally:
    """Sort the acts that count: in the alliance's name, and one's own where each decides for itself.

    Where each does, an organ's statement or mission does not tell what its members did.
    """
    performance = performances()[situation.discharge]
    own = () if situation.collective else deeds.bilateral
    telling = [act for act in deeds.collective if situation.collective or act.form == "none" or act.polarity != "done"]
    acts = (*deeds.collective, *own)
    done = [act for act in acts if act.polarity == "done"]
    return Tally(
        all=acts,
        kept=tuple(act for act in done if act.form in performance.keeps),
        partly=tuple(act for act in done if act.form in performance.partly),
        breaking=tuple(act for act in (*telling, *own) if performance.broken_by(act, article)),
    )


def verdict(duty: Duty, deeds: Deeds, situation: Situation) -> Verdict:
    """What became of one duty."""
    if duty.kind in ("nonaggression", "neutrality"):
        return _on_abstaining(duty, situation)
    counted = tally(deeds, situation, duty.article)
    if situation.rival:
        acts = [act for act in counted.all if act.polarity == "done" and act.form != "none"]
        done = f", where this one has help: {told(acts)}" if acts else ""
        return Verdict("disputed", f"by another account ({situation.rival}) it was on the attackers' side{done}")
    word, why = _where_owed(duty, counted, situation) if duty.owed else _where_not_owed(duty, counted, situation)
    return Verdict(word, why + (_beside(deeds) if situation.collective else ""))


def _beside(deeds: Deeds) -> str:
    """A bilateral act discharges no collective duty; it is told beside it."""
    acts = [act for act in deeds.bilateral if act.polarity == "done" and act.form not in ("none", "statement")]
    return f"; beside it, bilaterally: {told(acts)}" if acts else ""


def _where_owed(duty: Duty, counted: Tally, situation: Situation) -> Verdict:
    """The duty is owed: it was performed, or excused, or put off, or left undone."""
    least = situation.discharge.replace("_", " ")
    if counted.kept:
        return Verdict("kept", f"owed ({least}); done: {told(counted.kept)}")
    if counted.partly:
        return Verdict("partly_kept", f"owed ({least}); done, but short of that: {told(counted.partly)}")
    if excuse := _excuse(str(duty.creditor), situation):
        return Verdict("waived", f"owed, but {excuse}")
    if any(act.polarity == "deferred" for act in counted.all):
        word: VerdictWord = "overtaken" if situation.over else "pending"
        ended = "; the crisis ended first" if situation.over else ""
        return Verdict(word, f"owed and put off{ended}: {told(counted.all)}")
    if counted.breaking:
        return Verdict("not_kept", f"owed ({least}); what was done falls short of it: {told(counted.all)}")
    if counted.all:
        return Verdict("unknown", f"owed ({least}); whether it was done the record does not say: {told(counted.all)}")
    return Verdict("unknown", f"owed ({least}); the record holds no answer in the name of {situation.alliance}")


def _excuse(creditor: str, situation: Situation) -> str:
    """Why the creditor's own choice excuses the debtor, where it does: it declined, or did not ask for this."""
    declined, name = situation.declined, situation.alliance
    if declined and declined.form in performances()[situation.discharge].keeps:
        return f"{creditor} declined: {told([declined])}"
    if situation.asked is False:
        return f"{creditor} did not ask {name}"
    if situation.asked is None and situation.asked_otherwise:
        return f"{creditor} asked {name} for something else: {situation.asked_otherwise}"
    return ""


def _where_not_owed(duty: Duty, counted: Tally, situation: Situation) -> Verdict:
    """The duty is false or unknown: help all the same is an answer; nothing done, nothing due or nothing known."""
    turning = _turning(duty)
    if help := (*counted.kept, *counted.partly):
        state = "not owed" if duty.owed is False else "not known to be owed"
        return Verdict("answered", f"{state} ({turning}); done all the same: {told(help)}")
    if duty.owed is False:
        return Verdict("not_due", f"not owed: {turning}")
    if _in_dispute(duty, situation):
        return Verdict("disputed", f"whether it was owed is disputed: {turning}")
    return Verdict("unknown", f"not known to be owed: {turning}")


def _in_dispute(duty: Duty, situation: Situation) -> bool:
    """Whether an unknown duty turns on a dispute: over the attack itself, or over who was still bound."""
    open_on = {reason.condition for reason in duty.reasons if reason.holds is None}
    attack = situation.contested and "attack" in open_on
    return attack or (situation.bound_disputed and bool(open_on & {"creditor_is_party", "debtor_is_party"}))


def _on_abstaining(duty: Duty, situation: Situation) -> Verdict:
    """Non-aggression and neutrality are kept by not fighting."""
    if duty.owed is False:
        return Verdict("not_due", f"not owed: {_turning(duty)}")
    if situation.fights:
        return _on_fighting(duty, situation)
    return Verdict("unknown", "whether it stayed out of it, the record does not say")


def _on_fighting(duty: Duty, situation: Situation) -> Verdict:
    """The debtor attacks the creditor in this reading."""
    force = f"it used force against {duty.creditor}"
    if situation.force is not True:
        return Verdict("unknown", f"whether {force} the record does not say")
    if situation.contested:
        return Verdict("disputed", f"{force} by this reading, which is contested")
    if duty.owed is None:
        word: VerdictWord = "disputed" if _in_dispute(duty, situation) else "unknown"
        return Verdict(word, f"{force}; not known to be bound: {_turning(duty)}")
    return Verdict("not_kept", force)


def _turning(duty: Duty) -> str:
    """The reasons on which a duty that is not owed, or not known to be, turns."""
    return "; ".join(reason.because for reason in duty.reasons if reason.holds is duty.owed)


def told(acts: list[Act] | tuple[Act, ...]) -> str:
    """The acts in words: form, polarity where not done, date, what."""
    return ", ".join(_told(act) for act in acts)


def _told(act: Act) -> str:
    polarity = "" if act.polarity == "done" else f"{act.polarity} "
    return f"{polarity}{act.form}" + (f" {act.on}" if act.on else "") + (f" ({act.what})" if act.what else "")

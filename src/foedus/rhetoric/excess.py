"""Excess talk: how much more (or less) often a speaker names a threat than peers with like exposure to it.

The count of statements naming the threat is modelled by a negative binomial regression (statsmodels) with the log of all
security statements as offset, effects of speaker and month, and log(1 + deaths by the threat near by in the year before).
What the months and the exposure make one expect of a speaker is set against what was observed; the ratio of a speaker is
then set against the ratios of the others, taken as draws from one population of leaders: the interval is a prediction
interval for one more such leader (Geisser 1993, ch. 2): it holds the spread between peers, not only the noise of counts.

"More talk than peers" is all it says. What is too much, no count can tell.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from statistics import fmean, variance
from typing import TYPE_CHECKING, Any

from foedus.nouns import Noun
from foedus.rhetoric.talk import SpeakerMonth

if TYPE_CHECKING:
    import numpy as np

LEAST_PEERS = 4
LEAST_MONTHS = 6
_HALF = 0.5


class Excess(Noun, frozen=True, kw_only=True):
    """One speaker against the rest. `ratio` is observed over expected, relative to peers; None where no number is given.

    `low` and `high` bound it at `level`; `why` says why there is no number, else what was compared.
    """

    speaker: str
    state: str
    months: int
    security: int
    observed: int
    expected: float | None
    ratio: float | None
    low: float | None
    high: float | None
    level: float
    why: str


def excess(rows: Sequence[SpeakerMonth], level: float = 0.9) -> tuple[Excess, ...]:
    """The excess of each speaker, by speaker; months without exposure (outside the coverage of deaths) are left out.

    No number is given for a speaker with fewer than six usable months, with fewer than four such peers, or where nobody
    names the threat.
    """
    usable = [row for row in rows if row.exposure is not None and row.security > 0]
    months = Counter(row.speaker for row in usable)
    enough = {speaker for speaker, count in months.items() if count >= LEAST_MONTHS}
    fitted = [row for row in usable if row.speaker in enough]
    ratios = _ratios(fitted) if len(enough) > LEAST_PEERS and any(row.naming for row in fitted) else {}
    speakers = {row.speaker: row.state for row in rows}
    return tuple(_answer(s, state, rows, months[s], ratios, level) for s, state in sorted(speakers.items()))


def _answer(
    speaker: str, state: str, rows: Sequence[SpeakerMonth], months: int, ratios: dict[str, _Ratio], level: float
) -> Excess:
    own = [row for row in rows if row.speaker == speaker]
    one = ratios.get(speaker)
    ratio, low, high = _against_peers(speaker, ratios, level) if one else (None, None, None)
    return Excess(
        speaker=speaker,
        state=state,
        months=months,
        security=sum(row.security for row in own),
        observed=sum(row.naming for row in own),
        expected=one.expected if one else None,
        ratio=ratio,
        low=low,
        high=high,
        level=level,
        why=f"against {len(ratios) - 1} peers" if one else _why_not(months, rows),
    )


def _why_not(months: int, rows: Sequence[SpeakerMonth]) -> str:
    if not any(row.exposure is not None for row in rows):
        return "no number: no source of deaths covers these months"
    if months < LEAST_MONTHS:
        return f"no number: {months} usable months, {LEAST_MONTHS} are needed"
    return f"no number: fewer than {LEAST_PEERS} peers with enough months, or nobody names the threat"


class _Ratio(Noun, frozen=True):
    """A speaker's observed count, the count expected from months and exposure alone, the variance of their log ratio."""

    observed: int
    expected: float
    noise: float

    @property
    def log(self) -> float:
        return math.log((self.observed + _HALF) / (self.expected + _HALF))


def _against_peers(speaker: str, ratios: dict[str, _Ratio], level: float) -> tuple[float, float, float]:
    """The speaker's log ratio less the mean of the peers', with the prediction interval of one more leader.

    The peers' spread holds their own counting noise; where the speaker's is larger, the difference is added.
    """
    from scipy import stats

    peers = [ratio for name, ratio in ratios.items() if name != speaker]
    logs = [peer.log for peer in peers]
    difference = ratios[speaker].log - fmean(logs)
    noisier = max(0.0, ratios[speaker].noise - fmean(peer.noise for peer in peers))
    spread = math.sqrt(variance(logs) * (1 + 1 / len(logs)) + noisier)
    reach = float(stats.t.ppf((1 + level) / 2, len(logs) - 1)) * spread
    return math.exp(difference), math.exp(difference - reach), math.exp(difference + reach)


def _ratios(rows: Sequence[SpeakerMonth]) -> dict[str, _Ratio]:
    """Observed and expected of each speaker; expected from the effects of months and exposure, without the speakers'."""
    import numpy as np

    speakers = sorted({row.speaker for row in rows})
    named = {row.month for row in rows if row.naming}
    months = sorted(named)
    kept = [row for row in rows if row.month in named]
    y = np.array([row.naming for row in kept], float)
    offset = np.log([row.security for row in kept])
    design = _design(kept, speakers, months)
    effects, alpha = _fit(y, design, offset)
    shared = design.copy()
    shared[:, : len(speakers)] = 0
    rate = np.exp(np.clip(shared @ effects + offset, -30, 30))
    rate *= y.sum() / rate.sum()
    place = np.array([speakers.index(row.speaker) for row in kept])
    return {s: _ratio(y[place == i], rate[place == i], alpha) for i, s in enumerate(speakers)}


def _ratio(y: np.ndarray[Any, Any], rate: np.ndarray[Any, Any], alpha: float) -> _Ratio:
    expected = float(rate.sum())
    noise = float((rate + alpha * rate**2).sum()) / max(expected + _HALF, _HALF) ** 2
    return _Ratio(int(y.sum()), expected, noise)


def _design(rows: Sequence[SpeakerMonth], speakers: list[str], months: list[str]) -> np.ndarray[Any, Any]:
    """Columns: one a speaker, one a month but the first, log(1 + exposure) where it varies."""
    import numpy as np

    design = np.zeros((len(rows), len(speakers) + len(months)))
    for i, row in enumerate(rows):
        design[i, speakers.index(row.speaker)] = 1
        month = months.index(row.month)
        if month:
            design[i, len(speakers) + month - 1] = 1
        design[i, -1] = math.log1p(row.exposure or 0.0)
    return design if np.ptp(design[:, -1]) > 0 else design[:, :-1]


def _fit(
    y: np.ndarray[Any, Any], design: np.ndarray[Any, Any], offset: np.ndarray[Any, Any]
) -> tuple[np.ndarray[Any, Any], float]:
    """Coefficients, and the dispersion at which Pearson's chi-square equals the degrees of freedom (Breslow 1984).

    A tiny ridge keeps the effect of a speaker who never names the threat finite.
    """
    import statsmodels.api as sm

    alpha = 0.0
    for _ in range(8):
        family = sm.families.NegativeBinomial(alpha=alpha) if alpha > 0 else sm.families.Poisson()
        model = sm.GLM(y, design, family=family, offset=offset)
        effects = model.fit_regularized(alpha=1e-4, L1_wt=0.0).params
        mean = model.predict(effects, offset=offset)
        free = max(1, len(y) - design.shape[1])
        surplus = float((((y - mean) ** 2 - mean) / (1 + alpha * mean)).sum() / (mean**2 / (1 + alpha * mean)).sum())
        step = max(0.0, surplus * len(y) / free)
        if abs(step - alpha) < 1e-3:
            break
        alpha = step
    return effects, alpha

"""Excess talk: how much more (or less) often a speaker names a threat than peers with like exposure to it.

The count of statements naming the threat is modelled by a negative binomial regression (statsmodels) with the log of all
security statements as offset, effects of speaker and month, and log(1 + deaths by the threat near by in the year before).
What the months and the exposure make one expect of a speaker is set against what was observed; the ratio of a speaker is
then set against the ratios of the others, taken as draws from one population of leaders: the interval is a prediction
interval for one more such leader (Geisser 1993, ch. 2; Higgins, Thompson & Spiegelhalter 2009): it holds the spread
between peers, not only the noise of counts. Its ends are scores: the noise of the count is taken as it would be there
(Wilson 1927), so that a count that is high by chance does not pass for a sure one.

"More talk than peers" is all it says. What is too much, no count can tell.
"""

from __future__ import annotations

import math
import os
from collections import Counter
from collections.abc import Sequence
from statistics import fmean, variance
from typing import TYPE_CHECKING, Any

from foedus.nouns import Noun
from foedus.rhetoric.talk import SpeakerMonth

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

# The matrices are small: threads in the linear algebra only cost. It is read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

LEAST_PEERS = 4
LEAST_MONTHS = 6
_HALF = 0.5
_UNNAMED = "no number: nobody names the threat in this speaker's months"
_FURTHEST = 40.0


class Excess(Noun, frozen=True, kw_only=True):
    """One speaker against the rest. `ratio` is observed over expected, relative to peers; None where no number is given.

    `low` and `high` bound it at `level`; `why` says why there is no number, else what was compared. `months` are those
    with security statements and known exposure.
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

    No number is given for a speaker with fewer than six usable months, with fewer than four such peers, where nobody
    names the threat, and where months, speakers and exposure cannot be told apart.
    """
    usable = [row for row in rows if row.exposure is not None and row.security > 0]
    months = Counter(row.speaker for row in usable)
    fitted = [row for row in usable if months[row.speaker] >= LEAST_MONTHS]
    why = _why_not(fitted)
    ratios = {} if why else _ratios(fitted)
    why = why or ("" if ratios else "no number: speakers, months and exposure cannot be told apart in this corpus")
    speakers = {row.speaker: row.state for row in rows}
    return tuple(_answer(s, state, rows, months[s], ratios, level, why) for s, state in sorted(speakers.items()))


def _why_not(fitted: Sequence[SpeakerMonth]) -> str:
    speakers = {row.speaker for row in fitted}
    if not fitted:
        return f"no number: nobody has {LEAST_MONTHS} months with security statements and known exposure"
    if len(speakers) <= LEAST_PEERS:
        return f"no number: {len(speakers)} speakers with {LEAST_MONTHS} usable months, {LEAST_PEERS + 1} are needed"
    return "" if any(row.naming for row in fitted) else "no number: nobody names the threat"


def _answer(
    speaker: str,
    state: str,
    rows: Sequence[SpeakerMonth],
    months: int,
    ratios: dict[str, _Ratio],
    level: float,
    why: str,
) -> Excess:
    own = [row for row in rows if row.speaker == speaker]
    one = ratios.get(speaker)
    ratio, low, high = _against_peers(speaker, ratios, level) if one else (None, None, None)
    too_few = f"no number: {months} usable months, {LEAST_MONTHS} are needed" if months < LEAST_MONTHS else ""
    return Excess(
        speaker=speaker,
        state=state,
        months=months,
        security=sum(row.security for row in own),
        observed=one.observed if one else sum(row.naming for row in own),
        expected=one.expected if one else None,
        ratio=ratio,
        low=low,
        high=high,
        level=level,
        why=f"against {len(ratios) - 1} peers" if one else too_few or why or _UNNAMED,
    )


class _Ratio(Noun, frozen=True):
    """A speaker's observed count, that expected from months and exposure alone, what dispersion adds to its noise."""

    observed: int
    expected: float
    clumped: float

    @property
    def log(self) -> float:
        return math.log((self.observed + _HALF) / (self.expected + _HALF))

    @property
    def noise(self) -> float:
        """The variance of the log ratio at the count observed."""
        return 1 / (self.observed + _HALF) + self.clumped

    def noise_at(self, log: float) -> float:
        """The same where the true ratio is exp(log)."""
        return 1 / (self.expected * math.exp(log) + _HALF) + self.clumped


def _against_peers(speaker: str, ratios: dict[str, _Ratio], level: float) -> tuple[float, float, float]:
    """The speaker's ratio to the middle of the peers', with the prediction interval of one more such leader.

    The spread between peers is what their ratios vary beyond their noise; the interval's quantile is Student's, for the
    spread is known only from them.
    """
    from scipy import stats

    own, peers = ratios[speaker], [ratio for name, ratio in ratios.items() if name != speaker]
    logs = [peer.log for peer in peers]
    middle, seen = fmean(logs), variance(logs)
    spread = max(0.0, seen - fmean(peer.noise for peer in peers)) + seen / len(peers)
    reach = float(stats.t.ppf((1 + level) / 2, len(peers) - 1))
    ends = [_end(own, middle, spread, side * reach) for side in (-1, 1)]
    return math.exp(own.log - middle), math.exp(ends[0]), math.exp(ends[1])


def _end(own: _Ratio, middle: float, spread: float, reach: float) -> float:
    """The log ratio to peers that lies `reach` of its own standard errors from the one observed."""
    from scipy.optimize import brentq

    def beyond(log: float) -> float:
        return own.log - middle - log + reach * math.sqrt(spread + own.noise_at(middle + log))

    return float(brentq(beyond, -_FURTHEST, _FURTHEST))


def _ratios(rows: Sequence[SpeakerMonth]) -> dict[str, _Ratio]:
    """Observed and expected of each speaker; expected from the effects of months and exposure, without the speakers'.

    A month in which nobody names the threat tells nothing of who names it more, and a speaker who never names it nothing
    of the months: both are left out of the fit, which changes no estimate. Empty where the effects cannot be told apart.
    """
    import numpy as np

    named, talkers = {row.month for row in rows if row.naming}, {row.speaker for row in rows if row.naming}
    kept = [row for row in rows if row.month in named]
    speakers = sorted({row.speaker for row in kept})
    y = np.array([row.naming for row in kept], float)
    offset = np.log([row.security for row in kept])
    own, shared = _design(kept, speakers)
    told = np.array([row.speaker in talkers for row in kept])
    design = np.hstack([own[:, [s in talkers for s in speakers]], shared])
    if np.linalg.matrix_rank(design[told].T @ design[told]) < design.shape[1]:
        return {}
    effects, alpha = _fit(y[told], design[told], offset[told])
    rate = np.exp(np.clip(shared @ effects[-shared.shape[1] :] + offset, -30, 30))
    rate *= y.sum() / rate.sum()
    return {s: _ratio(y[own[:, i] > 0], rate[own[:, i] > 0], alpha) for i, s in enumerate(speakers)}


def _ratio(y: Array, rate: Array, alpha: float) -> _Ratio:
    expected = float(rate.sum())
    return _Ratio(int(y.sum()), expected, alpha * float((rate**2).sum()) / expected**2)


def _design(rows: Sequence[SpeakerMonth], speakers: list[str]) -> tuple[Array, Array]:
    """Columns of the speakers; and the shared: log(1 + exposure), and one a month but the first.

    Exposure that is the same for all in each month goes with the months: its column is left out.
    """
    import numpy as np

    place = {speaker: i for i, speaker in enumerate(speakers)}
    months = {month: i for i, month in enumerate(sorted({row.month for row in rows}))}
    own, shared = np.zeros((len(rows), len(place))), np.zeros((len(rows), len(months)))
    for i, row in enumerate(rows):
        own[i, place[row.speaker]] = shared[i, months[row.month]] = 1
    shared[:, 0] = np.log1p([row.exposure or 0.0 for row in rows])
    by_month = {(row.month, row.exposure) for row in rows}
    return own, shared if len(by_month) > len(months) else shared[:, 1:]


def _fit(y: Array, design: Array, offset: Array) -> tuple[Array, float]:
    """Coefficients, and the dispersion at which Pearson's chi-square equals the degrees of freedom (Breslow 1984)."""
    import numpy as np
    import statsmodels.api as sm

    alpha, effects = 0.0, np.zeros(design.shape[1])
    for _ in range(8):
        family = sm.families.NegativeBinomial(alpha=alpha) if alpha > 0 else sm.families.Poisson()
        fitted = sm.GLM(y, design, family=family, offset=offset).fit(start_params=effects, tol=1e-6)
        effects, mean = fitted.params, fitted.mu
        free = max(1, len(y) - design.shape[1])
        surplus = float((((y - mean) ** 2 - mean) / (1 + alpha * mean)).sum() / (mean**2 / (1 + alpha * mean)).sum())
        step = max(0.0, surplus * len(y) / free)
        if abs(step - alpha) < 1e-3:
            break
        alpha = step
    return effects, alpha

"""Simulated corpora with known truth, to see that the intervals hold what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.nouns import Noun
from foedus.rhetoric.talk import SpeakerMonth

if TYPE_CHECKING:
    import numpy as np


class World(Noun, frozen=True, kw_only=True):
    """How leaders talk in a simulated corpus. `inflation` multiplies the rate of the first speaker.

    `security` statements a month, the share `rate` of them naming the threat. Each spread is a standard deviation of
    logs: between leaders (`tails`: Student's t of so many degrees), months, volumes. `dispersion` as in a negative
    binomial. Each leader speaks in a `stay` share of the months, in a row, beginning at random.
    """

    speakers: int = 12
    months: int = 30
    security: float = 20.0
    security_spread: float = 0.0
    rate: float = 0.08
    spread: float = 0.4
    tails: float = 0.0
    month_spread: float = 0.3
    exposure_effect: float = 0.25
    dispersion: float = 0.3
    stay: float = 1.0
    inflation: float = 1.0


def simulated(world: World, seed: int) -> tuple[SpeakerMonth, ...]:
    """One corpus of speaker-months: negative binomial counts around speaker, month and exposure effects."""
    import numpy as np

    rng = np.random.default_rng(seed)
    speaker = _habits(rng, world)
    month = rng.normal(0, world.month_spread, world.months)
    deaths = rng.gamma(0.5, 40, (world.speakers, 1)) * rng.gamma(2, 0.5, (world.speakers, world.months))
    volume = world.security * np.exp(rng.normal(0, world.security_spread, (world.speakers, 1)))
    security = rng.poisson(volume, (world.speakers, world.months))
    effect = world.exposure_effect * (np.log1p(deaths) - np.log1p(deaths).mean())
    mean = security * world.rate * np.exp(speaker[:, None] + month[None, :] + effect)
    mean[0] *= world.inflation
    begins = rng.integers(0, world.months - round(world.stay * world.months) + 1, world.speakers)
    naming = np.minimum(_counts(rng, mean, world.dispersion), security)
    return tuple(
        SpeakerMonth(
            speaker=f"s{i:02}",
            state="AAA",
            month=f"{2010 + j // 12}-{j % 12 + 1:02}",
            security=int(security[i, j]),
            naming=int(naming[i, j]),
            exposure=float(deaths[i, j]),
        )
        for i in range(world.speakers)
        for j in range(world.months)
        if security[i, j] and 0 <= j - begins[i] < round(world.stay * world.months)
    )


def _habits(rng: np.random.Generator, world: World) -> np.ndarray:
    """How much more than the middle each leader talks by habit, in logs: normal, or with heavy tails (Student's t)."""
    drawn = rng.standard_t(world.tails, world.speakers) if world.tails else rng.normal(0, 1, world.speakers)
    return world.spread * drawn


def _counts(rng: np.random.Generator, mean: np.ndarray, dispersion: float) -> np.ndarray:
    """Negative binomial counts with variance mean + dispersion * mean squared."""
    noisy = mean * rng.gamma(1 / dispersion, dispersion, mean.shape) if dispersion > 0 else mean
    return rng.poisson(noisy)

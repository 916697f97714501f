"""The score of the National Cyber Incident Scoring System, a second score beside the severity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.domain.plan.nciss_factors import BANDS, FACTORS, Band, Factor, Value

LEAST: Final = sum(
    factor.weight * min(value.points for value in factor.values) for factor in FACTORS
)
"""The smallest weighted sum there is; it scores 0."""

MOST: Final = sum(
    factor.weight * max(value.points for value in factor.values) for factor in FACTORS
)
"""The largest weighted sum there is; it scores 100."""


class ScoreInputInvalid(IrplanError):
    """A factor is unknown or missing, or a value is none of its factor."""

    code: ClassVar[str] = "score.invalid"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one factor adds to the weighted sum."""

    factor: Factor
    value: Value

    @property
    def weighted(self) -> int:
        """Weight times points."""
        return self.factor.weight * self.value.points


@dataclass(frozen=True, slots=True)
class NcissScore:
    """`points` from 0 to 100; the limits of the `band` are from memory."""

    points: float
    band: Band
    contributions: tuple[Contribution, ...]


def score(values: Mapping[str, str]) -> NcissScore:
    """The score of an incident from the id of one value for each factor's id.

    Raises:
        ScoreInputInvalid: a factor is unknown or missing, or a value is none of its factor.
    """
    known = {factor.id for factor in FACTORS}
    for name in values:
        if name not in known:
            listed = ", ".join(factor.id for factor in FACTORS)
            raise ScoreInputInvalid(f"There is no factor {name!r}; give {listed}.", factor=name)
    missing = [factor.id for factor in FACTORS if factor.id not in values]
    if missing:
        raise ScoreInputInvalid(f"The score also needs a value for {', '.join(missing)}.")
    contributions = tuple(_contributions(values))
    points = rescaled(sum(each.weighted for each in contributions))
    return NcissScore(points, band_of(points), contributions)


def rescaled(weighted_sum: float) -> float:
    """A weighted sum as points from 0 to 100; sums beyond `LEAST` and `MOST` are clamped."""
    points = 100 * (weighted_sum - LEAST) / (MOST - LEAST)
    return min(max(points, 0.0), 100.0)


def band_of(points: float) -> Band:
    """The band that `points` fall into, as far as the remembered limits hold."""
    return next(band for band in BANDS if points >= band.least)


def _contributions(values: Mapping[str, str]) -> Iterator[Contribution]:
    for factor in FACTORS:
        by_id = {value.id: value for value in factor.values}
        wanted = values[factor.id]
        if wanted not in by_id:
            sentence = f"The factor {factor.id} has no value {wanted!r}; it has {', '.join(by_id)}."
            raise ScoreInputInvalid(sentence, factor=factor.id, value=wanted)
        yield Contribution(factor, by_id[wanted])

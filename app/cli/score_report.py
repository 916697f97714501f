"""A score and its factors as lines for people and as a report for programs."""

from collections.abc import Iterator
from typing import Any

from app.domain.plan.nciss import NcissScore
from app.domain.plan.nciss_factors import BANDS_NOTE, FACTORS, SOURCE, WEIGHTS_NOTE

REPORT_FORMAT = "irplan-score/1"
"""Names the shape of the JSON reports."""

PURPOSE = (
    "It estimates the risk to the nation and is a second score; the plan's severity decides what "
    "is done."
)


def factor_lines() -> Iterator[str]:
    """Every factor with its weight, and under it the values it can have."""
    width = max(len(value.id) for factor in FACTORS for value in factor.values)
    for factor in FACTORS:
        yield f"{factor.id}=VALUE   {factor.name}, weight {factor.weight}"
        for value in factor.values:
            yield f"    {value.id.ljust(width)}  {value.points:>3}  {value.name}"
    yield from _notes()


def score_lines(score: NcissScore) -> Iterator[str]:
    """The score, its band, what each factor adds, and what to know of it."""
    yield f"NCISS score {score.points:.1f} of 100"
    yield f"Band {score.band.name}, if the remembered limits hold: {score.band.meaning}"
    for each in score.contributions:
        yield (
            f"    {each.factor.name}: {each.value.name}, "
            f"{each.value.points} x {each.factor.weight} = {each.weighted}"
        )
    yield from _notes()


def factor_report() -> dict[str, Any]:
    """The factors for programs."""
    return {
        "format": REPORT_FORMAT,
        "score": "nciss",
        "factors": [
            {
                "id": factor.id,
                "name": factor.name,
                "weight": factor.weight,
                "values": [
                    {"id": value.id, "name": value.name, "points": value.points}
                    for value in factor.values
                ],
            }
            for factor in FACTORS
        ],
        **_remarks(),
    }


def score_report(score: NcissScore) -> dict[str, Any]:
    """The score for programs."""
    return {
        "format": REPORT_FORMAT,
        "score": "nciss",
        "points": score.points,
        "band": {"name": score.band.name, "least": score.band.least, "confidence": "memory"},
        "contributions": [
            {
                "factor": each.factor.id,
                "value": each.value.id,
                "points": each.value.points,
                "weight": each.factor.weight,
                "weighted": each.weighted,
            }
            for each in score.contributions
        ],
        **_remarks(),
    }


def _notes() -> Iterator[str]:
    yield from (f"! {note}" for note in (PURPOSE, WEIGHTS_NOTE, BANDS_NOTE))


def _remarks() -> dict[str, Any]:
    return {"source": SOURCE, "remarks": [PURPOSE, WEIGHTS_NOTE, BANDS_NOTE]}

"""A programme that exists on paper only: no metrics, training, exercises or distribution."""

from collections.abc import Iterator
from datetime import date

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import CountRule, Counts, PlanRule, RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.reviewing import months_after
from app.domain.plan.variables import value_text

_YEAR = 12
"""Months."""

_NEEDED = (
    (
        Kind.METRIC,
        "metric.none",
        "metrics",
        "No metrics are stated.",
        "Define what is measured, the target and who reports it.",
    ),
    (
        Kind.TRAINING,
        "training.none",
        "training",
        "No training is stated.",
        "State who is trained in what, how often.",
    ),
    (
        Kind.DISTRIBUTION,
        "distribution.none",
        "distribution_protection",
        "There is no distribution list.",
        "List who holds which copy, one of them offline.",
    ),
    (
        Kind.LOG_SOURCE,
        "log-source.none",
        "logging_monitoring",
        "No log source is stated.",
        "List the logs evidence comes from and how long they are kept.",
    ),
)


def _missing(context: Context) -> Iterator[Finding]:
    for kind, code, section, reason, fix in _NEEDED:
        if not context.plan.table(kind):
            yield _plan_wide(code, section, reason, fix)


def _when(exercise: Exercise) -> tuple[ExerciseState, date | None]:
    return exercise.state, exercise.on


def _exercises(context: Context, counts: Counts) -> Iterator[Finding]:
    held, months = _days(counts, ExerciseState.HELD), context.plan.kept.exercise_every
    if not held:
        yield _plan_wide(
            "exercise.none-held",
            "exercises",
            "No exercise of the plan is on record.",
            "Hold one and record date, people and findings.",
        )
    elif max(held) < months_after(context.today, -months):
        yield _plan_wide(
            "exercise.old",
            "exercises",
            f"The last exercise was on {value_text(max(held))}, more than {_span(months)} ago.",
            "Hold the next one.",
        )
    if not any(day >= context.today for day in _days(counts, ExerciseState.PLANNED)):
        yield _plan_wide(
            "exercise.none-planned",
            "exercises",
            "No date is set for the next exercise.",
            "Plan it.",
        )


def _days(counts: Counts, wanted: ExerciseState) -> list[date]:
    return [day for state, day in counts if state is wanted and day is not None]


def _span(months: int) -> str:
    if months == 1:
        return "a month"
    return "twelve months" if months == _YEAR else f"{months} months"


def _plan_wide(code: str, section: str, reason: str, fix: str) -> Finding:
    return Finding(code, Weight.WARN, Kind.SECTION, RecordId(section), reason, fix, section)


RECORD_RULES: tuple[RecordRule, ...] = ()
RULES = (PlanRule("programme.missing", frozenset(row[0] for row in _NEEDED), _missing),)
COUNT_RULES = (
    CountRule("exercise.programme", Kind.EXERCISE, _when, _exercises, frozenset({Kind.UPKEEP})),
)

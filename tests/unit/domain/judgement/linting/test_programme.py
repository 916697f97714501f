from datetime import date, timedelta

import pytest

from app.domain.plan.programme import (
    DistributionEntry,
    Exercise,
    ExerciseState,
    LogSource,
    Metric,
    TrainingItem,
)
from app.domain.plan.upkeep import Upkeep
from tests.builders import rid
from tests.unit.domain.judgement.subjects import TODAY, found


def exercise(on, state, key="ex-1"):
    return Exercise(rid(key), "Table-top", on=on, state=state)


def held(on):
    return exercise(on, ExerciseState.HELD)


def planned(on):
    return exercise(on, ExerciseState.PLANNED, "ex-2")


@pytest.mark.parametrize(
    ("code", "section", "record"),
    [
        ("metric.none", "metrics", Metric(rid("m"), "Time to detect")),
        ("training.none", "training", TrainingItem(rid("t"), "Everybody", "Phishing")),
        (
            "distribution.none",
            "distribution_protection",
            DistributionEntry(rid("d"), "The board"),
        ),
        ("log-source.none", "logging_monitoring", LogSource(rid("l"), "Firewall")),
    ],
)
def test_a_programme_needs_a_record_of_each_kind(code, section, record):
    [finding] = found(code)

    assert finding.section == section
    assert not found(code, record)


def test_an_exercise_must_have_been_held_on_some_day():
    assert found("exercise.none-held", planned(date(2026, 12, 1)))
    assert found("exercise.none-held", held(None))
    assert not found("exercise.none-held", held(date(2020, 1, 1)))


def test_an_exercise_is_old_after_twelve_months():
    [finding] = found("exercise.old", held(date(2025, 11, 20)))

    assert finding.reason == (
        "The last exercise was on 20 November 2025, more than twelve months ago."
    )
    assert not found("exercise.old", held(date(2025, 11, 21)))
    assert not found("exercise.old", held(date.max))
    assert not found("exercise.old")


def test_the_next_exercise_must_have_a_day_that_is_not_past():
    assert found("exercise.none-planned")
    assert found("exercise.none-planned", planned(None))
    assert found("exercise.none-planned", planned(date(2026, 11, 20)))
    assert not found("exercise.none-planned", planned(TODAY))


def test_an_exercise_held_today_is_not_the_next_one():
    assert found("exercise.none-planned", held(TODAY))


@pytest.mark.parametrize(
    ("months", "day", "told"),
    [
        (1, date(2026, 10, 20), "a month"),
        (6, date(2026, 5, 20), "6 months"),
        (24, date(2024, 11, 20), "24 months"),
    ],
)
def test_how_old_an_exercise_may_be_is_what_the_plan_agrees(months, day, told):
    agreed = Upkeep(exercise_every=months)

    [finding] = found("exercise.old", held(day), agreed)

    assert finding.reason.endswith(f", more than {told} ago.")
    assert not found("exercise.old", held(day + timedelta(days=1)), agreed)

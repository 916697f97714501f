from datetime import date

from app.domain.plan.programme import (
    DistributionEntry,
    Exercise,
    ExerciseState,
    Inject,
    LogSource,
    Metric,
    RelatedDocument,
    Resource,
    RoadmapItem,
    Term,
    TrainingItem,
    by_date,
)
from tests.builders import rid


def test_the_stored_spelling_of_exercise_states_stays():
    assert [state.value for state in ExerciseState] == ["planned", "held"]


def test_a_new_exercise_is_planned_without_a_date():
    exercise = Exercise(rid("e"), "Tabletop")

    assert (exercise.state, exercise.on) == (ExerciseState.PLANNED, None)


def test_an_inject_without_a_time_comes_when_the_conductor_decides():
    exercise = Exercise(rid("e"), "Tabletop", injects=(Inject("An alert"),))

    assert exercise.scenario == ""
    assert (exercise.injects[0].at, exercise.injects[0].expected) == (None, "")


def test_new_entries_promise_no_dates_or_times():
    assert LogSource(rid("l"), "Firewall").kept_for is None
    assert RoadmapItem(rid("r"), "Better logs").by is None


def test_the_other_entries_need_only_what_names_them():
    metric = Metric(rid("m"), "Time to detect")
    assert (metric.target, metric.formula, metric.unit) == ("", "", "")
    assert TrainingItem(rid("t"), "All staff", "Phishing").cadence == ""
    assert Resource(rid("r"), "War room").location == ""
    assert RelatedDocument(rid("d"), "Crisis plan").reference == ""
    assert DistributionEntry(rid("d"), "Board").edition == ""
    assert Term(rid("t"), "CSIRT", "The team").source == ""


def test_exercises_stand_in_the_order_of_their_dates_and_the_undated_last():
    dates = (None, date(2027, 3, 1), None, date(2026, 10, 1))
    exercises = [Exercise(rid(f"e{at}"), f"{at}", on=day) for at, day in enumerate(dates)]

    assert [item.name for item in by_date(exercises)] == ["3", "1", "0", "2"]

from dataclasses import replace
from datetime import date

from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.plan import Record
from app.domain.plan.programme import Exercise, ExerciseState
from app.export.compose.editions.readiness import readiness
from tests.builders import person, rid, role
from tests.unit.export.compose.editions.sources import answer, source_of, trimmer
from tests.unit.export.compose.judged import framework, judged, requirement
from tests.unit.export.compose.reading import lines


def figures(*records: Record) -> dict[str, str]:
    source = source_of(*records)
    return dict(text.split(": ", 1) for text in lines(readiness(source, trimmer(source))))


def exercise(key: str, on: date | None, *, held: bool = True, **fields) -> Exercise:
    state = ExerciseState.HELD if held else ExerciseState.PLANNED
    return Exercise(rid(key), key.title(), on=on, state=state, **fields)


def test_a_plan_without_records_has_only_what_can_be_worked_out():
    assert list(figures()) == ["State of the plan", "Next review due"]
    assert figures()["Next review due"] == "not stated"
    assert figures()["State of the plan"].endswith("to consider")


def test_roles_count_when_they_have_holder_and_deputy():
    made = figures(
        role("a", holder=rid("x"), deputies=(rid("y"),)), role("b", holder=rid("x")), role("c")
    )

    assert made["Roles with deputy"] == "1 of 3"


def test_contacts_count_when_they_were_verified_in_time():
    made = figures(
        person("a", verified_on=date(2026, 11, 1)),
        person("b", verified_on=date(2026, 1, 1)),
        person("c"),
    )

    assert made["Contacts verified"] == "1 of 3 people within the last 90 days"


def test_the_day_of_an_exercise_stands_however_long_its_name():
    made = figures(exercise("next", date(2027, 2, 1), held=False), exercise("x" * 99, None))
    source = source_of(exercise("long name " * 12, date(2027, 2, 1), held=False))

    cut = dict(text.split(": ", 1) for text in lines(readiness(source, trimmer(source))))

    assert made["Exercises"].endswith("next: Next, 1 February 2027")
    assert cut["Exercises"].endswith("Long Name\N{HORIZONTAL ELLIPSIS}, 1 February 2027")


def test_exercises_of_the_last_twelve_months_the_last_and_the_next():
    made = figures(
        exercise("old", date(2025, 1, 1)),
        exercise("latest", date(2026, 5, 4), exercised=("roles/a",)),
        exercise("undated", None),
        exercise("later", date(2027, 8, 1), held=False),
        exercise("next", date(2027, 2, 1), held=False),
        role("a"),
    )

    assert (
        made["Exercises"]
        == "1 held in twelve months; last: Latest, 4 May 2026; next: Next, 1 February 2027"
    )
    assert made["Parts tried out"] == "1 of 1"


def test_exercises_that_are_only_wished_for_count_none():
    assert figures(exercise("undated", None, held=False))["Exercises"] == "0 held in twelve months"


def test_lessons_and_the_restore():
    made = figures(
        Lesson(rid("a"), "Open"),
        Lesson(rid("b"), "Done", state=LessonState.ADOPTED),
        answer("recovery.tested_on", date(2026, 9, 12)),
    )

    assert made["Lessons still open"] == "1 of 2"
    assert made["Restore last tested"] == "12 September 2026"


def test_requirements_are_counted_over_all_frameworks_and_the_worst_is_named():
    source = source_of()
    profile = replace(source.plan.profile, frameworks=("nist", "iso", "none"))
    plan = replace(source.plan, profiles=source.plan.profiles.put(profile))
    nist = framework(requirement("a", "scope"), requirement("b", "roles"))
    iso = framework(requirement("c", "scope"), id="iso", name="ISO, something")
    empty = framework(id="none")
    source = replace(source, judgement=judged(plan, nist, iso, empty))

    made = dict(text.split(": ", 1) for text in lines(readiness(source, trimmer(source))))

    assert made["Requirements met"].startswith(
        "0 of 3 in 2 frameworks; the least in NIST SP 800-61"
    )
    assert made["Requirements met"].endswith(": 0 of 2")

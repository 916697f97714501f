from datetime import date

from app.domain.plan.ids import is_record_id
from app.domain.plan.lessons import Lesson, LessonState
from app.services.learning.found import Found, from_source, lessons_of
from tests.builders import plan_with, rid

DUE = date(2026, 12, 1)


def test_a_finding_becomes_a_lesson_that_is_open():
    [lesson] = lessons_of(
        plan_with(),
        "exercises/drill",
        [Found(" No script ", "sections/communications", " Have one. ", " Ada ", DUE)],
    )

    assert is_record_id(lesson.id)
    assert lesson == Lesson(
        lesson.id,
        "No script",
        "exercises/drill",
        "sections/communications",
        "Have one.",
        "Ada",
        DUE,
        LessonState.OPEN,
    )


def test_findings_that_say_nothing_teach_nothing():
    assert (
        lessons_of(plan_with(), "exercises/drill", [Found(" \n"), Found("", proposal="Text")]) == ()
    )


def test_what_was_recorded_before_is_not_learned_twice():
    plan = plan_with(Lesson(rid("a"), "Slow", "exercises/drill"), Lesson(rid("b"), "Dark", "x/y"))

    made = lessons_of(plan, "exercises/drill", [Found(" Slow "), Found("Dark")])

    assert [lesson.text for lesson in made] == ["Dark"]


def test_the_lessons_of_one_source_are_found():
    mine = Lesson(rid("a"), "A", "exercises/drill")
    plan = plan_with(mine, Lesson(rid("b"), "B", "exercises/drill-2"), Lesson(rid("c"), "C"))

    assert from_source(plan, "exercises/drill") == (mine,)

from dataclasses import replace
from datetime import date

import pytest

from app.domain.plan.changes import apply, invert, made_on
from app.domain.plan.governance import Action, ActionState
from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.sections import Section
from app.services.learning.deciding import (
    action_for,
    adopt,
    adopt_by_hand,
    make_action,
    open_lessons,
    overdue,
    reject,
    reopen,
)
from app.services.learning.proposing import Way, proposed
from tests.builders import plan_with, rid

TODAY = date(2026, 11, 22)
LESSON = Lesson(
    rid("l"), "Nobody verified.", "exercises/drill", "sections/recovery", "Then verify.", "Ada"
)
PLAN = plan_with(Section(rid("recovery"), "Recovery", "Restore."), LESSON)


def test_adopting_makes_the_edit_and_closes_the_lesson_in_one_step():
    edit = proposed(PLAN, LESSON, Way.APPEND)
    assert edit is not None

    changes = adopt(PLAN, LESSON, edit, " Agreed. ")

    after = apply(PLAN, changes)
    assert after.sections[rid("recovery")].prose == "Restore.\n\nThen verify."
    assert after.lessons[LESSON.id] == replace(
        LESSON, state=LessonState.ADOPTED, decision="Agreed."
    )
    assert apply(after, invert(made_on(PLAN, changes))) == PLAN


def test_a_lesson_is_closed_by_hand_without_another_edit():
    after = apply(PLAN, adopt_by_hand(PLAN, LESSON, "Bought a second key."))

    assert after.sections == PLAN.sections
    assert after.lessons[LESSON.id].state is LessonState.ADOPTED
    assert after.lessons[LESSON.id].decision == "Bought a second key."


def test_an_action_tracks_the_lesson_from_now_on():
    action = action_for(LESSON, " Bob Ray ", date(2026, 12, 1))

    after = apply(PLAN, make_action(PLAN, LESSON, action))

    assert after.actions[action.id] == Action(
        action.id,
        "Nobody verified.",
        "Bob Ray",
        date(2026, 12, 1),
        ActionState.OPEN,
        "sections/recovery",
    )
    assert after.lessons[LESSON.id].decision == "Made an action of Bob Ray."
    assert after.lessons[LESSON.id].state is LessonState.ADOPTED


def test_an_action_of_nobody_about_nothing_points_at_the_source():
    bare = replace(LESSON, about="")

    action = action_for(bare, "", None)
    after = apply(PLAN, make_action(PLAN, bare, action))

    assert action.about == "exercises/drill"
    assert after.lessons[LESSON.id].decision == "Made an action."


def test_rejecting_needs_a_reason():
    after = apply(PLAN, reject(PLAN, LESSON, " Too costly. "))

    assert after.lessons[LESSON.id].state is LessonState.REJECTED
    assert after.lessons[LESSON.id].decision == "Too costly."
    with pytest.raises(ValueError, match="without a reason"):
        reject(PLAN, LESSON, " ")


def test_a_closed_lesson_can_wait_again():
    after = apply(PLAN, reject(PLAN, LESSON, "Too costly."))

    again = apply(after, reopen(after, after.lessons[LESSON.id]))

    assert again.lessons[LESSON.id] == LESSON


def test_open_lessons_stand_in_the_order_of_their_days():
    days = {"later": date(2027, 1, 1), "none": None, "soon": date(2026, 12, 1)}
    lessons = [Lesson(rid(key), key, due=due) for key, due in days.items()]
    done = Lesson(rid("done"), "Done", state=LessonState.ADOPTED)

    assert [one.id for one in open_lessons(plan_with(*lessons, done))] == ["soon", "later", "none"]


def test_a_lesson_is_overdue_once_its_day_has_passed():
    due = replace(LESSON, due=TODAY)

    assert not overdue(due, TODAY)
    assert overdue(due, date(2026, 11, 23))
    assert not overdue(replace(due, state=LessonState.REJECTED), date(2026, 11, 23))
    assert not overdue(LESSON, TODAY)

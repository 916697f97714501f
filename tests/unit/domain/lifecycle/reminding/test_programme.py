from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.lifecycle.reminding.programme import programme_reminders
from app.domain.plan.governance import Action, ActionState, Version
from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.upkeep import Upkeep
from tests.builders import DATES, NOON, QUICK, person, plan_with, rid

TODAY = NOON.date()
ISSUED = Version(rid("v1"), "1.0", issued_on=date(2026, 1, 1))
NO_EXERCISES = Upkeep(exercise_every=0)


def found(*records):
    return {item.key: item for item in programme_reminders(plan_with(*records), TODAY)}


def test_a_plan_that_promises_nothing_reminds_of_nothing():
    assert found() == {}


def test_each_contact_is_verified_again_in_its_own_time():
    late = TODAY - timedelta(days=400)
    both = found(person("anna", verified_on=TODAY), person("ben", verified_on=late))

    assert both["contact-anna"].due == TODAY + timedelta(days=90)
    assert both["contact-ben"].due == late + timedelta(days=90)
    assert (both["contact-ben"].who, both["contact-ben"].about) == ("Ben", "people/ben")
    assert str(late) in both["contact-ben"].details


def test_the_plan_says_how_often_contacts_are_verified():
    anna = person("anna", verified_on=TODAY)

    assert found(anna, Upkeep(verify_every=7))["contact-anna"].due == TODAY + timedelta(days=7)
    assert found(anna, Upkeep(verify_every=0)) == {}


def test_who_was_never_verified_is_due_from_the_first_issue():
    anna = person("anna")

    assert found(anna) == {}
    reminder = found(anna, ISSUED, Version(rid("v2"), "2", issued_on=TODAY), NO_EXERCISES)
    assert reminder["contact-anna"].due == date(2026, 1, 1)
    assert reminder["contact-anna"].details == "Never verified yet."


@QUICK
@given(DATES, st.integers(1, 10**9))
def test_no_contact_is_due_later_than_a_check_made_today_would_be(verified, every):
    (reminder,) = found(person("anna", verified_on=verified), Upkeep(verify_every=every)).values()

    assert reminder.due <= date.max
    assert reminder.due.toordinal() <= TODAY.toordinal() + every


def test_only_planned_exercises_with_a_date_are_ahead():
    both = found(
        Exercise(rid("e1"), "Ransomware", "tabletop", date(2027, 2, 1), objectives=("Call", "Act")),
        Exercise(rid("e3"), "Some day"),
        Exercise(rid("e4"), "Bare", on=date(2027, 1, 1)),
    )

    assert set(both) == {"exercise-e1", "exercise-e4"}
    assert both["exercise-e4"].details == ""
    assert both["exercise-e1"].title == "Exercise: Ransomware"
    assert both["exercise-e1"].details == "tabletop\nCall\nAct"


HELD = Exercise(rid("held"), "Held", on=date(2026, 3, 31), state=ExerciseState.HELD)


def test_an_exercise_is_due_so_many_months_after_the_last():
    earlier = Exercise(rid("old"), "Old", on=date(2025, 1, 1), state=ExerciseState.HELD)

    assert found(HELD, earlier)["exercise-due"].due == date(2027, 3, 31)
    assert found(HELD, Upkeep(exercise_every=6))["exercise-due"].due == date(2026, 9, 30)
    assert found(HELD, NO_EXERCISES) == {}
    assert "2026-03-31" in found(HELD)["exercise-due"].details


def test_where_none_was_held_one_is_due_after_the_first_issue():
    assert found(ISSUED)["exercise-due"].due == date(2027, 1, 1)
    assert "None is recorded" in found(ISSUED)["exercise-due"].details


def test_a_date_of_an_exercise_that_lies_ahead_does_not_put_off_the_next():
    slip = Exercise(rid("slip"), "Slip", on=date.max, state=ExerciseState.HELD)

    assert found(slip)["exercise-due"].due == date(2027, 11, 21)


def test_an_exercise_planned_in_time_is_reminded_of_instead():
    in_time = Exercise(rid("p"), "Planned", on=date(2027, 3, 31))
    too_late = Exercise(rid("p"), "Planned", on=date(2027, 4, 1))

    assert set(found(HELD, in_time)) == {"exercise-p"}
    assert set(found(HELD, too_late)) == {"exercise-p", "exercise-due"}


@pytest.mark.parametrize(("owner", "details"), [("Anna Keller", "Owner: Anna Keller"), ("", "")])
def test_open_actions_and_lessons_with_a_day_are_reminded_of(owner, details):
    both = found(
        Action(rid("a"), "Buy radios", owner, TODAY),
        Lesson(rid("l"), "Nobody had the keys", owner=owner, due=TODAY),
    )

    assert both["action-a"].title == "Action: Buy radios"
    assert both["lesson-l"].title == "Decide on a lesson: Nobody had the keys"
    assert {item.details for item in both.values()} == {details}
    assert {item.who for item in both.values()} == {owner}


def test_what_is_done_or_has_no_day_is_not_reminded_of():
    assert not found(
        Action(rid("a1"), "Done", due=TODAY, state=ActionState.DONE),
        Action(rid("a2"), "Some day"),
        Lesson(rid("l1"), "Adopted", due=TODAY, state=LessonState.ADOPTED),
        Lesson(rid("l2"), "Rejected", due=TODAY, state=LessonState.REJECTED),
        Lesson(rid("l3"), "Some day"),
    )

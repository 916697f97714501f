"""What was begun and is not finished, and whom to call."""

from datetime import date

from app.domain.lifecycle.reviewing.carried import ROUND, actions, checks, contact_round, lessons
from app.domain.plan.governance import Action, ActionState
from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.sessions import Topic
from app.domain.plan.upkeep import Upkeep
from tests.builders import person, plan_with, rid

TODAY = date(2026, 11, 22)


def test_open_actions_are_carried_over():
    plan = plan_with(
        Action(rid("a"), "Print the list", "Ann", date(2026, 12, 1)),
        Action(rid("b"), "Call"),
        Action(rid("c"), "Done", state=ActionState.DONE),
    )

    first, second = actions(plan)

    assert (first.key, first.topic, first.about) == ("action/a", Topic.ACTION, "actions/a")
    assert first.why == "Owner: Ann; due on 1 December 2026."
    assert second.why == "Owner: nobody yet; without a day."


def test_open_lessons_come_with_what_they_propose():
    plan = plan_with(
        Lesson(rid("a"), "Nobody called", proposal="Call at once."),
        Lesson(rid("b"), "x"),
        Lesson(rid("c"), "x", state=LessonState.ADOPTED),
    )

    first, second = lessons(plan)

    assert (first.key, first.topic, first.about) == ("lesson/a", Topic.LESSON, "lessons/a")
    assert first.why.endswith("without a day. Proposed text: Call at once.")
    assert "Proposed" not in second.why


def test_the_round_of_calls_is_one_item_that_names_who_waits():
    plan = plan_with(
        person("ann", verified_on=date(2026, 11, 1)),
        person("bo"),
        person("cy", verified_on=date(2026, 1, 1)),
    )

    (item,) = contact_round(plan, TODAY)

    assert (item.key, item.topic) == (ROUND, Topic.CONTACT)
    assert item.title == "Call the 3 people the plan names"
    assert item.why == "Not verified for 90 days: Bo and Cy."


def test_the_round_is_held_though_all_are_fresh():
    day = date(2026, 8, 24)

    (item,) = contact_round(plan_with(person("ann", verified_on=day)), TODAY)

    assert item.title == "Call the person the plan names"
    assert item.why.startswith("All were verified in the last 90 days")


def test_the_interval_may_be_beyond_the_calendar():
    plan = plan_with(person("ann", verified_on=date(1, 1, 1)), Upkeep(verify_every=10**12))

    (item,) = contact_round(plan, TODAY)

    assert item.why.startswith("All were verified")


def test_nobody_is_called_in_a_plan_that_names_nobody():
    assert list(contact_round(plan_with(), TODAY)) == []


def test_those_who_waited_the_longest_are_called_first():
    plan = plan_with(
        person("ann", verified_on=date(2026, 11, 1)),
        person("bo", verified_on=date(2026, 1, 1)),
        person("cy"),
    )

    assert [(one.person, one.name) for one in checks(plan)] == [
        ("cy", "Cy"),
        ("bo", "Bo"),
        ("ann", "Ann"),
    ]

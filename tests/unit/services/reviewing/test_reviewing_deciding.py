"""What is decided about an item of the agenda."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.plan.changes import remove
from app.domain.plan.governance import Action, ActionState
from app.domain.plan.lessons import LessonState
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.sessions import AgendaItem, Choice
from app.services.editing import EditingSession
from app.services.reviewing.deciding import Decision, can_finish, decide, finish, flaws
from app.services.reviewing.finding import item_of
from app.services.vouching import Flaw
from tests.builders import rid
from tests.unit.services.reviewing.sessions import (
    ACTION,
    ITEMS,
    KEY,
    LESSON,
    PLAN,
    TODAY,
    TOMORROW,
    after,
    running_in,
)

ROLES = "section/roles"
ACT = Decision(Choice.ACTION, "Name a deputy", "Cy", TOMORROW)


def item(plan: Plan, key: str = ROLES) -> AgendaItem:
    return item_of(running_in(plan), key)


def decided(decision: Decision, plan: Plan = PLAN, key: str = ROLES) -> Plan:
    return after(decide(plan, KEY, key, decision), plan)


@pytest.mark.parametrize(
    "decision",
    [
        Decision(Choice.KEEP),
        Decision(Choice.CHANGE, " Reworded. "),
        Decision(Choice.NOT_APPLICABLE, "Sold."),
    ],
)
def test_a_decision_stands_with_its_note(decision):
    made = item(decided(replace(decision, owner="Cy", due=TOMORROW)))

    assert (made.choice, made.note) == (decision.choice, decision.note.strip())
    assert (made.owner, made.due, made.action) == ("", None, None)


def test_deciding_one_item_leaves_the_others():
    assert running_in(decided(ACT)).agenda[:2] == ITEMS[:2]


def test_an_action_is_written_into_the_plan_in_the_same_step():
    session = EditingSession(PLAN)

    session.apply(decide(PLAN, KEY, ROLES, ACT), "Decide")

    made = item(session.plan)
    assert made.action == rid("name-a-deputy")
    assert (made.owner, made.due) == ("Cy", TOMORROW)
    assert session.plan.actions[rid("name-a-deputy")] == Action(
        rid("name-a-deputy"), "Name a deputy", "Cy", TOMORROW, about="sections/roles"
    )
    session.undo()
    assert session.plan == PLAN


def test_an_action_decided_again_is_mended():
    plan = decided(ACT)

    plan = decided(replace(ACT, note="Name two deputies", owner="Di"), plan)

    assert len(plan.actions) == 2
    assert plan.actions[rid("name-a-deputy")].text == "Name two deputies"
    assert plan.actions[rid("name-a-deputy")].owner == "Di"


@pytest.mark.parametrize("choice", [Choice.OPEN, Choice.KEEP, Choice.CHANGE])
def test_an_action_goes_when_something_else_is_decided(choice):
    plan = decided(Decision(choice), decided(ACT))

    assert plan.actions.all() == (ACTION,)
    assert item(plan) == replace(ITEMS[2], choice=choice)


def test_an_action_somebody_removed_meanwhile_is_written_anew():
    plan = decided(ACT)
    plan = after((remove(plan, Kind.ACTION, rid("name-a-deputy")),), plan)

    assert decided(Decision(Choice.KEEP), plan).actions.all() == (ACTION,)
    assert decided(ACT, plan).actions[rid("name-a-deputy")].owner == "Cy"


def test_an_item_about_an_action_mends_that_one():
    plan = decided(replace(ACT, note="Still to do"), key="action/old")

    assert plan.actions.all() == (replace(ACTION, owner="Cy", due=TOMORROW),)
    assert item(plan, "action/old").action == ACTION.id


@pytest.mark.parametrize("choice", [Choice.KEEP, Choice.OPEN])
def test_and_never_removes_it(choice):
    plan = decided(Decision(choice), decided(ACT, key="action/old"), "action/old")

    assert ACTION.id in plan.actions


def test_two_actions_of_one_text_have_names_of_their_own():
    plan = decided(ACT, decided(ACT), "lesson/found")

    assert {"name-a-deputy", "name-a-deputy-2"} <= set(plan.actions)
    assert plan.actions[rid("name-a-deputy-2")].about == "lessons/found"


@pytest.mark.parametrize(
    ("decision", "wrong"),
    [
        (ACT, {}),
        (replace(ACT, due=TODAY), {}),
        (replace(ACT, note=" "), {"note": Flaw.BLANK}),
        (replace(ACT, owner="\u200b"), {"owner": Flaw.BLANK}),
        (replace(ACT, due=None), {"due": Flaw.BLANK}),
        (Decision(Choice.NOT_APPLICABLE), {"note": Flaw.BLANK}),
        (Decision(Choice.KEEP, due=date(2000, 1, 1)), {}),
        (Decision(Choice.CHANGE), {}),
        (Decision(Choice.OPEN), {}),
    ],
)
def test_what_is_missing_is_told_and_refused(decision, wrong):
    assert flaws(decision, TODAY) == wrong
    if wrong:
        with pytest.raises(ValueError, match=" and ".join(wrong)):
            decided(decision)


def test_a_day_that_is_over_is_told():
    late = replace(ACT, due=TODAY - timedelta(days=1))

    assert flaws(late, TODAY) == {"due": Flaw.OVER}


def test_an_unknown_item_is_refused():
    with pytest.raises(KeyError):
        decided(ACT, key="nowhere")


def test_an_action_that_is_done_is_finished():
    plan = after(finish(PLAN, KEY, "action/old", "Printed."))

    assert plan.actions[ACTION.id] == replace(ACTION, state=ActionState.DONE)
    assert item(plan, "action/old").choice is Choice.CHANGE
    assert item(plan, "action/old").note == "Printed."


@pytest.mark.parametrize(("note", "why"), [("We call at once.", "We call at once."), (" ", "")])
def test_a_lesson_that_is_done_is_adopted(note, why):
    plan = after(finish(PLAN, KEY, "lesson/found", note))

    assert plan.lessons[LESSON.id] == replace(LESSON, state=LessonState.ADOPTED, decision=why)


def test_only_open_actions_and_lessons_can_be_finished():
    done = after(finish(PLAN, KEY, "action/old"))

    assert can_finish(PLAN, "actions/old")
    assert can_finish(PLAN, "lessons/found")
    for plan, about in (
        (done, "actions/old"),
        (after(finish(PLAN, KEY, "lesson/found")), "lessons/found"),
        (PLAN, "actions/gone"),
        (PLAN, "people/ann"),
        (PLAN, ""),
    ):
        assert not can_finish(plan, about)
    with pytest.raises(ValueError, match="'actions/old' cannot be finished"):
        finish(done, KEY, "action/old")


def test_an_action_decided_for_a_done_one_opens_it_again():
    done = after(finish(PLAN, KEY, "action/old"))

    assert decided(ACT, done, "action/old").actions[ACTION.id].state is ActionState.OPEN

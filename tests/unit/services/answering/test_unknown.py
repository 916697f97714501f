"""Questions nobody can answer yet."""

from datetime import date

import pytest

from app.domain.plan import changes
from app.domain.plan.governance import Action, ActionState
from app.services.answering.unknown import being_found_out, find_out, found_out, question_behind
from tests.builders import plan_with, question, rid, section, template

SITES = question("scope.sites", section="scope", text="Which sites?")
DAY = date(2026, 12, 18)


@pytest.fixture
def asked():
    return changes.apply(plan_with(), find_out(plan_with(), SITES, "Ada", DAY))


def answered(plan, value):
    return changes.apply(plan, found_out(plan, SITES, value))


def test_somebody_finds_out_by_an_action_of_the_section(asked):
    assert asked.actions.all() == (
        Action(rid("find-out.scope.sites"), "Find out: Which sites?", "Ada", DAY,
               about="sections/scope"),
    )  # fmt: skip
    assert being_found_out(asked, SITES) == asked.actions.all()[0]
    assert being_found_out(asked, question("scope.other")) is None


def test_another_person_takes_over(asked):
    after = changes.apply(asked, find_out(asked, SITES, "Jonas", None))

    (action,) = after.actions.all()
    assert (action.owner, action.due) == ("Jonas", None)


@pytest.mark.parametrize("value", ["Bath", False, 0, ("Bath",)])
def test_an_answer_ends_it(asked, value):
    after = answered(asked, value)

    assert after.actions.all()[0].state is ActionState.DONE
    assert being_found_out(after, SITES) is None
    assert found_out(after, SITES, value) == ()


@pytest.mark.parametrize("value", [None, " ", ()])
def test_an_answer_that_says_nothing_leaves_or_makes_it_open(asked, value):
    assert found_out(asked, SITES, value) == ()
    assert being_found_out(answered(answered(asked, "Bath"), value), SITES) is not None


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ("find-out.scope.sites", SITES),
        ("find-out.scope.gone", None),
        ("scope.sites", None),
        ("call", None),
    ],
)
def test_the_question_behind_an_action_is_known(action, found):
    small = template(section("scope", questions=(SITES,)))

    assert question_behind(small, rid(action)) == found


def test_without_an_action_there_is_nothing_to_end():
    assert found_out(plan_with(), SITES, "Bath") == ()

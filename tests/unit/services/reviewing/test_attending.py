"""Who is there, and what is decided besides the agenda."""

import pytest

from app.domain.plan.sessions import Attendance
from app.services.reviewing.attending import add_decision, attend, remove_decision, uninvite
from tests.unit.services.reviewing.sessions import KEY, PLAN, after, plan_of, running_in

ANN, BO = Attendance("Ann", "Chair", present=True), Attendance("Bo")


def attendance(changes):
    return running_in(after(changes)).attendance


def test_somebody_comes_and_goes():
    assert attendance(attend(PLAN, KEY, " Bo ", present=True)) == (
        ANN,
        Attendance("Bo", present=True),
    )
    assert attendance(attend(PLAN, KEY, "Ann", present=False)) == (Attendance("Ann", "Chair"), BO)


def test_somebody_not_invited_joins_the_list():
    made = attendance(attend(PLAN, KEY, "Cy", present=True, role=" Counsel "))

    assert made == (ANN, BO, Attendance("Cy", "Counsel", present=True))


def test_another_function_replaces_the_old_one():
    assert attendance(attend(PLAN, KEY, "Ann", present=True, role="Guest"))[0].role == "Guest"


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_nobody_is_not_noted(name):
    assert attend(PLAN, KEY, name, present=True) == ()


def test_somebody_is_taken_off_the_list():
    assert attendance(uninvite(PLAN, KEY, " Bo ")) == (ANN,)
    assert uninvite(PLAN, KEY, "Cy") == ()


def test_decisions_are_listed_in_their_order_and_taken_back():
    plan = after(add_decision(PLAN, KEY, " First. "))
    plan = after(add_decision(plan, KEY, "Second."), plan)

    assert running_in(plan).decisions == ("First.", "Second.")
    assert running_in(after(remove_decision(plan, KEY, 0), plan)).decisions == ("Second.",)
    assert running_in(after(remove_decision(plan, KEY, 1), plan)).decisions == ("First.",)


def test_a_blank_decision_is_none():
    assert add_decision(PLAN, KEY, " ") == ()


@pytest.mark.parametrize("at", [-1, 1])
def test_a_decision_that_is_not_there_cannot_be_taken_back(at):
    with pytest.raises(IndexError):
        remove_decision(plan_of(decisions=("One.",)), KEY, at)

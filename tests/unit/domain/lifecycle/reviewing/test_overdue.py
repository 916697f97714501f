"""What should have been done by now."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.lifecycle.reviewing.overdue import EXERCISE, PARTIES, REVIEW, overdue
from app.domain.plan.acts import Act, Deed
from app.domain.plan.assurance import Attestation
from app.domain.plan.governance import Action, ActionState, Version
from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.people import Party, PartyKind
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.sessions import AgendaItem, Topic
from app.domain.plan.upkeep import Upkeep
from tests.builders import plan_with, rid

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)
HELD = Exercise(rid("held"), "Held", on=date(2026, 6, 1), state=ExerciseState.HELD)


def items(plan: Plan) -> dict[str, AgendaItem]:
    found = list(overdue(plan, TODAY))
    assert {item.topic for item in found} <= {Topic.OVERDUE}
    assert len({item.key for item in found}) == len(found)
    return {item.key: item for item in found}


def keys(*records, profile=None) -> set[str]:
    return set(items(plan_with(HELD, *records, profile=profile)))


def test_a_plan_in_order_owes_nothing():
    assert keys() == set()


@pytest.mark.parametrize(
    ("issued", "late"), [(date(2025, 11, 21), True), (date(2025, 11, 22), False)]
)
def test_the_review_is_late_the_day_after_it_was_due(issued, late):
    version = Version(rid("v1"), "1.0", issued_on=issued)

    found = items(plan_with(HELD, version, profile=Profile(review_months=12)))

    assert (REVIEW in found) is late
    if late:
        assert "21 November 2026" in found[REVIEW].why


def emergency(**fields) -> Act:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    values = {"due": YESTERDAY, **fields}
    return Act(
        rid("act-000001"), Deed.ISSUED_IN_EMERGENCY, "1.1", "Ann", at, 2, "ab" * 32, **values
    )


def test_an_emergency_that_nobody_reviewed_is_owed():
    assert items(plan_with(HELD, emergency()))["overdue/emergency/1.1"].about == ""


@pytest.mark.parametrize("deed", [Deed.REVIEWED_AFTERWARDS, Deed.WITHDRAWN])
def test_an_emergency_that_is_settled_is_not(deed):
    settled = replace(emergency(), id=rid("act-000002"), deed=deed)

    assert keys(emergency(), settled) == set()


@pytest.mark.parametrize("due", [TODAY, None])
def test_an_emergency_not_due_yet_is_not(due):
    assert keys(emergency(due=due)) == set()


def test_open_actions_and_lessons_past_their_day_are_late():
    action = Action(rid("a"), "Print the list", "Ann", YESTERDAY, about="sections/contacts")
    lesson = Lesson(rid("l"), "Nobody called", due=YESTERDAY)

    found = items(plan_with(HELD, action, lesson))

    assert found["action/a"].title == "Action: Print the list"
    assert found["action/a"].why == "The work of Ann was due on 21 November 2026."
    assert found["action/a"].about == "actions/a"
    assert found["lesson/l"].why == "It has no owner and was due on 21 November 2026."


def test_what_is_done_or_still_has_time_is_not_late():
    assert (
        keys(
            Action(rid("a"), "x", due=TODAY),
            Action(rid("b"), "x"),
            Action(rid("c"), "x", due=YESTERDAY, state=ActionState.DONE),
            Lesson(rid("l"), "x", due=TODAY),
            Lesson(rid("m"), "x"),
            Lesson(rid("n"), "x", due=YESTERDAY, state=LessonState.REJECTED),
        )
        == set()
    )


def test_a_plan_never_exercised_says_so():
    planned = replace(HELD, state=ExerciseState.PLANNED, on=date(2027, 1, 1))
    undated = replace(HELD, on=None)

    for plan in (plan_with(), plan_with(planned), plan_with(undated)):
        assert items(plan)[EXERCISE].title == "The plan was never exercised"


@pytest.mark.parametrize(
    ("months", "said"),
    [(6, ""), (5, "every 5 months"), (1, "every month."), (0, ""), (-3, ""), (10**9, "")],
)
def test_the_last_exercise_may_not_be_older_than_the_plan_asks(months, said):
    old = replace(HELD, on=date(2026, 5, 22))

    found = items(plan_with(old, Upkeep(exercise_every=months)))

    assert (EXERCISE in found) is bool(said)
    if said:
        assert said in found[EXERCISE].why


def test_an_exercise_that_should_have_been_held_is_late():
    late = Exercise(rid("late"), "Portal down", on=YESTERDAY)
    ahead = Exercise(rid("ahead"), "x", on=TODAY)
    undated = Exercise(rid("undated"), "x")

    found = items(plan_with(HELD, late, ahead, undated))

    assert set(found) == {"overdue/exercises/late"}
    assert found["overdue/exercises/late"].about == "exercises/late"


def test_parties_nobody_verified_make_one_item():
    fresh = Party(rid("f"), "Fresh", PartyKind.CSIRT, verified_on=date(2026, 11, 1))
    old = Party(rid("o"), "Old", PartyKind.CSIRT, verified_on=date(2026, 1, 1))
    never = Party(rid("n"), "Never", PartyKind.CSIRT)

    found = items(plan_with(HELD, fresh, old, never))

    assert found[PARTIES].why == "Not verified for 90 days: Old and Never."
    assert keys(fresh) == set()


@pytest.mark.parametrize("days", [10**9, 365])
def test_the_interval_of_verification_is_the_plans(days):
    old = Party(rid("o"), "Old", PartyKind.CSIRT, verified_on=date(2026, 1, 1))

    assert keys(old, Upkeep(verify_every=days)) == set()


@pytest.mark.parametrize(("count", "title"), [(1, "1 attestation is"), (2, "2 attestations are")])
def test_old_attestations_make_one_item(count, title):
    old = [Attestation(rid(f"f/{at}"), on=date(2025, 11, 20 + at)) for at in range(count)]
    others = (Attestation(rid("f/x"), on=date(2025, 11, 22)), Attestation(rid("f/y")))

    found = items(plan_with(HELD, *old, *others))

    assert found["overdue/attestations"].title == f"{title} older than a year"
    assert "20 November 2025" in found["overdue/attestations"].why
    assert keys(*others) == set()

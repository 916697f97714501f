"""The round of calls to the people of the plan."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.plan.acts import Act, Deed, Route
from app.domain.plan.changes import put, remove
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.sessions import ContactCheck, Outcome
from app.services.reviewing.calling import Call, caught_up, check_contact
from tests.builders import NOON, rid
from tests.unit.services.reviewing.sessions import (
    ANN,
    BO,
    KEY,
    PLAN,
    TODAY,
    TOMORROW,
    after,
    running_in,
)

CONFIRMED = Call(Outcome.CONFIRMED, " Bo ", TODAY, " Same number. ")
SUBMITTED = Act(
    rid("act-000001"),
    Deed.SUBMITTED,
    "1.1",
    "Ann",
    NOON,
    2,
    "ab" * 32,
    reason="x",
    route=Route(("Bo",), ("Cy",)),
)
IN_REVIEW = after((put(PLAN, SUBMITTED),))


def called(call: Call, plan: Plan = PLAN, person=ANN.id) -> Plan:
    return after(check_contact(plan, KEY, person, call), plan)


def check(plan: Plan) -> ContactCheck:
    return running_in(plan).contacts[0]


@pytest.mark.parametrize("outcome", [Outcome.CONFIRMED, Outcome.CORRECTED])
def test_a_contact_that_was_reached_counts_as_verified(outcome):
    plan = called(replace(CONFIRMED, outcome=outcome))

    assert plan.people[ANN.id] == replace(ANN, verified_on=TODAY, verified_by="Bo")
    assert check(plan) == ContactCheck(
        ANN.id, "Ann", outcome, "Same number.", TODAY, date(2026, 1, 1), "Bo"
    )
    assert running_in(plan).contacts[1] == ContactCheck(BO.id, "Bo")


def test_a_contact_that_was_not_reached_stays_as_it_was():
    plan = called(replace(CONFIRMED, outcome=Outcome.NOT_REACHED))

    assert plan.people == PLAN.people
    assert check(plan).outcome is Outcome.NOT_REACHED
    assert check(plan).on == TODAY


@pytest.mark.parametrize("outcome", [Outcome.OPEN, Outcome.NOT_REACHED])
def test_a_slip_is_taken_back_from_the_persons_record(outcome):
    slip = called(CONFIRMED)

    plan = called(replace(CONFIRMED, outcome=outcome, note=""), slip)

    assert plan.people == PLAN.people
    assert check(plan).on == (None if outcome is Outcome.OPEN else TODAY)


def test_what_was_known_before_the_first_call_stays_known():
    plan = called(replace(CONFIRMED, outcome=Outcome.CORRECTED, on=TOMORROW), called(CONFIRMED))

    assert (check(plan).last_on, check(plan).last_by) == (ANN.verified_on, ANN.verified_by)
    assert called(replace(CONFIRMED, outcome=Outcome.OPEN), plan).people == PLAN.people


def test_a_verification_made_elsewhere_since_then_is_not_taken_back():
    later = replace(ANN, verified_on=TOMORROW, verified_by="Cy")
    plan = called(CONFIRMED)
    plan = after((put(plan, later),), plan)

    assert called(replace(CONFIRMED, outcome=Outcome.OPEN), plan).people[ANN.id] == later


def test_somebody_who_left_the_plan_can_still_be_noted():
    plan = after((remove(PLAN, Kind.PERSON, ANN.id),))

    plan = called(CONFIRMED, plan)

    assert check(plan) == ContactCheck(ANN.id, "Ann", Outcome.CONFIRMED, "Same number.", TODAY)
    assert ANN.id not in plan.people
    assert list(caught_up(plan, running_in(plan), "Bo")) == []


def test_only_those_on_the_list_are_called():
    with pytest.raises(KeyError):
        called(CONFIRMED, person=rid("cy"))


def test_while_a_version_is_in_review_the_persons_record_waits():
    plan = called(CONFIRMED, IN_REVIEW)

    assert plan.people == PLAN.people
    assert check(plan).outcome is Outcome.CONFIRMED
    assert list(caught_up(plan, running_in(plan), "Bo")) == []


def test_what_waited_is_caught_up_once_nothing_is_in_review():
    plan = called(CONFIRMED, IN_REVIEW)
    plan = called(replace(CONFIRMED, outcome=Outcome.NOT_REACHED), plan, BO.id)
    plan = after((remove(plan, Kind.ACT, SUBMITTED.id),), plan)

    (person,) = caught_up(plan, running_in(plan), "Di")

    assert person == replace(ANN, verified_on=TODAY, verified_by="Di")
    assert list(caught_up(called(CONFIRMED), running_in(called(CONFIRMED)), "Di")) == []


def test_somebody_never_verified_is_caught_up_too():
    plan = called(CONFIRMED, IN_REVIEW, BO.id)
    plan = after((remove(plan, Kind.ACT, SUBMITTED.id),), plan)

    assert [one.id for one in caught_up(plan, running_in(plan), "Di")] == [BO.id]


def test_a_later_verification_is_not_set_back():
    plan = called(replace(CONFIRMED, on=TODAY - timedelta(days=1)), IN_REVIEW)
    plan = after((remove(plan, Kind.ACT, SUBMITTED.id),), plan)
    plan = after((put(plan, replace(ANN, verified_on=TODAY)),), plan)

    assert list(caught_up(plan, running_in(plan), "Di")) == []

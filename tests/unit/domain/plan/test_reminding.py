from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.governance import Version
from app.domain.plan.profile import Profile
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.reminding import REVIEW_LEAD, VERIFY_EVERY, reminders
from tests.builders import DATES, QUICK, person, plan_with, rid

TODAY = date(2026, 11, 21)


def test_a_plan_that_promises_nothing_reminds_of_nothing():
    assert reminders(plan_with(), TODAY) == ()


def test_a_review_is_started_well_before_it_is_due():
    plan = plan_with(
        Version(rid("v1"), "1.0", issued_on=date(2026, 1, 1)),
        profile=Profile(review_months=12, document_title="Cyber plan"),
    )

    start, effective = reminders(plan, TODAY)

    assert (start.key, start.on) == ("review-start", date(2027, 1, 1) - REVIEW_LEAD)
    assert (effective.key, effective.on) == ("review-effective", date(2027, 1, 1))
    assert start.title == "Start the review of the Cyber plan"
    assert "2027-01-01" in start.details


def test_a_plan_without_a_title_is_still_named():
    plan = plan_with(Version(rid("v1"), "1.0", issued_on=TODAY), profile=Profile(review_months=12))

    assert reminders(plan, TODAY)[0].title == "Start the review of the incident response plan"


@pytest.mark.parametrize(
    ("verified", "due"),
    [
        ((TODAY, TODAY), TODAY + VERIFY_EVERY),
        ((TODAY, TODAY - timedelta(days=10)), TODAY + VERIFY_EVERY - timedelta(days=10)),
        ((TODAY - timedelta(days=400), TODAY), TODAY),
        ((None, TODAY), TODAY),
        ((date.max, date.max), TODAY + VERIFY_EVERY),
    ],
)
def test_contacts_are_verified_when_the_oldest_check_grows_old(verified, due):
    people = (person(f"p{at}", verified_on=on) for at, on in enumerate(verified))

    (reminder,) = reminders(plan_with(*people), TODAY)

    assert (reminder.key, reminder.on) == ("verify-contacts", due)
    assert reminder.details == "Call each of: P0, P1"


def test_only_planned_exercises_with_a_date_are_ahead():
    plan = plan_with(
        Exercise(rid("e1"), "Ransomware", "tabletop", date(2027, 2, 1), objectives=("Call", "Act")),
        Exercise(rid("e2"), "Held", on=date(2026, 2, 1), state=ExerciseState.HELD),
        Exercise(rid("e3"), "Some day"),
        Exercise(rid("e4"), "Bare", on=date(2027, 1, 1)),
    )

    bare, ransomware = reminders(plan, TODAY)

    assert (bare.key, bare.details) == ("exercise-e4", "")
    assert (ransomware.key, ransomware.on) == ("exercise-e1", date(2027, 2, 1))
    assert ransomware.title == "Exercise: Ransomware"
    assert ransomware.details == "tabletop\nCall\nAct"


@QUICK
@given(st.lists(st.none() | DATES, min_size=1, max_size=4), DATES.filter(lambda on: on.year < 9999))
def test_contacts_are_never_due_in_the_past(verified, today):
    people = (person(f"p{at}", verified_on=on) for at, on in enumerate(verified))

    (reminder,) = reminders(plan_with(*people), today)

    assert today <= reminder.on <= today + VERIFY_EVERY

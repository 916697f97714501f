"""Why a review session should be held now."""

from datetime import date, timedelta

import pytest

from app.domain.plan.governance import Version
from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sessions import AgendaItem, Occasion, Topic
from app.domain.plan.upkeep import Upkeep
from app.services.reviewing.drifting import CONTACTS, PROFILE, drift_key
from app.services.reviewing.preparing import Prepared
from app.services.reviewing.triggering import Trigger, triggers
from tests.builders import NOON, person, plan_with, rid

TODAY = NOON.date()


def found(plan: Plan, *items: AgendaItem) -> list[Occasion]:
    return [one.occasion for one in triggers(plan, Prepared("1.0", items), TODAY)]


def drift(key: str) -> AgendaItem:
    return AgendaItem(key, Topic.DRIFT, f"Title of {key}")


def test_nothing_happened_is_no_reason():
    change = AgendaItem("change/x", Topic.CHANGE, "x")

    assert found(plan_with(person("ann", verified_on=TODAY)), change) == []


@pytest.mark.parametrize(
    ("source", "occasion"),
    [("activations/a", Occasion.INCIDENT), ("exercises/e", Occasion.EXERCISE)],
)
def test_what_was_learnt_asks_for_a_decision(source, occasion):
    lesson = Lesson(rid("l"), "Nobody called", source)
    decided = Lesson(rid("m"), "x", source, state=LessonState.REJECTED)

    assert triggers(plan_with(lesson, decided), Prepared(), TODAY) == (
        Trigger(occasion, "Nobody decided yet on: Nobody called"),
    )
    assert found(plan_with(decided, Lesson(rid("n"), "x"))) == []


@pytest.mark.parametrize("key", [PROFILE, CONTACTS])
def test_another_organisation_asks_for_a_session(key):
    assert found(plan_with(), drift(key)) == [Occasion.REORGANISATION]


def test_newer_rules_ask_for_a_session():
    items = (drift(drift_key(rid("gdpr"))), drift("drift/more"))

    assert found(plan_with(), *items) == [Occasion.REGULATION]


@pytest.mark.parametrize(("days", "due"), [(42, True), (43, False), (-1, True)])
def test_a_review_is_due_as_long_before_as_the_plan_says(days, due):
    effective = TODAY + timedelta(days=days)
    issued = Version(rid("v"), "1.0", issued_on=effective.replace(year=effective.year - 1))
    plan = plan_with(issued, profile=Profile(review_months=12))

    assert found(plan) == ([Occasion.DUE] if due else [])


def test_contacts_nobody_verified_make_a_plan_stale():
    old = person("ann", verified_on=date(2026, 8, 1))

    (trigger,) = triggers(plan_with(old), Prepared(), TODAY)

    assert trigger == Trigger(Occasion.STALENESS, "Not verified for 90 days: Ann")
    assert found(plan_with(old, Upkeep(verify_every=365))) == []


def test_what_happened_comes_before_what_is_routine():
    issued = Version(rid("v"), "1.0", issued_on=date(2024, 1, 1))
    plan = plan_with(
        issued,
        person("ann"),
        Lesson(rid("e"), "x", "exercises/e"),
        Lesson(rid("a"), "x", "activations/a"),
        profile=Profile(review_months=12),
    )

    assert found(plan, drift(PROFILE), drift(drift_key(rid("gdpr")))) == [
        Occasion.INCIDENT,
        Occasion.EXERCISE,
        Occasion.REGULATION,
        Occasion.REORGANISATION,
        Occasion.DUE,
        Occasion.STALENESS,
    ]

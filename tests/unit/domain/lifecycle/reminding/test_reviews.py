from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.lifecycle.reminding.reminder import Subject
from app.domain.lifecycle.reminding.reviews import SHOWN_FOR, review_reminders
from app.domain.plan.acts import Act, Deed
from app.domain.plan.governance import Version
from app.domain.plan.profile import Profile
from app.domain.plan.sessions import Occasion, ReviewSession
from app.domain.plan.upkeep import Upkeep
from tests.builders import NOON, plan_with, rid

TODAY = NOON.date()
YEARLY = Profile(review_months=12, document_title="Cyber plan")
ISSUED = Version(rid("v1"), "1.0", issued_on=date(2026, 1, 1))


def found(*records, profile=YEARLY, today=TODAY):
    return {
        item.key: item for item in review_reminders(plan_with(*records, profile=profile), today)
    }


def act(key, deed, **fields):
    return Act(rid(key), deed, "1.0", "Anna", NOON, 1, "hash", **fields)


def test_a_review_has_two_dates():
    both = found(ISSUED)

    assert both["review-start"].due == date(2027, 1, 1) - timedelta(days=42)
    assert both["review-effective"].due == date(2027, 1, 1)
    assert both["review-start"].title == "Start the review of the Cyber plan"
    assert "2027-01-01" in both["review-start"].details


def test_the_plan_says_how_long_a_review_takes():
    assert found(ISSUED, Upkeep(start_before=10))["review-start"].due == date(2026, 12, 22)
    assert found(ISSUED, Upkeep(start_before=-5))["review-start"].due == date(2027, 1, 1)
    assert found(ISSUED, Upkeep(start_before=10**9))["review-start"].due == date.min


def test_a_plan_without_a_title_is_still_named():
    start = found(ISSUED, profile=Profile(review_months=12))["review-start"]

    assert start.title == "Start the review of the incident response plan"


def test_without_an_issue_or_an_interval_there_is_no_review():
    assert found() == {}
    assert found(ISSUED, profile=Profile()) == {}


def test_once_a_review_is_begun_only_its_end_is_ahead():
    session = ReviewSession(rid("s"), "Review", Occasion.DUE, NOON)

    assert list(found(ISSUED, session)) == ["review-effective"]
    assert list(found(ISSUED, act("a", Deed.SUBMITTED))) == ["review-effective"]
    closed = replace(session, closed_at=NOON)
    assert list(found(ISSUED, closed)) == ["review-start", "review-effective"]


EMERGENCY = act("a1", Deed.ISSUED_IN_EMERGENCY, due=date(2026, 12, 1))


def test_an_emergency_is_reviewed_afterwards():
    reminder = found(EMERGENCY)["afterwards-a1"]

    assert (reminder.due, reminder.subject) == (date(2026, 12, 1), Subject.AFTERWARDS)
    assert "1.0" in reminder.title


@pytest.mark.parametrize(
    "acts",
    [
        (EMERGENCY, act("a2", Deed.REVIEWED_AFTERWARDS)),
        (EMERGENCY, act("a2", Deed.WITHDRAWN)),
        (replace(EMERGENCY, due=None),),
        (act("a1", Deed.ISSUED),),
    ],
)
def test_no_review_afterwards_is_asked_for_once_it_is_held_or_needless(acts):
    assert found(*acts) == {}


SUPERSEDING = Version(rid("v2"), "1.1", issued_on=date(2026, 3, 31))
KEPT = Upkeep(kept_for=6)
OCTOBER = date(2026, 10, 1)


def test_a_superseded_version_is_kept_as_long_as_agreed():
    reminder = found(SUPERSEDING, ISSUED, KEPT, profile=Profile(), today=OCTOBER)["retention-v1"]

    assert reminder.due == date(2026, 9, 30)
    assert "1.0" in reminder.title
    assert "1.1" in reminder.details


def test_the_newest_version_is_always_kept_and_so_is_all_where_nothing_is_agreed():
    draft = Version(rid("d"), "2.0")
    keys = found(ISSUED, SUPERSEDING, draft, KEPT, profile=Profile(), today=OCTOBER)

    assert list(keys) == ["retention-v1"]
    assert found(ISSUED, SUPERSEDING, profile=Profile(), today=OCTOBER) == {}


def test_one_is_told_for_a_month_that_a_version_need_not_be_kept():
    last = date(2026, 9, 30) + timedelta(days=SHOWN_FOR)
    records = (ISSUED, SUPERSEDING, KEPT)

    assert found(*records, profile=Profile(), today=last)
    assert not found(*records, profile=Profile(), today=last + timedelta(days=1))


def test_versions_issued_on_one_day_are_told_apart():
    same = datetime(2026, 1, 1, tzinfo=UTC).date()
    versions = (Version(rid(key), "1", issued_on=same) for key in ("a", "b", "c"))

    assert set(found(*versions, Upkeep(kept_for=-3), profile=Profile(), today=same)) == {
        "retention-a",
        "retention-b",
    }

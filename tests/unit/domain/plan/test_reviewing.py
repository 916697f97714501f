from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.governance import Version
from app.domain.plan.profile import Profile
from app.domain.plan.reviewing import issue_days, months_after, next_review
from app.domain.plan.sessions import Occasion, ReviewSession, Verdict
from tests.builders import DATES, QUICK, plan_with, rid


def version(key, issued):
    return Version(rid(key), "1.0", issued_on=issued)


def session(key, closed, verdict=Verdict.NO_CHANGE, next_on=None):
    ten = time(10, tzinfo=UTC)
    closed_at = None if closed is None else datetime.combine(closed, ten)
    started = datetime(2026, 1, 1, tzinfo=UTC)
    return ReviewSession(
        rid(key),
        "Review",
        Occasion.DUE,
        started,
        closed_at=closed_at,
        verdict=verdict,
        next_on=next_on,
    )


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 21), 12, date(2027, 11, 21)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
        (date(9999, 1, 1), 12, date.max),
        (date(2026, 1, 1), 10**9, date.max),
    ],
)
def test_months_are_counted_on_the_calendar(start, months, end):
    assert months_after(start, months) == end


@QUICK
@given(DATES, st.integers(0, 2000))
def test_more_months_are_never_earlier(start, months):
    assert start <= months_after(start, months) <= months_after(start, months + 1)


def test_the_review_is_counted_from_the_last_issue():
    plan = plan_with(
        version("v2", date(2026, 3, 1)),
        version("v1", date(2025, 1, 1)),
        version("draft", None),
        profile=Profile(review_months=6),
    )

    assert next_review(plan) == date(2026, 9, 1)


def test_without_an_interval_or_an_issue_no_review_is_due():
    issued = version("v1", date(2026, 1, 1))

    assert next_review(plan_with(issued)) is None
    assert next_review(plan_with(profile=Profile(review_months=6))) is None
    assert next_review(plan_with(version("v1", None), profile=Profile(review_months=6))) is None


HALF_YEARLY = Profile(review_months=6)
ISSUE = version("v1", date(2026, 1, 1))


def due_after(*records, profile=HALF_YEARLY):
    return next_review(plan_with(*records, profile=profile))


def test_a_review_that_changed_nothing_starts_the_count_anew():
    assert due_after(ISSUE, session("s", date(2026, 6, 20))) == date(2026, 12, 20)


def test_the_day_that_such_a_review_states_goes_before_the_interval():
    stated = session("s", date(2026, 6, 20), next_on=date(2027, 3, 1))

    assert due_after(ISSUE, stated) == date(2027, 3, 1)
    assert due_after(ISSUE, stated, profile=Profile()) == date(2027, 3, 1)


def test_a_review_counts_though_nothing_was_ever_issued():
    assert due_after(session("s", date(2026, 6, 20))) == date(2026, 12, 20)


@pytest.mark.parametrize(
    "other",
    [
        session("open", None, verdict=None),
        session("new", date(2026, 6, 20), Verdict.NEW_VERSION),
        session("new", date(2026, 6, 20), Verdict.NEW_VERSION, date(2028, 1, 1)),
        session("before", date(2025, 12, 1), next_on=date(2030, 1, 1)),
    ],
)
def test_no_other_session_moves_the_day(other):
    assert due_after(ISSUE, other) == date(2026, 7, 1)


def test_a_later_review_without_a_day_or_an_interval_leaves_none():
    before = session("a", date(2026, 3, 1), next_on=date(2027, 1, 1))

    assert due_after(ISSUE, before, session("b", date(2026, 6, 1)), profile=Profile()) is None


def test_the_day_stated_by_the_session_that_led_to_a_version_holds_for_it():
    led = session("s", date(2026, 6, 20), Verdict.NEW_VERSION, date(2027, 5, 1))
    second = version("v2", date(2026, 7, 1))

    assert due_after(ISSUE, led, second) == date(2027, 5, 1)
    assert due_after(ISSUE, led, second, version("v3", date(2026, 8, 1))) == date(2027, 2, 1)


def test_a_stated_day_that_is_past_when_the_version_is_issued_does_not_count():
    led = session("s", date(2026, 6, 20), Verdict.NEW_VERSION, date(2026, 6, 30))

    assert due_after(ISSUE, led, version("v2", date(2026, 7, 1))) == date(2027, 1, 1)


def test_the_last_of_two_sessions_before_a_version_has_its_way():
    first = session("a", date(2026, 6, 10), Verdict.NEW_VERSION, date(2029, 1, 1))
    last = session("b", date(2026, 6, 20), Verdict.NEW_VERSION, date(2028, 1, 1))

    assert due_after(ISSUE, first, last, version("v2", date(2026, 7, 1))) == date(2028, 1, 1)


def test_issues_are_told_in_order():
    plan = plan_with(version("v2", date(2026, 3, 1)), version("d", None), ISSUE)

    assert issue_days(plan) == [date(2026, 1, 1), date(2026, 3, 1)]

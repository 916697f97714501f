from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.governance import Version
from app.domain.plan.profile import Profile
from app.domain.plan.reviewing import months_after, next_review
from tests.builders import DATES, QUICK, plan_with, rid


def version(key, issued):
    return Version(rid(key), "1.0", issued_on=issued)


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

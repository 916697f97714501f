import pytest
from hypothesis import given

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.span_order import least_minutes, most_minutes, surely_differ, surely_longer
from tests.builders import DURATIONS, QUICK

DAY = 24 * 60


def span(amount: int, unit: TimeUnit) -> Duration:
    return Duration(amount, unit)


@pytest.mark.parametrize(
    ("one", "least", "most"),
    [
        (span(90, TimeUnit.MINUTES), 90, 90),
        (span(2, TimeUnit.DAYS), 2 * DAY, 2 * DAY),
        (span(0, TimeUnit.WORKING_DAYS), 0, 0),
        (span(1, TimeUnit.WORKING_DAYS), 60, 5 * DAY),
        (span(6, TimeUnit.WORKING_DAYS), 5 * DAY + 60, 14 * DAY),
        (span(1, TimeUnit.MONTHS), 28 * DAY, 31 * DAY),
    ],
)
def test_a_span_lasts_between_its_least_and_its_most(one, least, most):
    assert (least_minutes(one), most_minutes(one)) == (least, most)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (span(61, TimeUnit.MINUTES), span(1, TimeUnit.HOURS)),
        (span(2, TimeUnit.MONTHS), span(1, TimeUnit.MONTHS)),
        (span(2, TimeUnit.WORKING_DAYS), span(1, TimeUnit.WORKING_DAYS)),
        (span(32, TimeUnit.DAYS), span(1, TimeUnit.MONTHS)),
        (span(10, TimeUnit.DAYS), span(1, TimeUnit.WORKING_DAYS)),
    ],
)
def test_one_is_longer_whatever_the_calendar(one, other):
    assert surely_longer(one, other)
    assert not surely_longer(other, one)
    assert surely_differ(one, other)
    assert surely_differ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (span(24, TimeUnit.HOURS), span(1, TimeUnit.DAYS)),
        (span(30, TimeUnit.DAYS), span(1, TimeUnit.MONTHS)),
        (span(24, TimeUnit.HOURS), span(1, TimeUnit.WORKING_DAYS)),
        (span(3, TimeUnit.DAYS), span(1, TimeUnit.WORKING_DAYS)),
    ],
)
def test_what_may_be_the_same_time_does_not_differ(one, other):
    assert not surely_differ(one, other)
    assert not surely_differ(other, one)


@QUICK
@given(DURATIONS, DURATIONS)
def test_two_spans_are_never_each_longer_than_the_other(one, other):
    assert not (surely_longer(one, other) and surely_longer(other, one))
    assert least_minutes(one) <= most_minutes(one)

import pytest

from app.domain.judgement.elements.element import Answered, Bounds, Element, Says
from app.domain.plan.durations import Duration, TimeUnit

WORDS = Says(("scope",), (("cloud",),))


def test_words_alone_are_not_structure():
    assert not Element("a", "a thing", "scope", (WORDS,)).structural


def test_one_test_of_data_is():
    assert Element("a", "a thing", "scope", (WORDS, Answered(("why",)))).structural


DAY, WEEK = Duration(24, TimeUnit.HOURS), Duration(7, TimeUnit.DAYS)


@pytest.mark.parametrize(
    ("bounds", "value", "expected"),
    [
        (Bounds(), DAY, True),
        (Bounds(most=DAY), Duration(1, TimeUnit.DAYS), True),
        (Bounds(most=DAY), Duration(25, TimeUnit.HOURS), False),
        (Bounds(least=DAY), Duration(23, TimeUnit.HOURS), False),
        (Bounds(least=DAY), WEEK, True),
        (Bounds(DAY, WEEK), Duration(1, TimeUnit.MONTHS), False),
        (Bounds(), "24 hours", False),
        (Bounds(), None, False),
    ],
)
def test_a_span_of_time_is_within_its_limits(bounds, value, expected):
    assert bounds.hold(value) is expected

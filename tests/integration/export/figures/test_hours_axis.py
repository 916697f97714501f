from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.figures.hours_axis import DAY, HoursAxis
from app.export.figures.measure import text_width
from tests.builders import QUICK
from tests.labels import ENGLISH

SPANS = st.floats(DAY, 1e9)


def words(axis):
    return [tick.text for tick in axis.ticks(7.0, ENGLISH)]


def test_a_month_shows_the_hours_that_matter():
    assert words(HoursAxis(240.0, 30 * DAY)) == [
        "0",
        "1 h",
        "4 h",
        "12 h",
        "24 h",
        "3 days",
        "7 days",
        "30 days",
    ]


def test_a_day_ends_in_its_last_hour():
    axis = HoursAxis(240.0, DAY)

    assert words(axis)[-1] == "24 h"
    assert axis.ticks(7.0, ENGLISH)[-1].x == pytest.approx(240.0)


def test_early_hours_take_more_room_than_late_ones():
    axis = HoursAxis(240.0, 30 * DAY)

    assert axis.x(4) - axis.x(0) > axis.x(72) - axis.x(24) > axis.x(720) - axis.x(600)
    assert axis.x(4) > 40.0


@QUICK
@given(SPANS, st.lists(st.floats(-10, 1e10), min_size=2))
def test_places_follow_the_hours_and_stay_on_the_axis(last, hours):
    axis = HoursAxis(200.0, last)

    places = [axis.x(hour) for hour in sorted(hours)]

    assert places == sorted(places)
    assert 0.0 <= places[0] <= places[-1] <= 200.0


@QUICK
@given(SPANS, st.floats(80.0, 400.0), st.floats(5.0, 12.0))
def test_the_words_of_ticks_never_touch(last, width, size):
    ticks = HoursAxis(width, last).ticks(size, ENGLISH)

    edges = [(tick.x, text_width(tick.text, size) / 2) for tick in ticks]
    for (left, half), (right, other) in pairwise(edges):
        assert left + half < right - other


def test_less_than_a_day_is_no_axis():
    with pytest.raises(ValueError, match="shorter than a day"):
        HoursAxis(200.0, 4.0)

"""Lanes, marks and the axis of the timeline."""

from datetime import datetime, timedelta

import pytest

from app.domain.judgement.deadlines.engine import deadlines
from app.domain.judgement.deadlines.results import Deadline
from app.domain.judgement.regimes import ClockStart
from tests.unit.domain.judgement.deadlines.clocks import aware, case, regime, step, utc
from ui.models.timeline_marks import DAY, HOUR, STEPS, Axis, axis_of, lanes, tick_text

AWARE = "2026-11-20 12:00"
START = utc(AWARE)
FOUND = deadlines(
    regime(
        step("late", "30 days"),
        step("soon", "4 hours"),
        step("quiet", "7 days", embargo=True),
        step("next", "72 hours", clock_start=ClockStart.PREVIOUS_SUBMISSION, after="soon"),
        step("open"),
    ),
    aware(AWARE),
)


def axis_there_is(found: tuple[Deadline, ...], now: datetime) -> Axis:
    axis = axis_of(found, now)
    assert axis is not None
    return axis


def test_the_axis_reaches_from_the_first_start_to_the_last_notice():
    axis = axis_there_is(FOUND, START)

    assert axis.start == START
    assert axis.end == max(item.result.at for item in FOUND if hasattr(item.result, "at"))


def test_the_axis_reaches_as_far_as_now():
    late = START + timedelta(days=90)

    assert axis_there_is(FOUND, late).end == late
    assert axis_there_is(FOUND, START - DAY).start == START


def test_without_any_time_there_is_no_axis():
    assert axis_of(deadlines(regime(step(within="1 hour")), case()), START) is None
    assert lanes(deadlines(regime(step(within="1 hour")), case()), START) == ()


def test_an_axis_is_never_of_no_length():
    at_once = deadlines(regime(step(within="0")), aware(AWARE))

    axis = axis_there_is(at_once, START)

    assert axis.end == START + 4 * HOUR
    assert axis.share(START) == 0.0


def test_early_hours_take_more_room_and_order_is_kept():
    axis = Axis(START, START + 30 * DAY)
    shares = [axis.share(START + span) for span in STEPS]

    assert shares == sorted(shares)
    assert axis.share(START + 4 * HOUR) > 0.2
    assert (axis.share(START - DAY), axis.share(START + 60 * DAY)) == (0.0, 1.0)


def test_ticks_end_with_the_axis():
    words = [text for _, text in Axis(START, START + 7 * DAY).ticks()]

    assert words == ["0", "1 h", "4 h", "12 h", "1 d", "3 d", "7 d"]


@pytest.mark.parametrize(
    ("span", "words"), [(HOUR, "1 h"), (DAY, "1 d"), (365 * DAY, "1 y"), (1095 * DAY, "3 y")]
)
def test_a_tick_is_told_in_one_unit(span, words):
    assert tick_text(span) == words


def test_a_lane_holds_the_notices_of_a_duty_by_time():
    (lane,) = lanes(FOUND, START)

    assert lane.name == "The law"
    assert [mark.name.partition(":")[0] for mark in lane.marks] == ["Soon", "Next", "Quiet", "Late"]
    assert [mark.embargo for mark in lane.marks] == [False, False, True, False]
    assert [mark.projected for mark in lane.marks] == [False, True, False, False]
    assert lane.marks[0].label == "20 Nov 17:00"


def test_urgency_is_told_by_picture_and_words():
    (lane,) = lanes(FOUND, START + 5 * HOUR)

    soon, _, quiet, late = lane.marks
    assert (soon.picture, quiet.picture, late.picture) == ("circle-alert", "hourglass", "clock")
    assert soon.name.endswith("1 h overdue")

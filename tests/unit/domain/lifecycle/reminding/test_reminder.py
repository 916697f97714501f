from datetime import date, timedelta

import pytest

from app.domain.lifecycle.reminding.reminder import Reminder, Stage, Subject

DAY = date(2026, 11, 21)
REMINDER = Reminder("key", Subject.ACTION, DAY, "Do it")


@pytest.mark.parametrize(
    ("days_before", "stage"),
    [
        (15, Stage.AHEAD),
        (14, Stage.SOON),
        (1, Stage.SOON),
        (0, Stage.DUE),
        (-1, Stage.OVERDUE),
        (-400, Stage.OVERDUE),
    ],
)
def test_a_day_draws_near_comes_and_passes(days_before, stage):
    assert REMINDER.stage(DAY - timedelta(days=days_before), 14) is stage


def test_without_a_warning_nothing_is_soon():
    assert REMINDER.stage(DAY - timedelta(days=1), 0) is Stage.AHEAD


def test_a_moved_reminder_is_due_on_the_day_it_moved_to():
    moved = Reminder("key", Subject.ACTION, DAY, "Do it", moved=DAY + timedelta(days=2))

    assert (moved.due, moved.on) == (DAY, DAY + timedelta(days=2))
    assert moved.stage(DAY, 0) is Stage.AHEAD
    assert moved.stage(moved.on, 0) is Stage.DUE


def test_a_warning_beyond_the_calendar_is_soon():
    assert REMINDER.stage(DAY - timedelta(days=9), 10**9) is Stage.SOON


def test_only_what_is_due_or_overdue_presses():
    assert [stage.pressing for stage in Stage] == [False, False, True, True]

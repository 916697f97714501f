"""What the open plan reminds of, as the window learns of it."""

from datetime import date, timedelta

import pytest

from app.domain.plan.changes import put
from app.domain.plan.governance import Action
from app.domain.plan.ids import RecordId
from tests.ui.fakes import FakeClock
from ui.bridge.desk import Desk
from ui.bridge.due import DueWatch, count_text

RADIOS = Action(RecordId("radios"), "Buy radios", due=date(2026, 11, 23))


@pytest.fixture
def due(desk):
    return DueWatch(desk, desk)


@pytest.fixture
def opened(qtbot, due, desk, tmp_path):
    """A plan that was just opened."""
    with qtbot.waitSignal(due.changed):
        desk.open_sample()
    return desk.bridge


def test_a_plan_is_looked_at_after_it_is_opened(due, opened):
    assert due.watch.plan == opened.plan.id
    assert due.count == len(due.watch.pressing)


def test_an_edit_is_noticed_and_an_undo_too(qtbot, due, opened):
    before = due.count

    with qtbot.waitSignal(due.changed):
        opened.apply((put(opened.plan, RADIOS),), "Action")
    assert due.count == before + 1
    with qtbot.waitSignal(due.changed):
        opened.undo()
    assert due.count == before


def test_an_edit_that_changes_no_date_is_not_told_of(qtbot, due, opened):
    with qtbot.assertNotEmitted(due.changed):
        due.look()


def test_a_new_day_is_noticed(qtbot, due, opened, desk):
    clock = desk.workshop.clock
    assert isinstance(clock, FakeClock)
    clock.moment += timedelta(days=500)

    with qtbot.waitSignal(due.changed):
        due.look()

    assert due.count > 0


def test_nothing_waits_once_the_plan_is_closed(qtbot, due, opened, desk):
    with qtbot.waitSignal(due.changed) as told:
        desk.close()

    assert told.args == [None]
    assert due.count == 0
    due.look()
    assert due.watch is None


def test_a_plan_that_is_open_already_is_looked_at_as_well(qtbot, shop):
    desk = Desk(shop)
    desk.open_sample()

    due = DueWatch(desk, desk)
    qtbot.waitSignal(due.changed).wait()

    assert due.watch is not None
    desk.abandon()


def test_counts_are_said_in_words():
    assert [count_text(count) for count in (0, 1, 2)] == [
        "nothing is due",
        "1 reminder is due",
        "2 reminders are due",
    ]

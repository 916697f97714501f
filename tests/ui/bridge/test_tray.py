"""Reminders in the tray; the tray itself is only pretended, since tests have no desktop."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.domain.plan.ids import RecordId
from app.services.reminding.watching import Watch
from tests.ui.fakes import TODAY
from ui.bridge.due import DueWatch
from ui.bridge.tray import ReminderTray
from ui.widgets.icons import icon


class FakeIcon(QObject):
    """Remembers what it was asked."""

    activated = Signal(QSystemTrayIcon.ActivationReason)
    messageClicked = Signal()  # noqa: N815 - Qt's name
    ActivationReason = QSystemTrayIcon.ActivationReason
    there = True

    def __init__(self, parent):
        super().__init__(parent)
        self.messages = []
        self.tip = ""
        self.shown = False

    @classmethod
    def isSystemTrayAvailable(cls):  # noqa: N802 - Qt's name
        return cls.there

    def setIcon(self, icon):  # noqa: N802 - Qt's name
        self.picture = icon

    def icon(self):
        return self.picture

    def setToolTip(self, tip):  # noqa: N802 - Qt's name
        self.tip = tip

    def showMessage(self, title, text, icon, msecs):  # noqa: N802 - Qt's name
        self.messages.append(text)

    def show(self):
        self.shown = True

    def hide(self):
        self.shown = False


@pytest.fixture
def due(desk):
    return DueWatch(desk, desk)


@pytest.fixture
def tray(desk, due, monkeypatch):
    monkeypatch.setattr("ui.bridge.tray.QSystemTrayIcon", FakeIcon)
    monkeypatch.setattr(FakeIcon, "there", True)
    return ReminderTray(desk, due, icon, desk)


def watch(count):
    actions = (Reminder(f"a{at}", Subject.ACTION, TODAY, f"Do {at}") for at in range(count))
    return Watch(RecordId("plan"), "", TODAY, 14, tuple(actions))


def shown(tray):
    return tray.icon


def tell(due, count):
    due.watch = watch(count)
    due.changed.emit(due.watch)


def choose(desk, *, tray):
    desk.change_settings(replace(desk.settings, tray=tray))


def test_there_is_no_icon_unless_it_is_chosen(tray, due):
    tell(due, 2)

    assert tray.icon is None


def test_the_icon_counts_and_names_what_is_due(tray, due, desk):
    choose(desk, tray=True)
    tell(due, 2)

    assert tray.icon.shown
    assert tray.icon.tip == "irplan: 2 reminders are due"
    assert tray.icon.messages == ["2 reminders are due\nDo 0\nDo 1"]


def test_a_message_comes_only_when_there_is_more_to_do(tray, due, desk):
    choose(desk, tray=True)
    for count in (0, 1, 1, 0, 1):
        tell(due, count)

    assert len(tray.icon.messages) == 2


def test_the_icon_goes_with_the_plan_and_with_the_wish(tray, due, desk):
    choose(desk, tray=True)
    tell(due, 1)
    due.watch = None
    due.changed.emit(None)
    assert shown(tray) is None

    tell(due, 1)
    assert shown(tray) is not None
    choose(desk, tray=False)
    assert shown(tray) is None


def test_a_desktop_without_a_tray_has_none(tray, due, desk, monkeypatch):
    monkeypatch.setattr(FakeIcon, "there", False)
    choose(desk, tray=True)

    tell(due, 1)

    assert tray.icon is None


def test_a_click_asks_for_the_window(qtbot, tray, due, desk):
    choose(desk, tray=True)
    tell(due, 1)
    reasons = QSystemTrayIcon.ActivationReason

    with qtbot.waitSignal(tray.opened):
        tray.icon.activated.emit(reasons.Trigger)
    with qtbot.waitSignal(tray.opened):
        tray.icon.messageClicked.emit()
    with qtbot.assertNotEmitted(tray.opened):
        tray.icon.activated.emit(reasons.Context)

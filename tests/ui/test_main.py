"""Start-up."""

import faulthandler
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import workshop
from app.domain.interview.drafting import AnswerSheet
from app.logs import stop_logging
from app.paths import AppPaths
from ui import main as start
from ui.bridge.single_instance import SingleInstance
from ui.main_window import MainWindow


@pytest.fixture
def home(qapp, tmp_path, monkeypatch):
    """A person's folders, and every process-wide hook put back afterwards."""
    monkeypatch.setenv("IRPLAN_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(start, "log_qt_messages", lambda: None)
    monkeypatch.setattr(faulthandler, "enable", lambda file: file.close())
    yield tmp_path
    stop_logging()
    take_up_what_still_asks_to_quit(qapp)


def take_up_what_still_asks_to_quit(app):
    """A window that goes after the end asks once more; every later wait would end at once."""
    QTimer.singleShot(50, app.quit)
    app.exec()
    QCoreApplication.removePostedEvents(app, QEvent.Type.Quit.value)


def test_the_window_opens_and_the_program_ends_well(home):
    seen = []

    def look():
        seen.append(window())
        QApplication.quit()

    QTimer.singleShot(300, look)

    assert start.main([]) == 0

    assert seen[0] is not None
    assert (home / "logs" / "irplan.log").exists()


def test_a_plan_named_at_the_start_is_opened(home):
    path = home / "ours.irplan"
    made = workshop(AppPaths.below(home)).create(path, "combined", AnswerSheet())
    made.close()
    seen = []

    def look():
        shown = window()
        if shown is None or shown.desk.bridge is None:
            QTimer.singleShot(100, look)
            return
        seen.append(shown.desk.path)
        shown.close()

    QTimer.singleShot(100, look)

    assert start.main([str(path)]) == 0
    assert seen == [path]


def test_a_second_start_hands_its_plan_to_the_first(qtbot, home):
    first = SingleInstance(AppPaths.of_user().state)
    first.claim()
    first.listen()

    with qtbot.waitSignal(first.asked) as asked:
        assert start.main([str(home / "ours.irplan")]) == 0

    assert asked.args == [str(home / "ours.irplan")]
    first.release()


def window():
    found = [item for item in QApplication.topLevelWidgets() if isinstance(item, MainWindow)]
    return next((item for item in found if item.isVisible()), None)

"""What is opened from anywhere."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.commenting.edits import Remark, answered, commented
from tests.ui.screenshots.waiting import settle
from ui.dialogs.palette import CommandPalette
from ui.main_window import MainWindow
from ui.widgets.find_bar import FindBar

ASKED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def palette(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.navigate("overview")
    button = window.findChild(QPushButton, "search_button")
    assert button is not None
    button.click()
    shown = window.findChild(CommandPalette)
    assert shown is not None
    QTest.keyClicks(shown.field, "sev")
    settle()
    yield "palette", window
    shown.close_palette()


def found(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.navigate("section:contacts")
    window.navigate("find")
    bar = window.findChild(FindBar)
    assert bar is not None
    QTest.keyClicks(bar.field, "contact")
    settle()
    yield "find", window
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)


def comments(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What two people say of a section, and where the section tells of it."""
    bridge = window.desk.bridge
    assert bridge is not None
    asked = Remark("Anna Keller", "Does this hold for the clinics that joined in September?", ASKED)
    bridge.apply(commented(bridge.plan, Kind.SECTION, RecordId("purpose"), asked), "Comment")
    first = bridge.plan.comments.all()[-1]
    said = Remark("Daniel Okafor", "It does. I will add their names.", ASKED + timedelta(hours=1))
    bridge.apply(answered(bridge.plan, first, said), "Answer")
    window.navigate("section:purpose")
    settle(200)
    yield "section-comments", window
    yield from dialog(window, "comments", partial(window.navigate, "comment"))
    bridge.undo()
    bridge.undo()


def dialog(
    window: MainWindow, name: str, show: Callable[[], None]
) -> Iterator[tuple[str, QWidget]]:
    show()
    settle()
    shown = window.doors.dialog("guide" if name == "help" else name)
    assert isinstance(shown, QDialog)
    yield f"dialog-{name}", shown
    shown.reject()
    settle()

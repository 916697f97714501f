"""Driving the guided start by its keys."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPlainTextEdit, QRadioButton

from ui.pages.interview import InterviewPage
from ui.pages.interview.question_row import QuestionRow

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOST_TABS = 40


def page_of(qtbot, host, desk, width=1216):
    """A page over the open plan."""
    made = InterviewPage(desk.bridge, desk, host)
    host.resize(width, 840)
    made.resize(width, 840)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    made.begin()
    return made


def rows(page):
    """The rows of the questions that are asked, by their ids, in order."""
    found = page.asking.findChildren(QuestionRow)
    return {str(row.question.id): row for row in found if not row.isHidden()}


def focused_question():
    """The id of the question in which the keyboard is; blank for none."""
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, QuestionRow):
        widget = widget.parentWidget()
    return "" if widget is None else str(widget.question.id)


def focused() -> Any:
    """The widget in which the keyboard is."""
    return QApplication.focusWidget()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(), key, modifier)


def tab_until(reached):
    """Press Tab until `reached` says so."""
    for _ in range(MOST_TABS):
        if reached():
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"not reached with Tab; the keyboard is in {QApplication.focusWidget()}")


def give(value):
    """Answer the question in which the keyboard is."""
    widget = focused()
    if isinstance(widget, QComboBox):
        while widget.currentData() != value:
            press(Qt.Key.Key_Down)
    elif isinstance(widget, QRadioButton):
        word = "Yes" if value else "No"
        while focused().text() != word:
            press(Qt.Key.Key_Left)
        press(Qt.Key.Key_Space)
    elif isinstance(widget, QCheckBox):
        tick(value)
    else:
        lines = value if isinstance(value, tuple) else (str(value),)
        assert isinstance(widget, QPlainTextEdit) or len(lines) == 1
        for at, line in enumerate(lines):
            if at:
                press(Qt.Key.Key_Return)
            QTest.keyClicks(widget, line)


def tick(values):
    """Tick the boxes of `values`, which may come in any order, with Tab and Space."""
    name = focused_question()
    left = {f"{name}={value}" for value in values}
    while left:
        box = focused()
        if box.objectName() in left:
            press(Qt.Key.Key_Space)
            left.discard(box.objectName())
        if left:
            press(Qt.Key.Key_Tab)
            assert focused_question() == name, left

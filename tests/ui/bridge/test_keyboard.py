"""Keyboard manners."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.bridge.keyboard import KeyboardManners


@pytest.fixture
def manners(themed):
    made = KeyboardManners()
    themed.installEventFilter(made)
    yield made
    themed.removeEventFilter(made)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize(("keys", "key"), [("Ctrl+Z", Qt.Key.Key_Z), ("Ctrl+Y", Qt.Key.Key_Y)])
def test_undo_and_redo_in_a_text_widget_reach_the_window(qtbot, manners, kind, keys, key):
    window, field = QMainWindow(), kind()
    window.setCentralWidget(field)
    qtbot.addWidget(window)
    action = QAction(window)
    action.setShortcut(QKeySequence(keys))
    window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    qtbot.keyClicks(field, "abc")

    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)


def test_only_focus_by_key_is_marked(qtbot, manners):
    host, first, second = QWidget(), QLineEdit(), QLineEdit()
    layout = QVBoxLayout(host)
    layout.addWidget(first)
    layout.addWidget(second)
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()

    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClick(first, Qt.Key.Key_Tab)

    assert first.property("kb") != "true"
    assert second.property("kb") == "true"


def test_focus_that_the_program_moves_is_marked_for_those_who_pressed_a_key_last(qtbot, manners):
    host, leads, led = QWidget(), QPushButton("Go"), QPushButton("There")
    layout = QVBoxLayout(host)
    layout.addWidget(leads)
    layout.addWidget(led)
    leads.clicked.connect(led.setFocus)
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()

    leads.setFocus()
    qtbot.mouseClick(leads, Qt.MouseButton.LeftButton)
    assert led.hasFocus()
    assert led.property("kb") != "true"

    leads.setFocus()
    qtbot.keyClick(leads, Qt.Key.Key_Space)
    assert led.hasFocus()
    assert led.property("kb") == "true"


def test_focus_stays_marked_when_the_window_comes_back(qtbot, manners):
    host, field, other = QWidget(), QPushButton("Go"), QWidget()
    QVBoxLayout(host).addWidget(field)
    for window in (host, other):
        qtbot.addWidget(window)
    with qtbot.waitActive(host):
        host.show()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(field, Qt.Key.Key_A)

    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    with qtbot.waitActive(host):
        host.activateWindow()

    assert field.hasFocus()
    assert field.property("kb") == "true"

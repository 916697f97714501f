"""Holds a review session in the window as people do, with keys and clicks."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.domain.plan.kinds import Kind
from app.domain.plan.sessions import AgendaItem, Choice, ReviewSession
from ui.dialogs.record.dialog import RecordDialog
from ui.dialogs.session.start_dialog import StartDialog
from ui.dialogs.session.window import SessionWindow
from ui.main_window import MainWindow
from ui.models.record_facts import subject_of
from ui.models.record_form import EDITABLE
from ui.pages.reviews import ReviewsPage

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier

W = TypeVar("W", bound=QWidget)


class Driver:
    """Knows the main window; the session's own window while one is open."""

    def __init__(self, qtbot, main: MainWindow) -> None:
        self.qtbot = qtbot
        self.main = main

    @property
    def page(self) -> ReviewsPage:
        assert self.main.desk.bridge is not None
        found = [
            one
            for one in self.main.findChildren(ReviewsPage)
            if one.bridge is self.main.desk.bridge
        ]
        assert len(found) == 1
        return found[0]

    @property
    def window(self) -> SessionWindow:
        window = self.page.sessions.window
        assert window is not None
        return window

    @property
    def session(self) -> ReviewSession:
        return self.window.edits.session

    @property
    def item(self) -> AgendaItem:
        return self.window.walk.item.item

    def find(self, where: QWidget, kind: type[W], name: str) -> W:
        found = where.findChild(kind, name)
        assert found is not None, name
        return found

    def click(self, where: QWidget, name: str) -> None:
        widget = self.find(where, QAbstractButton, name)
        assert widget.isVisible(), name
        assert widget.isEnabled(), name
        QTest.mouseClick(widget, LEFT)

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keyboard is in the session's window."""
        focused = self.window.focusWidget()
        QTest.keyClick(self.window if focused is None else focused, key, modifier)

    def text(self, name: str) -> str:
        return self.find(self.window, QLabel, name).text()

    def start(self, title: str, chair: str, secretary: str) -> None:
        self.click(self.page, "review_start")
        dialog = self.page.findChild(StartDialog)
        assert dialog is not None
        field = self.find(dialog, QLineEdit, "statement_title")
        field.selectAll()
        QTest.keyClicks(field, title)
        for name, person in (("chair", chair), ("secretary", secretary)):
            entry = self.find(dialog, QComboBox, f"statement_{name}").lineEdit()
            assert entry is not None
            entry.selectAll()
            QTest.keyClicks(entry, person)
        QTest.mouseClick(self.find(dialog, QPushButton, "statement_keep"), LEFT)
        self.wait_for_window()

    def resume(self) -> None:
        self.click(self.page, "review_resume")
        self.wait_for_window()

    def wait_for_window(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.sessions.window is not None)
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def tick_present(self, *numbers: int) -> None:
        for number in numbers:
            box = self.find(self.window, QCheckBox, f"present_{number}")
            box.setFocus()
            QTest.keyClick(box, Qt.Key.Key_Space)

    def write_note(self, text: str) -> None:
        field = self.find(self.window, QPlainTextEdit, "decision_note")
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def give_action(self, text: str, owner: str, due: str) -> None:
        """Choose an action and say it all with the keyboard alone."""
        self.press(Qt.Key.Key_3)
        note = self.find(self.window, QPlainTextEdit, "decision_note")
        assert note.hasFocus()
        QTest.keyClicks(note, text)
        QTest.keyClick(note, Qt.Key.Key_Tab)
        entry = self.find(self.window, QComboBox, "decision_owner").lineEdit()
        assert entry is not None
        assert QApplication.focusWidget() in (entry, entry.parentWidget())
        QTest.keyClicks(entry, owner)
        QTest.keyClick(entry, Qt.Key.Key_Tab)
        day = self.find(self.window, QLineEdit, "decision_due")
        assert day.hasFocus()
        day.selectAll()
        QTest.keyClicks(day, due)
        QTest.keyClick(day, Qt.Key.Key_Return)

    def change(self, note: str) -> None:
        """Choose a change; leave what it opens as it is, and come back."""
        found = subject_of(self.window.edits.plan, self.item.about)
        self.press(Qt.Key.Key_2)
        if found is not None and found[0] in EDITABLE:
            self.close_record()
        elif found is not None and found[0] in (Kind.SECTION, Kind.ANSWER, Kind.CELL):
            assert not self.page_window_visible()
            self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.main)
            self.click(self.main, "session_return")
            self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.write_note(note)
        field = self.find(self.window, QPlainTextEdit, "decision_note")
        QTest.keyClick(field, Qt.Key.Key_Return)

    def page_window_visible(self) -> bool:
        return any(window.isVisible() for window in self.main.findChildren(SessionWindow))

    def record(self) -> RecordDialog:
        (dialog,) = [one for one in self.window.findChildren(RecordDialog) if one.isVisible()]
        return dialog

    def close_record(self) -> None:
        QTest.mouseClick(self.find(self.record(), QPushButton, "record_ok"), LEFT)

    def go_on_to(self, key: str) -> None:
        """Go on past what is decided already."""
        while self.item.key != key:
            assert self.item.choice is not Choice.OPEN
            self.press(Qt.Key.Key_Right)

    def decide(self, choice: Choice, at: int) -> None:
        """Decide the item shown and go on to the next stop."""
        match choice:
            case Choice.KEEP:
                self.press(Qt.Key.Key_K)
                self.press(Qt.Key.Key_Right)
            case Choice.CHANGE:
                self.change(f"Wording of item {at}")
            case Choice.ACTION:
                self.give_action(f"Mend item {at}", "Sofia Lindqvist", "2027-01-15")
            case Choice.NOT_APPLICABLE:
                self.press(Qt.Key.Key_4)
                note = self.find(self.window, QPlainTextEdit, "decision_note")
                QTest.keyClicks(note, f"None of our business {at}")
                QTest.keyClick(note, Qt.Key.Key_Return)
            case Choice.OPEN:
                self.press(Qt.Key.Key_Right)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        (found,) = [one for one in self.page.findChildren(kind) if one.isVisible()]
        return found

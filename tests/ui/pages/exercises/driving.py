"""Uses the exercises page as a person does."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from ui.models.cells import CELL_ROLE
from ui.pages.exercises.page import ExercisesPage

EXERCISES, INCIDENTS, LESSONS, HEAT = range(4)
LEFT = Qt.MouseButton.LeftButton

W = TypeVar("W", bound=QWidget)


class Driver:
    """Finds controls by name, clicks and types."""

    def __init__(self, page: ExercisesPage) -> None:
        self.page = page

    @property
    def plan(self):
        return self.page.bridge.plan

    @property
    def dialog(self) -> QDialog:
        found = self.page.dialog or self.page.lessons.dialog
        assert found is not None
        return found

    def find(self, kind: type[W], name: str, among: QWidget | None = None) -> W:
        found = (among or self.page).findChild(kind, name)
        assert found is not None, name
        return found

    def turn_to(self, tab: int) -> None:
        bar = self.page.tabs.tabBar()
        QTest.mouseClick(bar, LEFT, pos=bar.tabRect(tab).center())
        assert self.page.tabs.currentIndex() == tab

    def click(self, name: str, among: QWidget | None = None) -> None:
        widget = self.find(QPushButton, name, among)
        assert widget.isVisible(), name
        assert widget.isEnabled(), name
        QTest.mouseClick(widget, LEFT)

    def visible(self, name: str) -> bool:
        return self.find(QPushButton, name).isVisible()

    def enabled(self, name: str) -> bool:
        return self.find(QPushButton, name).isEnabled()

    def text(self, name: str, among: QWidget | None = None) -> str:
        return self.find(QLabel, name, among).text()

    def write(self, name: str, text: str, among: QWidget | None = None) -> None:
        among = among or self.dialog
        box = among.findChild(QComboBox, name)
        if box is not None:  # typed letters would open a list, which this platform cannot
            box.setEditText(text)
            return
        line = among.findChild(QLineEdit, name)
        if line is not None:
            line.setFocus()
            line.selectAll()
            QTest.keyClicks(line, text) if text else QTest.keyClick(line, Qt.Key.Key_Delete)
            return
        area = self.find(QPlainTextEdit, name, among)
        area.selectAll()
        area.insertPlainText(text)

    def tick(self, name: str, *texts: str, among: QWidget | None = None) -> None:
        """Tick entries with the keyboard."""
        found = self.find(QListWidget, name, among or self.dialog)
        for text in texts:
            (item,) = found.findItems(text, Qt.MatchFlag.MatchContains)
            found.setCurrentItem(item)
            QTest.keyClick(found, Qt.Key.Key_Space)
            assert item.checkState() is Qt.CheckState.Checked, text

    def entries(self, name: str, among: QWidget | None = None) -> list[str]:
        found = self.find(QListWidget, name, among or self.dialog)
        return [found.item(at).text() for at in range(found.count())]

    def rows(self, name: str) -> list[list[str]]:
        model = self.find(QTableView, name).model()
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def cell(self, name: str, row: int, column: int):
        return self.find(QTableView, name).model().index(row, column).data(CELL_ROLE)

    def choose(self, name: str, title: str) -> None:
        """Click the row that has `title` in one of its cells."""
        table = self.find(QTableView, name)
        at = next(row for row, texts in enumerate(self.rows(name)) if title in texts)
        table.scrollTo(table.model().index(at, 0))
        place = table.visualRect(table.model().index(at, 0)).center()
        QTest.mouseClick(table.viewport(), LEFT, pos=place)

"""Uses the notifications page as a person does."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QWidget

from ui.models.cells import CELL_ROLE
from ui.pages.notifications.page import NotificationsPage
from ui.pages.notifications.reason_dialog import ReasonDialog

PROPOSED, ADOPTED, CLOCKS, DECISIONS = range(4)
LEFT = Qt.MouseButton.LeftButton

W = TypeVar("W", bound=QWidget)


class Driver:
    """Finds controls by name, clicks and types."""

    def __init__(self, page: NotificationsPage) -> None:
        self.page = page

    @property
    def plan(self):
        return self.page.bridge.plan

    def find(self, kind: type[W], name: str) -> W:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def turn_to(self, tab: int) -> None:
        bar = self.page.tabs.tabBar()
        QTest.mouseClick(bar, LEFT, pos=bar.tabRect(tab).center())
        assert self.page.tabs.currentIndex() == tab

    def click(self, name: str, kind: type[QWidget] = QPushButton) -> None:
        widget = self.find(kind, name)
        assert widget.isVisible() and widget.isEnabled(), name  # noqa: PT018
        QTest.mouseClick(widget, LEFT)

    def write(self, name: str, text: str) -> None:
        field = self.find(QLineEdit, name)
        field.selectAll()
        QTest.keyClicks(field, text)

    def visible(self, name: str, kind: type[QWidget] = QPushButton) -> bool:
        return self.find(kind, name).isVisible()

    def text(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def regimes(self) -> list[str]:
        model = self.page.proposed.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def choose_regimes(self, *names: str) -> None:
        """The first by a click, the others with Ctrl held."""
        view = self.page.proposed.list
        for at, name in enumerate(names):
            index = view.model().index(self.regimes().index(name), 0)
            view.scrollTo(index)
            held = Qt.KeyboardModifier.ControlModifier if at else Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(view.viewport(), LEFT, held, view.visualRect(index).center())

    def rows(self, name: str) -> list[list[str]]:
        """The texts of a table, row by row."""
        model = self.find(QTableView, name).model()
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def cell(self, name: str, row: int, column: int):
        return self.find(QTableView, name).model().index(row, column).data(CELL_ROLE)

    def choose_row(self, name: str, title: str) -> None:
        """Click the row that has `title` in one of its cells."""
        table = self.find(QTableView, name)
        at = next(row for row, texts in enumerate(self.rows(name)) if title in texts)
        table.scrollTo(table.model().index(at, 0))
        place = table.visualRect(table.model().index(at, 0)).center()
        QTest.mouseClick(table.viewport(), LEFT, pos=place)

    def give_reason(self, reason: str) -> None:
        dialog = self.page.findChild(ReasonDialog)
        assert dialog is not None
        field = dialog.findChild(QLineEdit, "reason_text")
        keep = dialog.findChild(QPushButton, "reason_keep")
        assert field is not None
        assert keep is not None
        QTest.keyClicks(field, reason)
        QTest.mouseClick(keep, LEFT)

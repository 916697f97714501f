"""Uses the coverage page as a person does."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.domain.plan.plan import Plan
from ui.pages.coverage import CoveragePage

Control = TypeVar("Control", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


class Driver:
    """Finds controls by name, clicks and types."""

    def __init__(self, page: CoveragePage) -> None:
        self.page = page

    @property
    def plan(self) -> Plan:
        return self.page.bridge.plan

    def find(self, kind: type[Control], name: str, inside: QWidget | None = None) -> Control:
        found = [
            one
            for one in (inside or self.page).findChildren(kind, name)
            if one.isVisibleTo(self.page)
        ]
        assert found, name
        return found[-1]

    def seen(self, name: str, kind: type[QWidget] = QPushButton) -> bool:
        return any(one.isVisible() for one in self.page.findChildren(kind, name))

    def click(self, name: str) -> None:
        made = self.find(QPushButton, name)
        assert made.isEnabled(), name
        QTest.mouseClick(made, LEFT)

    def text(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def said(self) -> str:
        """Everything that the card of the requirement says."""
        labels = self.page.card.findChildren(QLabel)
        return "\n".join(one.accessibleName() or one.text() for one in labels if one.isVisible())

    def rows(self, name: str = "requirement_list") -> list[str]:
        model = self.find(QListView, name).model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def choose(self, text: str, name: str = "requirement_list", held=None) -> None:
        view = self.find(QListView, name)
        at = next(at for at, row in enumerate(self.rows(name)) if row.startswith(text))
        index = view.model().index(at, 0)
        view.scrollTo(index)
        held = held or Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(view.viewport(), LEFT, held, view.visualRect(index).center())

    def heard(self, text: str, name: str = "requirement_list") -> str:
        """What a screen reader says of a row."""
        model = self.find(QListView, name).model()
        at = next(at for at, row in enumerate(self.rows(name)) if row.startswith(text))
        said = model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert isinstance(said, str), text
        return said

    @property
    def dialog(self) -> QDialog:
        (shown,) = [one for one in self.page.findChildren(QDialog) if one.isVisible()]
        return shown

    @property
    def asking(self) -> bool:
        return any(one.isVisible() for one in self.page.findChildren(QDialog))

    def write(self, name: str, text: str) -> None:
        found = self.find(QWidget, name)
        field = found.lineEdit() if isinstance(found, QComboBox) else found
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)

    def pick(self, name: str, text: str) -> None:
        box = self.find(QComboBox, name)
        at = box.findText(text)
        assert at >= 0, text
        box.setCurrentIndex(at)
        box.activated.emit(at)

    def problems(self) -> list[str]:
        """What the dialog says is wrong."""
        labels = self.dialog.findChildren(QLabel)
        return [one.text() for one in labels if one.property("role") == "error"]

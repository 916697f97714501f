"""Presses the buttons of the dialog, and reads what it shows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from ui.dialogs.importing import ImportDialog


def find(parent: QWidget, kind, name):
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def text(dialog: QWidget, name: str) -> str:
    return str(find(dialog, QLabel, name).text())


def press(dialog: QWidget, name: str) -> None:
    button = find(dialog, QPushButton, name)
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def go_on(qtbot, dialog: ImportDialog) -> None:
    press(dialog, "import_next")
    qtbot.waitUntil(lambda: not dialog.busy)


def step(dialog: ImportDialog) -> str:
    return next(
        name
        for name in ("import_source", "import_columns", "import_check")
        if find(dialog, QWidget, name).isVisible()
    )


def choose(dialog: QWidget, name: str, data: object) -> None:
    """Choose as a person does, so that `activated` is told."""
    box = find(dialog, QComboBox, name)
    at = box.findData(data)
    assert at >= 0, data
    box.setCurrentIndex(at)
    box.activated.emit(at)


def cells(dialog: ImportDialog, column: int) -> list[str]:
    model = dialog.check.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]

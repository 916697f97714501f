"""Numbers and times that scrolling the page with the wheel never changes."""

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QTimeEdit, QWidget
from typing_extensions import override

from ui.widgets.tokens import px


class CalmSpinBox(QSpinBox):
    """A whole number from `least` to `most`."""

    def __init__(self, parent: QWidget, name: str, least: int, most: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(px(8), 0, 0, 0)  # the style leaves none beside arrows
        self.setKeyboardTracking(True)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmTimeEdit(QTimeEdit):
    """A time of the day, in hours and minutes."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(QTime(3, 0), parent)
        self.setObjectName(name)
        self.setDisplayFormat("HH:mm")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(px(8), 0, 0, 0)  # the style leaves none beside arrows

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

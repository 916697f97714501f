"""A table with the record that is chosen beside it, or below it where there is no room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

INSPECTOR_PX, WIDE_PX = 348, 404
BESIDE_FROM_PX, WIDE_FROM_PX = 880, 1100
"""The widths from which there is room for both, and for the wider of the inspectors."""
LOW_PX = 320
"""The least height of the inspector below the table."""
_ANY = 16_777_215
"""What Qt calls no limit."""


class FittingScroll(ScrollBody):
    """Scrolls up and down; what is in it is never wider than what is seen of it."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, name)
        self.content.setContentsMargins(0, 0, 0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.body.setMaximumWidth(self.viewport().width())
        super().resizeEvent(event)


class Beside(QWidget):
    """Gives the inspector a fixed width, the table the rest."""

    def __init__(self, parent: QWidget, table: QWidget, inspector: QWidget) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, px(14), 0, 0)
        self._row.setSpacing(px(16))
        self._row.addWidget(table, 1)
        self._row.addWidget(inspector)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(BESIDE_FROM_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        width = px(WIDE_PX if self.width() >= px(WIDE_FROM_PX) else INSPECTOR_PX)
        self._inspector.setMinimumWidth(width if beside else 0)
        self._inspector.setMaximumWidth(width if beside else _ANY)
        self._inspector.setMinimumHeight(0 if beside else px(LOW_PX))

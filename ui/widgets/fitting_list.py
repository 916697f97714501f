"""A list as high as its rows, which scrolls where there is less room than that."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QListWidget, QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.tokens import colour, px

LEAST_ROWS = 2
"""However little room there is, so many rows are seen."""
FADE_PX = 20
"""How far the rows fade at an end behind which there are more."""


class FittingList(QListWidget):
    """Without a scroll bar: rows fade into `ground` where more of them follow."""

    def __init__(self, parent: QWidget, ground: str) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(self.count()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height_of(min(LEAST_ROWS, self.count())))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reveal()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reveal()

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QListWidget.ScrollHint = QListWidget.ScrollHint.EnsureVisible,
    ) -> None:
        """Also out of what fades, where there is more to scroll."""
        super().scrollTo(index, hint)
        row, bar = self.visualRect(index), self.verticalScrollBar()
        below = row.bottom() + px(FADE_PX) - self.viewport().height()
        above = row.top() - px(FADE_PX)
        if below > 0:
            bar.setValue(bar.value() + below)
        elif above < 0:
            bar.setValue(bar.value() + above)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bar = self.verticalScrollBar()
        painter = QPainter(self.viewport())
        if bar.value() > bar.minimum():
            self._fade(painter, 0, px(FADE_PX))
        if bar.value() < bar.maximum():
            high = self.viewport().height()
            self._fade(painter, high, high - px(FADE_PX))
        painter.end()

    def _height_of(self, rows: int) -> int:
        return sum(max(self.sizeHintForRow(row), 1) for row in range(rows)) + 2

    def _reveal(self) -> None:
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def _fade(self, painter: QPainter, edge: int, inner: int) -> None:
        """From the colour of the ground at `edge` to nothing at `inner`."""
        ground = colour(self._ground)
        shade = QLinearGradient(0, edge, 0, inner)
        shade.setColorAt(0, ground)
        shade.setColorAt(1, QColor(ground.red(), ground.green(), ground.blue(), 0))
        top = min(edge, inner)
        painter.fillRect(QRect(0, top, self.viewport().width(), abs(edge - inner)), shade)

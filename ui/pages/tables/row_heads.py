"""The numbers before the rows of a table; a double click opens the record."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.models.record_table import RecordTableModel
from ui.widgets.tokens import colour, font_px, px

LETTERS_PX, LEAST_PX, SIDE_PX = 11, 34, 8


class RowHeads(QHeaderView):
    """As wide as the greatest number, without measuring thousands of them."""

    def __init__(self, model: RecordTableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._rows = model
        self._font = QFont(parent.font())
        self._font.setPixelSize(font_px(LETTERS_PX))
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    @override
    def sizeHint(self) -> QSize:
        widest = QFontMetrics(self._font).horizontalAdvance(f"{max(self._rows.total, 1)}")
        return QSize(max(px(LEAST_PX), widest + 2 * px(SIDE_PX)), 0)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setPen(colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self._font)
        painter.setPen(colour("text3"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(logicalIndex + 1))
        painter.restore()

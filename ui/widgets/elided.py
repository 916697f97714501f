"""One line of text that ends in an ellipsis where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.drawn_words import draw_words
from ui.widgets.labels import Role
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

LEAST_PX = 96
"""Fewer letters than fit here say nothing."""


class ElidedLabel(QLabel):
    """Shows what fits; the whole text is its tooltip and accessible name."""

    def __init__(self, parent: QWidget, text: str = "", role: Role = Role.PLAIN) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.setToolTip("")
        self.setAccessibleName(text)

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), px(LEAST_PX)), whole.height())

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + 2, super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        if shown != self.text() and not self.toolTip():
            self.setToolTip(plain_tip(self.text()))
        painter.setPen(self.palette().windowText().color())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        draw_words(painter, self.rect(), align, shown)
        painter.end()

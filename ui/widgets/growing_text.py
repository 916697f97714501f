"""A text of several lines whose field is as high as the text."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from ui.widgets.tokens import px

LEAST_LINES = 2
ENDLESS = 400
"""No field is higher than this many lines; longer texts scroll in it."""


class GrowingText(QPlainTextEdit):
    """Nothing scrolls inside of a page that scrolls, up to `most` lines; Tab leaves it."""

    def __init__(self, parent: QWidget, most: int = ENDLESS) -> None:
        super().__init__(parent)
        self._most = most
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)  # forgets how the text was broken
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_most"):
            self._fit()

    @Slot()
    def _fit(self) -> None:
        lines = self._lines()
        many = lines > self._most
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAsNeeded if many else bar.ScrollBarAlwaysOff)
        shown = max(LEAST_LINES, min(lines, self._most))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + px(24))

    def _lines(self) -> int:
        """The lines of the text as broken at the present width; counted a little beyond `most`.

        The document's own count is one for each paragraph that was not painted yet, so each is
        broken here.
        """
        layout = self.document().documentLayout()
        block, lines = self.document().begin(), 0
        while block.isValid() and lines <= self._most:
            layout.blockBoundingRect(block)
            lines += block.lineCount()
            block = block.next()
        return lines

"""An icon on its own, in the colours of the theme even when that changes."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.icons import paint_icon
from ui.widgets.tokens import px


class Picture(QWidget):
    """Draws the icon `name` in the colour `tone`; `side` in px at 100 %."""

    def __init__(
        self, parent: QWidget, name: str = "", tone: str = "text2", side: int = 18
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self.setFixedSize(px(side), px(side))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, name: str, tone: str) -> None:
        """Draw another icon; a blank name draws none."""
        self._name, self._tone = name, tone
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            paint_icon(painter, self.rect(), self._name, self._tone)
            painter.end()

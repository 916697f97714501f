"""A button whose text ends in an ellipsis where there is no room."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.widgets.buttons import Look, button
from ui.widgets.tokens import px

LEAST_PX = 120
"""Fewer letters than fit here say nothing."""
AROUND_PX, AROUND_LINK_PX = 28, 8
"""The room that the frame, its padding and the gaps beside the text take."""


class ElidedButton(QWidget):
    """Holds the push button `button`; the whole text is its tooltip and accessible name."""

    def __init__(
        self, parent: QWidget, name: str, look: Look = Look.PLAIN, picture: str = ""
    ) -> None:
        super().__init__(parent)
        self.button: QPushButton = button(self, name, "", look, picture)
        self._frame = px(AROUND_LINK_PX if look is Look.LINK else AROUND_PX)
        self._lead = " " if picture else ""
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.button)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.button.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        whole = self.button.fontMetrics().horizontalAdvance(self._lead + self._text)
        rounded = 1  # an advance rounded down would cut the last letters
        return QSize(self._around + whole + rounded, self.button.sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), px(LEAST_PX)), whole.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.button.setGeometry(self.rect())
        self._fit()

    @property
    def _around(self) -> int:
        picture = 0 if self.button.icon().isNull() else self.button.iconSize().width()
        return self._frame + picture

    def _fit(self) -> None:
        room = self.width() - self._around
        whole = self._lead + self._text
        shown = self.button.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.button.setText(shown.replace("&", "&&"))
        cut = shown != whole
        self.button.setToolTip(f"<p>{escape(self._text)}</p>" if cut else "")

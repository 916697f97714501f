"""A note at the foot of the window that goes away by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.banner import announce
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

SHOWN_MS = 5000
WIDEST_PX = 560
LIFT_PX = 28
"""How far above the lower edge it floats."""


class PassingNote(QFrame):
    """Takes neither the focus nor the mouse; screen readers hear what it says."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("passing_note")
        self.setProperty("overlay", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = Picture(self, "undo-2", "accent_text")
        self._text = label(self, "", Role.PLAIN)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(9), px(16), px(9))
        row.setSpacing(px(10))
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._over = parent
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, whole."""
        return self.accessibleName()

    def say(self, text: str, picture: str = "info") -> None:
        """Show `text` for a while, in place of what was said before."""
        self.setAccessibleName(text)
        self._picture.show_picture(picture, "accent_text")
        room = min(px(WIDEST_PX), self._over.width() - px(120))
        shown = " ".join(text.split())
        metrics = self._text.fontMetrics()
        self._text.setText(metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(SHOWN_MS)
        announce(self, text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        over = self._over
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - px(LIFT_PX))

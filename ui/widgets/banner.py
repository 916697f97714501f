"""A banner: one sentence across the page, with at most one thing to do about it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.buttons import Look, button, icon_button, set_button_text
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label, set_tone
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

_PICTURES = {
    Tone.DANGER: "circle-alert",
    Tone.WARNING: "triangle-alert",
    Tone.SUCCESS: "circle-check",
}


class NoticeBanner(QFrame):
    """Hidden until there is something to say; `action` names what its button does."""

    acted = Signal(str)
    """The button was pressed; carries the `action` it was shown with."""
    dismissed = Signal()
    """The person closed it."""

    def __init__(self, parent: QWidget, name: str = "banner") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("banner", "true")
        self._action = ""
        self._picture = Picture(self)
        self._text = label(self, "", Role.PLAIN, wrap=True)
        self._text.setObjectName(f"{name}_text")
        self._button = button(self, f"{name}_action", "", Look.PLAIN)
        self._close = icon_button(self, f"{name}_close", "x", self.tr("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(8), px(16), px(8))
        row.setSpacing(px(12))
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._button.clicked.connect(self._on_acted)
        self._close.clicked.connect(self._on_dismissed)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_notice(
        self,
        text: str,
        tone: Tone = Tone.DANGER,
        *,
        action: str = "",
        action_text: str = "",
        closable: bool = True,
    ) -> None:
        """Say `text`; screen readers hear it at once."""
        self._action = action
        known = tone.value if tone in _PICTURES else "accent_text"
        self._picture.show_picture(_PICTURES.get(tone, "info"), known)
        self._text.setText(text)
        set_button_text(self._button, action_text)
        self._button.setVisible(bool(action_text))
        self._close.setVisible(closable)
        set_tone(self, tone.value)
        self.setAccessibleName(text)
        self.show()
        announce(self, text)

    @Slot()
    def _on_acted(self) -> None:
        self.acted.emit(self._action)

    @Slot()
    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text` without moving the focus."""
    event = QAccessibleAnnouncementEvent(widget, text)
    QAccessible.updateAccessibility(event)

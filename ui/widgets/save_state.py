"""Whether what one wrote is safe, in two words at the top of the window."""

from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.banner import announce
from ui.widgets.labels import Role, label, set_tone
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

WIDTH_PX = 124
"""Room for the longest state, so that its neighbours do not move with every edit."""


class SaveState(Enum):
    """The states of saving."""

    NOTHING = "nothing"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"
    READ_ONLY = "read-only"


_LOOKS = {
    SaveState.NOTHING: ("", "neutral"),
    SaveState.SAVING: ("loader-circle", "neutral"),
    SaveState.SAVED: ("circle-check", "neutral"),
    SaveState.FAILED: ("circle-alert", "danger"),
    SaveState.READ_ONLY: ("lock", "warning"),
}
_PICTURE_TONES = {SaveState.SAVED: "success", SaveState.FAILED: "danger"}


class SaveIndicator(QWidget):
    """An icon and a word; a failure is spoken aloud to screen readers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("save_state")
        self.state = SaveState.NOTHING
        self._picture = Picture(self, side=16)
        self._text = label(self, "", Role.HINT)
        self._text.setObjectName("save_state_text")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        self.setMinimumWidth(px(WIDTH_PX))
        row.addStretch(1)
        row.addWidget(self._picture)
        row.addWidget(self._text)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    def show_state(self, state: SaveState, text: str) -> None:
        """Show `state` in the words `text`."""
        if (state, text) == (self.state, self._text.text()):
            return
        self.state = state
        picture, tone = _LOOKS[state]
        self._picture.setVisible(bool(picture))
        self._picture.show_picture(picture, _PICTURE_TONES.get(state, "text3"))
        self._text.setText(text)
        set_tone(self._text, tone)
        self.setAccessibleName(text)
        if state is SaveState.FAILED:
            announce(self, text)

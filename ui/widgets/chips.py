"""Chips: a word or two about a state, in a colour that never stands alone."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.labels import set_tone
from ui.widgets.tips import plain_tip

LONGEST = 40
"""More letters than this are cut."""


class Tone(Enum):
    """What a chip or notice says of its subject."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    SEV1 = "sev1"
    SEV2 = "sev2"
    SEV3 = "sev3"
    SEV4 = "sev4"


class Chip(QLabel):
    """A short word on a coloured ground."""

    def __init__(self, parent: QWidget, text: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__(parent)
        self._cut = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("chip", "true")
        self.setProperty("tone", tone.value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._show_text(text)

    def show_state(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self._show_text(text)
        set_tone(self, tone.value)

    def _show_text(self, text: str) -> None:
        """A name in it can be of any length, a chip cannot."""
        before, self._cut = self._cut, len(text) > LONGEST
        self.setText(f"{text[: LONGEST - 1]}\u2026" if self._cut else text)
        if before or self._cut:
            self.setAccessibleName(text)
            self.setToolTip(plain_tip(text) if self._cut else "")

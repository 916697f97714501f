"""When the contact shown was last checked, and the button that notes another check."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.people.standing import Contact, Standing
from ui.models.people_words import STANDING_LOOKS, standing_text
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class VerifiedBox(QWidget):
    """Says it with a picture and words."""

    verified = Signal()
    """The contact was checked just now."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._picture = Picture(self)
        self._words = label(self, "", Role.PLAIN, wrap=True)
        self._words.setObjectName("verified_words")
        words = self.tr("Verified today")
        self._button = button(self, "verified_today", words, Look.PLAIN, "circle-check")
        said = self.tr("I called and the entry is right: note it as verified today")
        self._button.setAccessibleDescription(said)
        self._button.setToolTip(said)
        self._button.setVisible(not read_only)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(row)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._button.clicked.connect(self.verified)

    def show_standing(self, standing: Standing, contact: Contact, every: int) -> None:
        """Show how the contact stands; `every` is in days."""
        picture, tone = STANDING_LOOKS[standing]
        self._picture.show_picture(picture, tone)
        by = contact.verified_by.strip()
        said = standing_text(standing, contact, every)
        whole = self.tr("{0} By {1}.").format(said, by) if by and contact.verified_on else said
        self._words.setText(whole)

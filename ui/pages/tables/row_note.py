"""The line below a table: what is wrong with the chosen row, or what was just refused."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from ui.models.finding_words import WEIGHT_LOOKS
from ui.models.record_table.remarks import remark
from ui.widgets.banner import announce
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class RowNote(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("grid_note")
        self._picture = Picture(self)
        self._text = label(self, "", Role.BODY, wrap=True)
        self._text.setObjectName("grid_note_text")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(8))
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return "" if self.isHidden() else self._text.text()

    def show_finding(self, finding: Finding | None) -> None:
        """Say what is wrong with a row; nothing for None."""
        if finding is None:
            self.hide()
            return
        picture, tone = WEIGHT_LOOKS[finding.weight]
        self._say(remark(finding), picture, tone)

    def tell(self, text: str) -> None:
        """Say why something was not done, to screen readers too."""
        self._say(text, "info", "accent_text")
        announce(self, text)

    def _say(self, text: str, picture: str, tone: str) -> None:
        self._picture.show_picture(picture, tone)
        self._text.setText(text)
        self.show()

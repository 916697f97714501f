"""How the work goes, in three steps, for those who open the program for the first time."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class HowItGoes(Card):
    """Three columns, each a picture, a few words and a sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("how_it_goes")
        self.set_title(self.tr("How it goes"))
        row = QHBoxLayout()
        row.setSpacing(px(24))
        self.body.addLayout(row)
        steps = (
            (
                "pen-line",
                self.tr("Answer"),
                self.tr("Plain questions, section by section, draft the text for you."),
            ),
            (
                "list-checks",
                self.tr("Mend"),
                self.tr("See at once what is missing, and what each framework asks for."),
            ),
            (
                "signature",
                self.tr("Prove"),
                self.tr("Export a signed PDF and Word file an auditor can verify alone."),
            ),
        )
        for picture, heading, sentence in steps:
            row.addLayout(self._step(picture, heading, sentence), 1)

    def _step(self, picture: str, heading: str, sentence: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(4))
        column.addWidget(Picture(self, picture, "accent_text", 20))
        column.addWidget(label(self, heading, Role.H3))
        column.addWidget(label(self, sentence, Role.BODY, wrap=True))
        column.addStretch(1)
        return column

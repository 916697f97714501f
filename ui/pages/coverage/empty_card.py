"""What stands on the page while no framework is chosen: what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

WIDTH_PX = 560


class EmptyCard(QWidget):
    """One sentence and one button."""

    wanted = Signal()
    """Frameworks are to be chosen."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("coverage_empty")
        card = Card(self)
        card.setMaximumWidth(px(WIDTH_PX))
        card.body.addWidget(
            Picture(card, "shield-check", "accent_text", 32), 0, Qt.AlignmentFlag.AlignLeft
        )
        card.body.addWidget(label(card, self.tr("No framework is chosen"), Role.H1, wrap=True))
        said = self.tr(
            "Choose the standards and laws your plan is judged by. Each of their requirements "
            "then stands here with what the plan has, and what it lacks."
        )
        card.body.addWidget(label(card, said, Role.BODY, wrap=True))
        self._choose = button(
            card, "coverage_choose", self.tr("Choose frameworks\u2026"), Look.PRIMARY, "plus"
        )
        self._choose.setVisible(not read_only)
        card.body.addSpacing(px(6))
        card.body.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(26), px(32), px(26))
        column.addWidget(card)
        column.addStretch(1)
        self._choose.clicked.connect(self.wanted)

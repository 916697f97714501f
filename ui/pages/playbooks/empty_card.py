"""What the page says while the plan has no playbooks."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class EmptyCard(QWidget):
    """Leads to the library."""

    asked = Signal(str)
    """Carries library or blank."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("playbooks_empty")
        card = Card(self, self.tr("No playbooks yet"))
        card.setMaximumWidth(px(620))
        said = self.tr(
            "A playbook says what is done, in which order, by whom and by when, for one kind of "
            "incident. Begin with those you expect most; each step can be changed afterwards."
        )
        card.add(label(card, said, Role.BODY, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for deed, words, look in (
            ("library", self.tr("Choose from the library\u2026"), Look.PRIMARY),
            ("blank", self.tr("Begin a blank one"), Look.PLAIN),
        ):
            made = button(card, f"empty_{deed}", words, look)
            made.setEnabled(not read_only)
            made.clicked.connect(partial(self.asked.emit, deed))
            row.addWidget(made)
        row.addStretch(1)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(48), px(32), px(32))
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)

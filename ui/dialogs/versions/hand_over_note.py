"""The honest word on duties that one machine cannot separate, and the better way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class HandOverNote(QFrame):
    """Stands above the form of whoever declares something on the author's machine."""

    wanted = Signal()
    """The request is to be handed over instead."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hand_over_note")
        self.setProperty("panel", "warning")
        text = self.tr(
            "On one machine duties cannot truly be separated: whoever can open this plan could "
            "enter this. A request that is answered and signed on the person\u2019s own machine is "
            "stronger."
        )
        words = self.tr("Hand over the request instead\u2026")
        self._instead = button(self, "hand_over_instead", words, Look.PLAIN, "file-up")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(12), px(14), px(12))
        row.setSpacing(px(12))
        row.addWidget(label(self, text, Role.PLAIN, wrap=True), 1)
        row.addWidget(self._instead)
        self._instead.clicked.connect(self.wanted)

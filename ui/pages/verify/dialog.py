"""Verifying a file while no plan is open."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.bridge.desk import Desk
from ui.pages.verify.panel import VerifyPanel
from ui.widgets.buttons import button
from ui.widgets.cards import line
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX = 900, 760
SPARE_PX = 24
"""So much of the window stays seen around it."""


class VerifyDialog(QDialog):
    """The same as the page of an open plan, without a plan to compare with."""

    def __init__(self, desk: Desk, parent: QWidget, file: Path | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verify_dialog")
        self.setWindowTitle(self.tr("Verify a file"))
        self.panel = VerifyPanel(desk, self)
        self.close_button = button(self, "verify_close", self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), px(12), px(24), px(16))
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel, 1)
        column.addWidget(line(self))
        column.addLayout(foot)
        room = parent.window().size()
        spare = px(SPARE_PX)
        self.resize(
            min(px(WIDTH_PX), room.width() - spare), min(px(HEIGHT_PX), room.height() - spare)
        )
        self.panel.drop.choose.setFocus()
        if file is not None:
            self.panel.verify(file)

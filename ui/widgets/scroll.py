"""A page that scrolls up and down, and never sideways."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.tokens import px

CARDS_WIDEST_PX: Final = 1600
"""What a page of cards takes of a wide window: beyond it, what belongs together stands apart."""


class ScrollBody(QScrollArea):
    """Its `content` layout has the margins of a page."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget(self)
        self.body.setProperty("ground", "none")
        self.body.setObjectName(f"{name}_body")
        self.content = QVBoxLayout(self.body)
        self.content.setContentsMargins(px(32), px(26), px(32), px(26))
        self.content.setSpacing(px(18))
        self.setWidget(self.body)
        self.viewport().setAutoFillBackground(False)
        self.body.setAutoFillBackground(False)

    def keep_to_cards(self) -> None:
        """Grow no wider than cards can be read across, from the side where reading begins."""
        margins = self.content.contentsMargins()
        self.body.setMaximumWidth(px(CARDS_WIDEST_PX) + margins.left() + margins.right())

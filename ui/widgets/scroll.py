"""A page that scrolls up and down, and never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.tokens import px


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

"""The way back into a session from the main window, where something is changed meanwhile."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QToolBar, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.labels import label
from ui.widgets.tokens import px


class ReturnBar(QToolBar):
    """Stands at the foot of the window until it is pressed."""

    returning = Signal()
    """Somebody is done here."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("session_return_bar")
        self.setWindowTitle(self.tr("Review session"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        inner = QWidget(self)
        words = self.tr("The review session goes on: change the plan here, then return.")
        self._back = button(
            inner, "session_return", self.tr("Return to the session (F9)"), Look.PRIMARY
        )
        row = QHBoxLayout(inner)
        row.setContentsMargins(px(24), px(6), px(24), px(6))
        row.addWidget(label(inner, words, wrap=True), 1)
        row.addWidget(self._back)
        self.addWidget(inner)
        self._back.clicked.connect(self.returning)
        QShortcut(QKeySequence("F9"), self).activated.connect(self.returning)
        window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self)

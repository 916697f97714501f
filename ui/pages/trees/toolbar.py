"""The buttons that float over the canvas."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.pages.trees.commands import Commands
from ui.widgets.tokens import px

_BUTTONS = ("below", "tidy", "zoom_out", "whole", "zoom_in", "fit")


class CanvasBar(QFrame):
    """Adds, tidies, zooms; every tooltip says by which keys."""

    def __init__(self, parent: QWidget, commands: Commands) -> None:
        super().__init__(parent)
        self.setObjectName("canvas_bar")
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Canvas"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(6), px(4), px(6), px(4))
        row.setSpacing(px(4))
        for key in _BUTTONS:
            made = self._text() if key == "whole" else QToolButton(self)
            self._dress(made, key, commands)
            row.addWidget(made)
            if key == "whole":
                self._whole = made

    def show_zoom(self, percent: int) -> None:
        """Say how far the canvas is zoomed."""
        self._whole.setText(f"{percent}%")

    def _text(self) -> QPushButton:
        made = QPushButton(self)
        made.setProperty("look", "quiet")
        made.setAutoDefault(False)
        made.setFixedWidth(px(66))
        return made

    def _dress(self, made: QPushButton | QToolButton, key: str, commands: Commands) -> None:
        action: QAction = commands.action(key)
        made.setObjectName(f"canvas_{key}")
        made.setToolTip(commands.tip(key))
        made.setAccessibleName(commands.tip(key))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if isinstance(made, QToolButton):
            made.setIcon(action.icon())
            made.setIconSize(QSize(px(18), px(18)))
        made.setEnabled(action.isEnabled())
        made.clicked.connect(action.trigger)
        action.enabledChanged.connect(made.setEnabled)

"""Cards: the framed boxes a page is made of, and the lines between rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class Card(QFrame):
    """A framed box; `header` is a row for the title and actions, `body` takes the content."""

    def __init__(self, parent: QWidget, title: str = "") -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(px(20), px(18), px(20), px(18))
        self._layout.setSpacing(px(12))
        self.header = QHBoxLayout()
        self.header.setSpacing(px(8))
        self.heading: QLabel = label(self, title, Role.H2)
        self.heading.setMinimumHeight(px(24))
        self.header.addWidget(self.heading)
        self.header.addStretch(1)
        self._layout.addLayout(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(8))
        self._layout.addLayout(self.body, 1)
        self.heading.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Change the title; a blank one takes no room."""
        self.heading.setText(title)
        self.heading.setVisible(bool(title))
        self.setAccessibleName(title)

    def add_action(self, widget: QWidget) -> None:
        """Put `widget` at the far end of the title's row."""
        self.header.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add(self, widget: QWidget) -> None:
        """Put `widget` below what is there."""
        self.body.addWidget(widget)


def line(parent: QWidget, *, vertical: bool = False) -> QFrame:
    """A hairline between rows or columns."""
    made = QFrame(parent)
    made.setProperty("line", "vertical" if vertical else "horizontal")
    return made

"""A tab whose rows are made anew when they differ, and which scrolls when they are many."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.replacing import replaced
from ui.widgets.scroll import ScrollBody
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px


class SideTab(ScrollBody):
    """`rows` is the parent of whatever stands in the tab; `renewed` makes them anew."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, name)
        self.content.setContentsMargins(px(16), px(16), px(16), px(16))
        self.content.setSpacing(0)
        self.rows = QWidget(self.body)
        self.content.addWidget(self.rows)
        self.content.addStretch(1)

    @contextmanager
    def renewed(self) -> Iterator[QVBoxLayout]:
        """Takes new rows, which are then shown in place of those there are."""
        with replaced(self.rows, self.content) as self.rows:
            column = QVBoxLayout(self.rows)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(8))
            yield column

    def headline(self, title: str, end: str = "") -> QHBoxLayout:
        """A title with a word at the end of its row."""
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.setContentsMargins(0, 0, 0, px(6))
        row.addWidget(label(self.rows, title, Role.H3, wrap=True), 1)
        if end:
            row.addWidget(label(self.rows, end, Role.HINT))
        return row

    def picture(self, name: str, tone: str, said: str = "") -> Picture:
        """An icon at the start of a row; `said` is for those who do not see it."""
        shown = Picture(self.rows, name, tone)
        shown.setAccessibleName(said)
        shown.setToolTip(plain_tip(said))
        return shown

"""A column of rows that is made anew when what it shows differs."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class RowBox(QWidget):
    """A heading over rows; hidden while there is nothing to show, unless `none` says so."""

    def __init__(self, parent: QWidget, name: str, heading: str, none: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(heading)
        self._none = label(self, none, Role.HINT, wrap=True)
        self._heading = label(self, heading, Role.H3)
        self.rows = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        for part in (self._heading, self._none, self.rows):
            self._column.addWidget(part)

    def renew(self) -> QVBoxLayout:
        """Throw the rows away; the result takes the new ones, which `show_rows` then shows."""
        old, self.rows = self.rows, QWidget(self)
        self.rows.hide()
        column = QVBoxLayout(self.rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._column.replaceWidget(old, self.rows)
        old.hide()
        old.deleteLater()
        return column

    def show_rows(self) -> None:
        """Show all new rows at once, so that none is seen before it has its place."""
        layout = self.rows.layout()
        some = layout is not None and layout.count() > 0
        self.rows.setVisible(some)
        self._none.setVisible(not some and bool(self._none.text()))
        self._heading.setVisible(some or bool(self._none.text()))

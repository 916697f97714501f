"""Notices already sent, folded away until somebody wants to give their times."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.icons import icon
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class SentBox(QWidget):
    """`rows` takes a row for each notice that another one is counted from."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fold = button(
            self, "sent_fold", self.tr("A notice is already out"), Look.LINK, "chevron-right"
        )
        self._inside = QWidget(self)
        self.rows = QVBoxLayout(self._inside)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(px(10))
        words = self.tr(
            "A later notice is counted from the one before it. While that one is not out, the "
            "latest time it may have counts."
        )
        self.rows.addWidget(label(self._inside, words, Role.HINT, wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._inside.hide()
        self._fold.clicked.connect(self._on_fold)

    @Slot()
    def _on_fold(self) -> None:
        opened = self._inside.isHidden()
        self._inside.setVisible(opened)
        self._fold.setIcon(icon("chevron-down" if opened else "chevron-right"))
        said = self.tr("Shown") if opened else self.tr("Hidden")
        self._fold.setAccessibleDescription(said)

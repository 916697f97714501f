"""A part of a form that is folded away behind a button until it is wanted."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.icons import icon
from ui.widgets.tokens import px


class Fold(QWidget):
    """`body` takes what is folded away; `caption` says what that is."""

    toggled = Signal(bool)
    """Carries whether it is open now."""

    def __init__(self, parent: QWidget, name: str, caption: str) -> None:
        super().__init__(parent)
        self._head = button(self, name, caption, Look.LINK)
        self._head.setCheckable(True)
        self._head.setIconSize(QSize(px(16), px(16)))
        self._inside = QWidget(self)
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._head.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    @property
    def open(self) -> bool:
        """Whether it shows what it holds."""
        return self._head.isChecked()

    def unfold(self) -> None:
        """Show what it holds."""
        self._head.setChecked(True)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self._head.setIcon(icon("chevron-down" if on else "chevron-right", "accent_text"))
        self._inside.setVisible(on)
        self._head.setAccessibleDescription(self.tr("Unfolded") if on else self.tr("Folded away"))
        self.toggled.emit(on)

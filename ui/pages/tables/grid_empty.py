"""What stands in place of the rows while there are none."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.models.record_names import TableWords
from ui.widgets.buttons import button, set_button_text
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class GridEmpty(QWidget):
    """Says why there is nothing to see, and what to do about it."""

    asked = Signal(str)
    """Carries `add` or `clear`."""

    def __init__(self, parent: QWidget, words: TableWords, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("grid_empty")
        self._words = words
        self._read_only = read_only
        self._filtered = False
        self.text = label(self, "", Role.BODY, wrap=True)
        self.text.setObjectName("grid_empty_text")
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setMinimumWidth(px(360))
        self.button = button(self, "grid_empty_button", words.add)
        column = QVBoxLayout(self)
        column.setSpacing(px(12))
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Picture(self, "table-2", "text3", 32), 0, middle)
        column.addWidget(self.text, 0, middle)
        column.addWidget(self.button, 0, middle)
        column.addStretch(2)
        self.button.clicked.connect(self._on_clicked)

    def show_state(self, *, filtered: bool) -> None:
        """`filtered`: there are rows, of which the filter shows none."""
        self._filtered = filtered
        none = self.tr("No row has all of these words.")
        self.text.setText(none if filtered else self._words.empty)
        set_button_text(self.button, self.tr("Clear the filter") if filtered else self._words.add)
        self.button.setVisible(filtered or not self._read_only)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit("clear" if self._filtered else "add")

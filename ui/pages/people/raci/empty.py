"""What stands in place of the grid while there is no row to show."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class RaciEmpty(QWidget):
    """Says what the table is for and how to begin, or that the filter lets nothing through."""

    asked = Signal(str)
    """Carries generate, add or clear."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("raci_empty")
        self._read_only = read_only
        self._text = label(self, "", Role.BODY, wrap=True)
        self._text.setObjectName("raci_empty_text")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setMinimumWidth(px(380))
        generate, add = self.tr("Generate from playbooks\u2026"), self.tr("Add activity")
        self._generate = button(
            self, "raci_empty_generate", generate, Look.PRIMARY, picture="sparkles"
        )
        self._add = button(self, "raci_empty_add", add)
        self._clear = button(self, "raci_empty_clear", self.tr("Clear the filter"))
        for part, asked in (
            (self._generate, self._on_generate),
            (self._add, self._on_add),
            (self._clear, self._on_clear),
        ):
            part.clicked.connect(asked)
        self._lay_out()

    def show_state(self, *, filtered: bool, playbooks: bool) -> None:
        """`filtered`: there are rows, none of which is let through; `playbooks`: have steps."""
        text = self.tr("No activity fits the filter.")
        if not filtered:
            text = self.tr(
                "This table says for each activity who does the work (R), which one role answers "
                "for it (A), who is asked (C) and who is told (I)."
            )
            if playbooks:
                text += " " + self.tr("The playbooks already say most of it.")
        self._text.setText(text)
        self._generate.setVisible(not filtered and playbooks and not self._read_only)
        self._add.setVisible(not filtered and not self._read_only)
        self._clear.setVisible(filtered)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(1)
        for part in (self._generate, self._add, self._clear):
            row.addWidget(part)
        row.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(px(12))
        column.addStretch(1)
        column.addWidget(Picture(self, "table-2", "text3", 32), 0, middle)
        column.addWidget(self._text, 0, middle)
        column.addLayout(row)
        column.addStretch(2)

    @Slot()
    def _on_generate(self) -> None:
        self.asked.emit("generate")

    @Slot()
    def _on_add(self) -> None:
        self.asked.emit("add")

    @Slot()
    def _on_clear(self) -> None:
        self.asked.emit("clear")

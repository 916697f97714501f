"""The columns of a table, one below the other, each with what is in it and where it leads."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from app.domain.plan.kinds import Kind
from app.services.importing.cells import clean_cell, on_one_line
from app.services.importing.columns import Columns
from app.services.importing.fields import field_named, import_fields
from app.services.importing.tables import Table
from ui.dialogs.importing.words import field_word
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

SAMPLES = 3
"""So many values of a column are shown."""
LONGEST_SAMPLE = 40
"""Characters of each."""
FEWEST_LETTERS = 16
MOST_VISIBLE = 18


class ColumnRows(QWidget):
    """A row for each column; one field cannot be chosen twice unless it may have several."""

    changed = Signal()
    """A column leads elsewhere now."""

    def __init__(self, parent: QWidget, kind: Kind) -> None:
        super().__init__(parent)
        self._kind = kind
        self._boxes: list[QComboBox] = []
        self._parts: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 4)
        self._grid.setColumnStretch(2, 3)
        heads = (self.tr("Column"), self.tr("What is in it"), self.tr("Goes into"))
        for at, head in enumerate(heads):
            self._grid.addWidget(label(self, head, Role.OVERLINE), 0, at)

    @property
    def columns(self) -> Columns:
        """Where each column leads to."""
        return tuple(str(box.currentData()) for box in self._boxes)

    def show_columns(self, table: Table, columns: Columns) -> None:
        """Show the columns of another table."""
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self._boxes = [], []
        for at, (head, key) in enumerate(zip(table.heads, columns, strict=True)):
            self._add(at, head, _samples(table, at), key)
        self._grid.setRowStretch(len(columns) + 1, 1)
        self.setFocusProxy(self._boxes[0])

    def _add(self, at: int, head: str, samples: str, key: str) -> None:
        named = label(self, head, Role.STRONG, wrap=True)
        shown: QLabel = label(self, samples, Role.HINT, wrap=True)
        box = QComboBox(self)
        box.setObjectName(f"import_column_{at}")
        said = self.tr("Column {0}, with {1}, goes into")
        box.setAccessibleName(said.format(head, samples or self.tr("nothing")))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(FEWEST_LETTERS)
        box.setMaxVisibleItems(MOST_VISIBLE)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.addItem(self.tr("(left out)"), "")
        for field in import_fields(self._kind):
            box.addItem(field_word(self._kind, field), field.key)
        box.setCurrentIndex(max(box.findData(key), 0))
        box.activated.connect(self._on_chosen)
        for place, part in enumerate((named, shown, box)):
            self._grid.addWidget(part, at + 1, place, Qt.AlignmentFlag.AlignVCenter)
        self._boxes.append(box)
        self._parts += [named, shown, box]

    @Slot()
    def _on_chosen(self) -> None:
        """Another column that led to the same field is left out now."""
        chosen = self.sender()
        if isinstance(chosen, QComboBox) and chosen.currentData():
            self._leave_others(chosen, self._boxes)
        self.changed.emit()

    def _leave_others(self, chosen: QComboBox, boxes: Sequence[QComboBox]) -> None:
        field = field_named(self._kind, chosen.currentData())
        if field is None or field.several:
            return
        for box in boxes:
            if box is not chosen and box.currentData() == field.key:
                box.setCurrentIndex(0)


def _samples(table: Table, at: int) -> str:
    """The first values that differ, without anything that could turn the line about."""
    found: dict[str, None] = {}
    for row in table.rows[:200]:
        shown = on_one_line(clean_cell(row.cells[at])[0])
        if shown:
            cut = shown[:LONGEST_SAMPLE] + "\u2026" * (len(shown) > LONGEST_SAMPLE)
            found[cut] = None
        if len(found) == SAMPLES:
            break
    return "  \u00b7  ".join(found)

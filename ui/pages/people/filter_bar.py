"""The filter over people or parties: words, what is wanting, and the order."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from app.services.people.directory import Trait, Wanted
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.search_field import clearable
from ui.widgets.tokens import px

NARROWING_PX = 330
"""The room that the words and the order need."""
NARROW_COLUMNS = 3
"""So many chips stand in a row where not all of them fit into one."""


class FilterBar(QWidget):
    """Each chip is a toggle with the number of those it lets through."""

    changed = Signal(object)
    """Carries what is `Wanted`."""
    ordered = Signal(int)
    """Carries the column to sort by, -1 for the order of the plan."""

    def __init__(self, parent: QWidget, name: str, traits: Sequence[Trait]) -> None:
        super().__init__(parent)
        self._name = name
        self.words = QLineEdit(self)
        self.words.setObjectName(f"{name}_words")
        self.words.setAccessibleName(self.tr("Filter by words"))
        self.words.setPlaceholderText(self.tr("Filter by name, number, role\u2026"))
        clearable(self.words)
        self.words.setMinimumWidth(px(150))
        self._order = CalmComboBox(self)
        self._order.setObjectName(f"{name}_order")
        self._order.setAccessibleName(self.tr("Order"))
        self.chips = {trait: self._chip(trait) for trait in traits}
        self._lay_out()
        self.words.textChanged.connect(self._on_changed)
        self._order.activated.connect(self._on_order)

    @property
    def wanted(self) -> Wanted:
        """What is to be shown."""
        traits = frozenset(trait for trait, chip in self.chips.items() if chip.isChecked())
        return Wanted(self.words.text(), traits)

    def show_counts(self, counts: dict[Trait, int]) -> None:
        """Say how many each chip lets through."""
        for trait, chip in self.chips.items():
            set_button_text(chip, f"{self._words_of(trait)} {counts[trait]}")

    def offer_orders(self, headings: Sequence[str]) -> None:
        """Let one sort by these columns."""
        self._order.clear()
        self._order.addItem(self.tr("Order: as in the plan"))
        self._order.addItems([self.tr("Order: {0}").format(heading) for heading in headings])

    def show_order(self, column: int) -> None:
        """Show by which column it is sorted."""
        with QSignalBlocker(self._order):
            self._order.setCurrentIndex(column + 1)

    def clear(self) -> None:
        """Let everybody through."""
        with QSignalBlocker(self.words):
            self.words.clear()
        for chip in self.chips.values():
            with QSignalBlocker(chip):
                chip.setChecked(False)
        self._on_changed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room in one row, the chips stand below the words."""
        super().resizeEvent(event)
        needed = sum(chip.sizeHint().width() + px(4) for chip in self.chips.values())
        wide = self.width() >= needed + px(NARROWING_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)
        self._arrange(len(self.chips) if self.width() >= needed else NARROW_COLUMNS)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(self.words, 3)
        first.addWidget(self._order, 2)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(4))
        self._grid.setColumnStretch(len(self.chips), 1)
        self._columns = 0
        self._arrange(len(self.chips))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        self._row.addLayout(first, 1)
        self._row.addLayout(self._grid)

    def _arrange(self, columns: int) -> None:
        """Put so many chips into a row."""
        if columns != self._columns:
            self._columns = columns
            for at, chip in enumerate(self.chips.values()):
                place = at // columns, at % columns
                self._grid.addWidget(chip, *place, Qt.AlignmentFlag.AlignLeading)

    def _chip(self, trait: Trait) -> QPushButton:
        made = button(self, f"{self._name}_{trait.value}", self._words_of(trait), Look.QUIET)
        made.setCheckable(True)
        made.toggled.connect(self._on_changed)
        return made

    def _words_of(self, trait: Trait) -> str:
        words = {
            Trait.NO_OUT_OF_BAND: self.tr("No out of band"),
            Trait.NOT_VERIFIED: self.tr("Not verified"),
            Trait.NO_ROLE: self.tr("No role"),
            Trait.EXTERNAL: self.tr("External"),
            Trait.UNNAMED: self.tr("Named nowhere"),
        }
        return words[trait]

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self.wanted)

    @Slot(int)
    def _on_order(self, at: int) -> None:
        self.ordered.emit(at - 1)

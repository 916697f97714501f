"""The parts of the roles: one column for each, set with the letters R, A, C and I."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.plan.roles import Raci
from app.services.raci.editing import Place
from ui.models.raci_block import Grid
from ui.models.raci_table import RaciModel
from ui.pages.people.raci.grid_view import GridView
from ui.pages.people.raci.painting import PartDelegate
from ui.pages.people.raci.role_heads import RoleHeads
from ui.widgets.tokens import px

COLUMN_PX, ROOMY_PX = 46, 64

LETTERS: Final = {
    int(Qt.Key.Key_R): Raci.RESPONSIBLE,
    int(Qt.Key.Key_A): Raci.ACCOUNTABLE,
    int(Qt.Key.Key_C): Raci.CONSULTED,
    int(Qt.Key.Key_I): Raci.INFORMED,
}


class PartView(GridView):
    """Shift and a letter adds a part to what is there, Delete clears, Space goes on to the next."""

    part_given = Signal(object, bool)
    """Carries the part for the chosen cells, None to clear, and whether it is added or taken."""
    cycled = Signal()
    """The cell that has the cursor is to get the next part."""
    block_copied = Signal()
    """The chosen cells are to go to the clipboard."""
    block_cut = Signal()
    """The chosen cells are to go to the clipboard and be cleared."""
    block_pasted = Signal()
    """The clipboard is to be put here."""

    def __init__(self, model: RaciModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setObjectName("raci_parts")
        self.setAccessibleName(self.tr("Parts of the roles in each activity"))
        self.setItemDelegate(PartDelegate(self))
        self.heads = RoleHeads(model, self)
        self.setHorizontalHeader(self.heads)
        self.heads.sectionClicked.connect(self.selectColumn)

    def places(self) -> tuple[Place, ...]:
        """The chosen cells."""
        found = (self.table.place(index) for index in self.selectedIndexes())
        return tuple(place for place in found if place is not None)

    def block(self) -> Grid:
        """The chosen range, row by row."""
        chosen = [index for index in self.selectedIndexes() if index.column()]
        if not chosen:
            return ()
        rows, columns = [i.row() for i in chosen], [i.column() for i in chosen]
        return self._grid(range(min(rows), max(rows) + 1), range(min(columns), max(columns) + 1))

    def room(self) -> Grid:
        """From the first chosen cell to the far corner."""
        chosen = [index for index in self.selectedIndexes() if index.column()]
        if not chosen:
            return ()
        top, left = min(i.row() for i in chosen), min(i.column() for i in chosen)
        whole = self.table.rowCount(), self.table.columnCount()
        return self._grid(range(top, whole[0]), range(left, whole[1]))

    def fit(self) -> None:
        """Let the columns have what room there is."""
        count = max(len(self.table.columns), 1)
        room = self.viewport().width() // count
        self.heads.setDefaultSectionSize(min(max(room, px(COLUMN_PX)), px(ROOMY_PX)))

    @override
    def pressed_own(self, event: QKeyEvent) -> bool:
        if self._block_keys(event):
            return True
        plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        letter = LETTERS.get(event.key()) if not plain else None
        first = self.currentIndex().column() <= 1
        if letter is not None:
            more = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.part_given.emit(letter, more)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.part_given.emit(None, False)
        elif event.key() == Qt.Key.Key_Space:
            self.cycled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self.menu_wanted.emit(self.cell_centre())
        elif first and self.towards(event, start=True):
            self.crossed.emit()
        else:
            return event.text().isalpha() and not plain
        return True

    @override
    def opened(self) -> None:
        self.menu_wanted.emit(self.cell_centre())

    def _block_keys(self, event: QKeyEvent) -> bool:
        for key, told in (
            (QKeySequence.StandardKey.Copy, self.block_copied),
            (QKeySequence.StandardKey.Cut, self.block_cut),
            (QKeySequence.StandardKey.Paste, self.block_pasted),
        ):
            if event.matches(key):
                told.emit()
                return True
        return False

    def _grid(self, rows: range, columns: range) -> Grid:
        found = [[self.table.place(self.table.index(r, c)) for c in columns] for r in rows]
        return [[place for place in row if place is not None] for row in found]

"""What both halves of the grid share: one model, one cursor, and the keys that edit rows."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui.models.raci_table import RaciModel
from ui.widgets.tables import plain_table
from ui.widgets.tokens import px

ROW_PX, HEAD_PX = 40, 156

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_DEEDS: Final = {
    (Qt.KeyboardModifier.NoModifier, int(Qt.Key.Key_Insert)): "add",
    (Qt.KeyboardModifier.NoModifier, int(Qt.Key.Key_F2)): "rename",
    (_ALT, int(Qt.Key.Key_Up)): "up",
    (_ALT, int(Qt.Key.Key_Down)): "down",
    (_CONTROL, int(Qt.Key.Key_D)): "copy",
}


class GridView(QTableView):
    """Rows are alike high; editing begins only where it is asked for."""

    asked = Signal(str)
    """Carries what is to be done with the row: add, rename, up, down, copy or remove."""
    menu_wanted = Signal(QPoint)
    """Carries the place on the screen for a menu about the cell that has the cursor."""
    crossed = Signal()
    """The cursor left for the other half."""

    def __init__(self, model: RaciModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = model
        self.setModel(model)
        plain_table(self)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        side = self.verticalHeader()
        side.hide()
        side.setMinimumSectionSize(px(24))
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(px(ROW_PX))
        self.doubleClicked.connect(self._on_double_clicked)
        self.customContextMenuRequested.connect(self._on_menu)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that ends the typing of a name comes here too, and asks for nothing more."""
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()
            return
        deed = _DEEDS.get((event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.key()))
        if deed is not None:
            self.asked.emit(deed)
        elif not self.pressed_own(event):
            super().keyPressEvent(event)

    def pressed_own(self, event: QKeyEvent) -> bool:
        """Whether the half itself knew what to do with the key."""
        raise NotImplementedError

    def opened(self) -> None:
        """The cell that has the cursor was double-clicked."""
        raise NotImplementedError

    def towards(self, event: QKeyEvent, *, start: bool) -> bool:
        """Whether the key leads to the start of the line, or else to its end."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        keys = Qt.Key.Key_Left, Qt.Key.Key_Right
        return event.key() == keys[start is mirrored] and not event.modifiers()

    def cell_centre(self) -> QPoint:
        """Where the cell that has the cursor stands on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        del index
        self.opened()

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        if index not in self.selectedIndexes():
            self.setCurrentIndex(index)
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

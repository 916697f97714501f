"""The palette: type a few letters, press Enter, be there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.models.entries import Entry
from ui.models.palette import PICTURE_ROLE, PLACE_ROLE, PaletteModel
from ui.widgets.banner import announce
from ui.widgets.cards import line
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.tokens import px

WIDTH_PX = 560
ROW_PX = 34
ROWS = 9
"""Lines seen at once."""

_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS,
    Qt.Key.Key_PageUp: -ROWS,
}


class CommandPalette(QFrame):
    """Lies over its parent while it is open; gives the focus back when it closes."""

    chosen = Signal(str)
    """Carries the target of the entry a person took."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setProperty("overlay", "true")
        self.setAccessibleName(self.tr("Search and commands"))
        self._before: QWidget | None = None
        self._model = PaletteModel(self)
        self._build()
        self._lay_out()
        self._add_shadow()
        self.field.textChanged.connect(self._on_typed)
        self.list.clicked.connect(self._on_clicked)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self.hide()

    def open_with(self, entries: Sequence[Entry]) -> None:
        """Show `entries` and wait for letters."""
        self._before = QApplication.focusWidget()
        self._model.set_entries(entries)
        self.field.clear()
        self._on_typed("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def close_palette(self) -> None:
        """Go away and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(Qt.Key(event.key()))
        return False

    def _build(self) -> None:
        self.field = QLineEdit(self)
        self.field.setObjectName("palette_field")
        self.field.setAccessibleName(self.tr("Search or run a command"))
        self.field.setPlaceholderText(self.tr("Search sections, people, requirements, commands"))
        self.field.setProperty("bare", "true")
        self.field.installEventFilter(self)
        self.list = QListView(self)
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_EntryDelegate(self.list, ROW_PX))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = label(self, self.tr("Nothing found. Try fewer letters."), Role.HINT)
        self._nothing.setContentsMargins(px(14), px(8), px(14), px(8))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(px(18), px(14), px(18), px(12))
        top.setSpacing(px(12))
        top.addWidget(Picture(self, "search", "text3"))
        top.addWidget(self.field, 1)
        keys = QHBoxLayout()
        keys.setContentsMargins(px(20), px(8), px(20), px(10))
        keys.setSpacing(px(16))
        keys.addWidget(label(self, self.tr("Enter to open"), Role.HINT))
        keys.addWidget(label(self, self.tr("Up and Down to move"), Role.HINT))
        keys.addStretch(1)
        keys.addWidget(label(self, self.tr("Esc to close"), Role.HINT))
        inside = QVBoxLayout()
        inside.setContentsMargins(px(10), px(6), px(10), px(6))
        inside.addWidget(self.list)
        inside.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line(self))
        column.addLayout(inside)
        column.addWidget(line(self))
        column.addLayout(keys)

    def _add_shadow(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(px(36))
        shadow.setOffset(0, px(8))
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(px(WIDTH_PX), parent.width() - px(32))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((parent.width() - width) // 2, min(px(70), parent.height() // 10))

    @Slot(str)
    def _on_typed(self, query: str) -> None:
        self._model.search(query)
        count = self._model.rowCount()
        self.list.setVisible(count > 0)
        self._nothing.setVisible(count == 0)
        self.list.setFixedHeight(px(ROW_PX) * min(max(count, 1), ROWS) + 2)
        self._go(0)
        self.adjustSize()

    def _on_key(self, key: Qt.Key) -> bool:
        if key in _MOVES:
            self._go(self.list.currentIndex().row() + _MOVES[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex().row())
            return True
        if key == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    def _go(self, row: int) -> None:
        row = min(max(row, 0), self._model.rowCount() - 1)
        index = self._model.index(row)
        self.list.setCurrentIndex(index)
        if index.isValid() and self.isVisible():
            announce(self.field, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        entry = self._model.entry(row)
        if entry is not None:
            self.close_palette()
            self.chosen.emit(entry.target)

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if self.isVisible() and new is not None and not self.isAncestorOf(new):
            self._before = None
            self.close_palette()


class _EntryDelegate(RowDelegate):
    @override
    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        return Row(
            str(index.data(Qt.ItemDataRole.DisplayRole)),
            end=str(index.data(PLACE_ROLE)),
            picture=str(index.data(PICTURE_ROLE)),
        )

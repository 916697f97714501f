"""The plans opened lately, the ones that are gone among them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.labels import Role, label
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

ROW_PX = 48
_PATH = Qt.ItemDataRole.UserRole
_THERE = Qt.ItemDataRole.UserRole + 1


class RecentPlans(QWidget):
    """A list; Enter or a click opens, Delete takes a plan off the list."""

    chosen = Signal(object)
    """Carries the `Path` of a plan that is there."""
    missed = Signal(object)
    """Carries the `Path` of a plan that is not there any more."""
    forgotten = Signal(object)
    """Carries the `Path` to take off the list; the file stays."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = _RecentList(self)
        self._nothing = label(self, self.tr("Plans you open appear here."), Role.HINT, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addWidget(self.list)
        self.list.taken.connect(self._on_taken)
        self.list.forgotten.connect(self.forgotten)

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Show `paths`, the last opened first."""
        self.list.clear()
        for path in paths:
            self._add(path)
        self._nothing.setVisible(not paths)
        self.list.setVisible(bool(paths))
        self.list.setFixedHeight(px(ROW_PX) * max(len(paths), 1) + 4)

    def _add(self, path: Path) -> None:
        there = path.is_file()
        item = QListWidgetItem(path.stem, self.list)
        item.setData(_PATH, str(path))
        item.setData(_THERE, there)
        item.setToolTip(plain_tip(str(path)))
        gone = "" if there else self.tr(", not found")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{path.stem}{gone}")
        item.setSizeHint(QSize(px(120), px(ROW_PX)))

    @Slot(str)
    def _on_taken(self, text: str) -> None:
        path = Path(text)
        (self.chosen if path.is_file() else self.missed).emit(path)


class _RecentList(QListWidget):
    taken = Signal(str)
    forgotten = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recent_list")
        self.setAccessibleName(self.tr("Recent plans"))
        self.setProperty("plain", "true")
        self.setItemDelegate(_PathDelegate(self, ROW_PX))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.itemClicked.connect(self._on_taken)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        key = event.key()
        if item is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_taken(item)
        elif item is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._on_forgotten()
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _on_taken(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(_PATH))

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is None:
            return
        self.setCurrentItem(item)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Remove from this list")).triggered.connect(self._on_forgotten)
        menu.popup(self.viewport().mapToGlobal(place))

    @Slot()
    def _on_forgotten(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.forgotten.emit(Path(item.data(_PATH)))


class _PathDelegate(RowDelegate):
    @override
    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        path = Path(str(index.data(_PATH)))
        if index.data(_THERE):
            return Row(path.stem, str(path.parent), "", "file-text", "accent_text")
        return Row(path.stem, self.tr("Moved or deleted"), "", "file-x", "text3")

"""The sample organisations to look at, each with its sector and the template it uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.widgets.labels import Role, label
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

if TYPE_CHECKING:
    from app.bootstrap import SampleCard

ROW_PX = 66
LINE_PX = 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_NAME = Qt.ItemDataRole.UserRole
_SECTOR = Qt.ItemDataRole.UserRole + 1
_TEMPLATE = Qt.ItemDataRole.UserRole + 2


class SampleList(QWidget):
    """Enter or a click opens; says so while the samples are still being read."""

    chosen = Signal(str)
    """Carries the name of a sample."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting = label(self, self.tr("Reading the samples\u2026"), Role.HINT, wrap=True)
        self.list = _Rows(self)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._waiting)
        column.addWidget(self.list)
        self.list.taken.connect(self.chosen)

    def show_samples(self, samples: Sequence[SampleCard]) -> None:
        """Show `samples` in their order."""
        self.list.clear()
        for sample in samples:
            self._add(sample)
        self._waiting.setText(self.tr("No sample came with this installation."))
        self._waiting.setVisible(not samples)
        self.list.setVisible(bool(samples))
        self.list.setFixedHeight(px(ROW_PX) * max(len(samples), 1) + 4)

    def _add(self, sample: SampleCard) -> None:
        item = QListWidgetItem(sample.organisation, self.list)
        item.setData(_NAME, sample.name)
        item.setData(_SECTOR, sample.sector)
        item.setData(_TEMPLATE, sample.template)
        said = f"{sample.organisation}, {sample.sector}, {sample.template}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(plain_tip(said))
        item.setSizeHint(QSize(px(120), px(ROW_PX)))


class _Rows(QListWidget):
    taken = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sample_list")
        self.setAccessibleName(self.tr("Sample organisations"))
        self.setProperty("plain", "true")
        self.setItemDelegate(_SampleDelegate(self, ROW_PX))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_taken)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in _ENTER:
            self._on_taken(item)
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _on_taken(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(_NAME))


class _SampleDelegate(RowDelegate):
    """The name, and below it the sector and the template on a line each."""

    @override
    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        below = f"{index.data(_SECTOR)}\n{index.data(_TEMPLATE)}"
        return Row(str(index.data()), below, "", "building-2", "accent_text")

    @override
    def _paint_texts(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, room: QRect
    ) -> None:
        # nothing stands at the end of these rows, so words may reach nearly there
        top = room.center().y() - px(3 * LINE_PX) // 2
        for at, text in enumerate((row.title, *row.subtitle.split("\n"))):
            place = QRect(room.left(), top + at * px(LINE_PX), room.width() + px(18), px(LINE_PX))
            style = ("text3", 12, False) if at else ("text", 13, False)
            self._line(painter, option, place, text, style)

"""A row that goes on below itself where it is too wide."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QStyle, QWidget
from typing_extensions import override


class WrappingRow(QLayout):
    """Widgets beside each other as in a `QHBoxLayout`, in as many rows as they need.

    On one row they have the width they ask for, and what was added after `push` stands at its far
    end; where there are more rows, each begins where reading begins. Gaps are for one row only.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._pushed: int | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def push(self) -> None:
        """What is added from now on stands at the far end."""
        self._pushed = len(self._items)

    def add_gap(self, width: int) -> None:
        """Leave more room than between others."""
        self.addItem(QSpacerItem(width, 1))

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._height(self._rows(inner)) + margins.top() + margins.bottom()

    @override
    def sizeHint(self) -> QSize:
        shown = self._shown()
        return self._around(QSize(self._width(shown), self._height([shown])))

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown() if item.widget() is not None]
        wide = max((size.width() for size in sizes), default=0)
        return self._around(QSize(wide, max((size.height() for size in sizes), default=0)))

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        rows = self._rows(room.width())
        direction = self._direction()
        top = room.top()
        high = max(self._row_height(rows[0]), room.height()) if len(rows) == 1 else 0
        for row in rows:
            height = high or self._row_height(row)
            left = room.left()
            for item in row:
                if len(rows) == 1 and self._first_pushed() is item:
                    left = max(left, room.right() + 1 - self._width(self._after_push()))
                width = min(item.sizeHint().width(), room.width())
                place = QRect(left, top, width, height)
                item.setGeometry(QStyle.visualRect(direction, room, place))
                left += width + (self.spacing() if item.widget() is not None else 0)
            top += height + self.spacing()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        shown = self._shown()
        if self._width(shown) <= width:
            return [shown]
        rows: list[list[QLayoutItem]] = [[]]
        for item in shown:
            if item.widget() is None:
                continue
            if rows[-1] and self._width([*rows[-1], item]) > width:
                rows.append([])
            rows[-1].append(item)
        return rows

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if item.spacerItem() is not None or not item.isEmpty()]

    def _after_push(self) -> list[QLayoutItem]:
        pushed = len(self._items) if self._pushed is None else self._pushed
        return [item for item in self._shown() if self._items.index(item) >= pushed]

    def _first_pushed(self) -> QLayoutItem | None:
        return next(iter(self._after_push()), None)

    def _width(self, row: list[QLayoutItem]) -> int:
        return sum(self._advances(row)) - (self.spacing() if row else 0)

    def _advances(self, row: list[QLayoutItem]) -> Iterator[int]:
        for item in row:
            yield item.sizeHint().width() + (self.spacing() if item.widget() is not None else 0)

    def _row_height(self, row: list[QLayoutItem]) -> int:
        return max((item.sizeHint().height() for item in row), default=0)

    def _height(self, rows: list[list[QLayoutItem]]) -> int:
        return sum(self._row_height(row) + self.spacing() for row in rows) - self.spacing()

    def _around(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size.grownBy(margins)

    def _direction(self) -> Qt.LayoutDirection:
        holder = self.parentWidget()
        return Qt.LayoutDirection.LeftToRight if holder is None else holder.layoutDirection()

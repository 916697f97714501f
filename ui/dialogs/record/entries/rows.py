"""Several values below each other: added, removed and put in order."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.dialogs.record.entries.choices import FlagEntry
from ui.dialogs.record.entries.entry import Entry
from ui.dialogs.record.entries.texts import LineEntry
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

TOOL_PX = 30

Make = Callable[[QWidget], Sequence[Entry]]
"""Makes the inputs of one row."""


class RowsEntry(Entry):
    """A grid of inputs with a head, and buttons behind each row."""

    def __init__(self, parent: QWidget, make: Make, heads: Sequence[str]) -> None:
        super().__init__(parent)
        self._make = make
        self._heads = tuple(heads)
        self._key = "rows"
        self.rows: list[tuple[Entry, ...]] = []
        self._tools: list[QWidget] = []
        self._labels = [label(self, head, Role.HINT) for head in heads]
        self._add = button(self, "rows_add", self.tr("Add"), Look.LINK, "plus")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(self._grid)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._add.clicked.connect(self._on_add)

    @property
    @override
    def input(self) -> QWidget:
        return self.rows[0][0].input if self.rows else self._add

    @override
    def name_as(self, key: str, said: str, hint: str = "") -> None:
        self._key = key
        self.setObjectName(key)
        self.setAccessibleName(said)
        self._add.setObjectName(f"{key}_add")
        self._add.setAccessibleName(self.tr("Add: {0}").format(said))
        self._add.setAccessibleDescription(hint)
        self._place()

    @override
    def mark(self, *, invalid: bool) -> None:
        """The inputs that do not fit are marked one by one."""

    @override
    def refresh(self) -> None:
        for row in self.rows:
            for entry in row:
                entry.refresh()

    def clear(self) -> None:
        """Take all rows away."""
        while self.rows:
            self._drop(len(self.rows) - 1)
        self._place()

    def append(self) -> tuple[Entry, ...]:
        """Add a row without telling anybody."""
        row = tuple(self._make(self))
        for entry in row:
            entry.edited.connect(self.edited)
        self.rows.append(row)
        self._tools.append(self._toolbox(row))
        self._place()
        return row

    def _toolbox(self, row: tuple[Entry, ...]) -> QWidget:
        box = QWidget(self)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for name, picture, said, do in (
            ("up", "arrow-up", self.tr("Move up"), partial(self._on_move, row, -1)),
            ("down", "arrow-down", self.tr("Move down"), partial(self._on_move, row, 1)),
            ("remove", "trash-2", self.tr("Remove"), partial(self._on_remove, row)),
        ):
            made = icon_button(box, name, picture, said)
            made.setFixedSize(px(TOOL_PX), px(TOOL_PX))
            made.clicked.connect(do)
            line.addWidget(made)
        return box

    def _place(self) -> None:
        """Lay out the rows in their order and name them by it."""
        for at, head in enumerate(self._labels):
            head.setVisible(bool(self.rows and head.text()))
            self._grid.addWidget(head, 0, at)
            self._grid.setColumnStretch(at, self._stretch(at))
        for at, row in enumerate(self.rows):
            for column, entry in enumerate(row):
                self._grid.addWidget(entry, at + 1, column, Qt.AlignmentFlag.AlignVCenter)
                said = f"{self._heads[column] or self.accessibleName()} {at + 1}"
                entry.name_as(f"{self._key}_{at}_{column}", said)
            self._grid.addWidget(self._tools[at], at + 1, len(row), Qt.AlignmentFlag.AlignVCenter)
            self._name_tools(at)
        self._chain()

    def _stretch(self, column: int) -> int:
        """The first line of text says most, a box to tick needs no room."""
        if not self.rows:
            return 1
        row = self.rows[0]
        if isinstance(row[column], FlagEntry):
            return 0
        first = next((at for at, entry in enumerate(row) if isinstance(entry, LineEntry)), 0)
        return 5 if column == first else 3

    def _name_tools(self, at: int) -> None:
        for tool, name in zip(
            self._tools[at].findChildren(QToolButton), ("up", "down", "remove"), strict=True
        ):
            tool.setObjectName(f"{self._key}_{at}_{name}")
            tool.setAccessibleName(f"{tool.toolTip()} {at + 1}")
            last = {"up": 0, "down": len(self.rows) - 1}.get(name)
            tool.setEnabled(at != last)

    def _chain(self) -> None:
        """Tab follows what is seen."""
        inputs = [
            widget
            for row, tools in zip(self.rows, self._tools, strict=True)
            for widget in (*(entry.input for entry in row), *tools.findChildren(QToolButton))
        ]
        for before, after in zip(inputs, (*inputs[1:], self._add), strict=False):
            QWidget.setTabOrder(before, after)

    def _drop(self, at: int) -> None:
        for part in (*self.rows.pop(at), self._tools.pop(at)):
            self._grid.removeWidget(part)
            part.hide()
            part.setParent(None)
            part.deleteLater()

    def _on_add(self) -> None:
        row = self.append()
        self.edited.emit()
        row[0].input.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_move(self, row: tuple[Entry, ...], step: int) -> None:
        at = self.rows.index(row)
        to = at + step
        if not 0 <= to < len(self.rows):
            return
        self.rows.insert(to, self.rows.pop(at))
        self._tools.insert(to, self._tools.pop(at))
        self._place()
        self.edited.emit()

    def _on_remove(self, row: tuple[Entry, ...]) -> None:
        at = self.rows.index(row)
        self._drop(at)
        self._place()
        self.edited.emit()
        left = self.rows[min(at, len(self.rows) - 1)][0].input if self.rows else self._add
        left.setFocus(Qt.FocusReason.TabFocusReason)

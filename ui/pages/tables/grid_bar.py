"""The bar above a table of records: words to find, how many there are, and what can be done."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from ui.models.record_names import TableWords
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.labels import Role, label
from ui.widgets.search_field import search_field
from ui.widgets.tokens import px

FIELD_PX, LEAST_FIELD_PX, GAP_PX = 240, 150, 4
_TOOLS = ("open", "duplicate", "up", "down", "remove")
_FOLDING = (("duplicate", "up", "down"), ("open", "remove"))
"""What gives way first, and what next."""


class GridBar(QWidget):
    """What needs a chosen row is off while there is none."""

    asked = Signal(str)
    """Carries what to do: add, open, duplicate, up, down, remove or columns."""
    filtered = Signal(str)
    """Carries the words to find."""

    def __init__(self, parent: QWidget, words: TableWords, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("grid_bar")
        self._read_only = read_only
        self.field = self._search(words)
        self.count = label(self, "", Role.HINT)
        self.count.setObjectName("grid_count")
        self.tools = {
            name: icon_button(self, f"grid_{name}", picture, said)
            for name, picture, said in self._said()
        }
        self.columns = icon_button(
            self, "grid_columns", "sliders-horizontal", self.tr("Columns and order")
        )
        self.add = button(self, "grid_add", words.add, Look.PRIMARY, "plus")
        self._own: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._lay_out()
        self._connect()

    def set_actions(self, *actions: QWidget) -> None:
        """Buttons of the page, between the tools and the one that adds."""
        for old in self._own:
            self._row.removeWidget(old)
        self._own = list(actions)
        for action in actions:
            self._row.insertWidget(self._row.indexOf(self.add), action)
        self._fold()

    def show_chosen(self, count: int, *, movable: bool) -> None:
        """Say what can be done with so many chosen rows."""
        for name, tool in self.tools.items():
            one = count == 1 if name in ("open", "duplicate", "up", "down") else count > 0
            tool.setEnabled(one and (movable or name not in ("up", "down")))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where room is short, what the menu of a row offers too is left to it."""
        parts = (*self.tools.values(), *self._own, self.columns, self.add)
        gap = px(GAP_PX)
        wanted = sum(part.sizeHint().width() + gap for part in parts if self._offers(part))
        room = self.width() - px(LEAST_FIELD_PX) - self.count.sizeHint().width() - px(24)
        for names in _FOLDING:
            shown = wanted <= room
            for name in names:
                self.tools[name].setVisible(shown and not self._withheld(name))
            if not shown:
                wanted -= sum(self.tools[name].sizeHint().width() + gap for name in names)

    def _offers(self, part: QWidget) -> bool:
        """Whether a part takes room, or would if there were any."""
        names = [name for name, tool in self.tools.items() if tool is part]
        return not self._withheld(names[0]) if names else not part.isHidden()

    def _withheld(self, name: str) -> bool:
        return self._read_only and name != "open"

    def _search(self, words: TableWords) -> QLineEdit:
        made = search_field(self, "grid_filter", self.tr("Filter"))
        made.setAccessibleName(self.tr("Filter: {0}").format(words.many))
        made.setToolTip(self.tr("Rows in which every word occurs (Ctrl+F)"))
        made.setMaximumWidth(px(FIELD_PX))
        return made

    def _said(self) -> tuple[tuple[str, str, str], ...]:
        opened = self.tr("Show (Ctrl+Enter)") if self._read_only else self.tr("Edit (Ctrl+Enter)")
        return (
            ("open", "eye" if self._read_only else "pencil", opened),
            ("duplicate", "copy", self.tr("Duplicate (Ctrl+D)")),
            ("up", "arrow-up", self.tr("Move up (Alt+Up)")),
            ("down", "arrow-down", self.tr("Move down (Alt+Down)")),
            ("remove", "trash-2", self.tr("Remove (Del)")),
        )

    def _lay_out(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(GAP_PX))
        self._row.addWidget(self.field, 3)
        self._row.addSpacing(px(8))
        self._row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        for tool in self.tools.values():
            self._row.addWidget(tool)
        self._row.addWidget(self.columns)
        self._row.addSpacing(px(8))
        self._row.addWidget(self.add)
        for name, tool in self.tools.items():
            tool.setHidden(self._withheld(name))
        self.add.setHidden(self._read_only)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.filtered)
        self.add.clicked.connect(self._on_add)
        self.columns.clicked.connect(self._on_columns)
        for name in _TOOLS:
            self.tools[name].clicked.connect(self._on_tool)

    @Slot()
    def _on_add(self) -> None:
        self.asked.emit("add")

    @Slot()
    def _on_columns(self) -> None:
        self.asked.emit("columns")

    @Slot()
    def _on_tool(self) -> None:
        for name, tool in self.tools.items():
            if tool is self.sender():
                self.asked.emit(name)

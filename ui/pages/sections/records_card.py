"""The tables that belong to a section: people, roles, levels and all else it is printed with."""

from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.dialogs.comments.opener import CommentsOpener
from ui.dialogs.record import RecordEditor
from ui.models.record_names import table_words
from ui.models.record_order import CHILDREN
from ui.pages.sections.matrix_box import MatrixBox
from ui.pages.sections.record_table_box import RecordTableBox
from ui.pages.sections.record_tables import PrintedTable, printed_tables
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

__all__ = ["RecordsCard", "printed_tables", "table_title"]

_STEPS = {"up": -1, "down": 1}


class RecordsCard(Card):
    """Table by table; each can be added to, and its rows edited, copied, moved and removed."""

    placed = Signal()
    """A row was added, edited or moved, and is the chosen one now."""
    navigate = Signal(str)
    """Carries a target to go to."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent, "")
        self.setObjectName("records_card")
        self.set_title(self.tr("Tables of this section"))
        self._bridge = bridge
        self.editor = RecordEditor(bridge, self)
        self._tables: tuple[PrintedTable, ...] = ()
        self._boxes: dict[Kind, RecordTableBox] = {}
        self._comments: dict[Kind, CommentsOpener] = {}
        self._matrix: MatrixBox | None = None
        self._content = QWidget(self)
        self.body.addWidget(self._content)
        self.header.insertWidget(0, Picture(self, "table-2", "accent_text"))
        self._count = label(self, "", Role.HINT)
        self._count.setObjectName("records_count")
        self.add_action(self._count)
        self.editor.placed.connect(self._on_placed)

    def show_tables(self, tables: tuple[PrintedTable, ...]) -> None:
        """Show `tables`; nothing is redrawn while they stay the same."""
        self.setVisible(bool(tables))
        if tables == self._tables:
            return
        before = {table.kind: table for table in self._tables}
        if tuple(before) != tuple(table.kind for table in tables):
            before = {}
            self._rebuild(tables)
        self._tables = tables
        for table in tables:
            if before.get(table.kind) != table:
                self._show_table(table)
        total = sum(len(table.rows) for table in tables if table.matrix is None)
        self._count.setText(counted(total, self.tr("1 record"), self.tr("{n} records")))

    @property
    def current(self) -> tuple[Kind, RecordId] | None:
        """The record of the row one is at; None while the keyboard is elsewhere."""
        for box in self._boxes.values():
            if box.row is not None and box.list.hasFocus():
                return box.row.kind, box.row.record
        return None

    def shows(self, kind: Kind) -> bool:
        """Whether records of `kind` stand in one of the tables."""
        return any(kind in {table.kind, CHILDREN.get(table.kind)} for table in self._tables)

    def reveal(self, kind: Kind, record: RecordId) -> bool:
        """Choose a row and give it the focus; False when no table here has it."""
        if kind is Kind.CELL and self._matrix is not None:
            self._forget_rows()
            self._matrix.table.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        for box in self._boxes.values():
            if box.choose(kind, record):
                box.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def offer(self) -> QWidget | None:
        """Give the focus to the way to fill the first empty table; None when none is empty."""
        empty = {table.kind for table in self._tables if not table.rows}
        for kind, box in self._boxes.items():
            if kind in empty and not self._bridge.read_only:
                box.add.setFocus(Qt.FocusReason.TabFocusReason)
                return box.add
        return None

    def place(self) -> QRect | None:
        """Where the chosen row stands in the card; the matrix while none is chosen."""
        for box in self._boxes.values():
            if box.row is not None:
                place = box.place()
                return QRect(box.mapTo(self, place.topLeft()), place.size())
        if self._matrix is None:
            return None
        return self._matrix.geometry().translated(self._content.pos())

    def _forget_rows(self) -> None:
        for box in self._boxes.values():
            box.list.clear_choice()

    def _rebuild(self, tables: tuple[PrintedTable, ...]) -> None:
        old, self._content = self._content, QWidget(self)
        self.body.replaceWidget(old, self._content)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._boxes, self._comments, self._matrix = {}, {}, None
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for table in tables:
            column.addWidget(self._box(table.kind))
        self._content.show()

    def _box(self, kind: Kind) -> QWidget:
        read_only = self._bridge.read_only
        if kind is Kind.CELL:
            self._matrix = MatrixBox(self._content, read_only=read_only)
            self._matrix.asked.connect(self.editor.matrix)
            return self._matrix
        box = RecordTableBox(self._content, kind, read_only=read_only)
        box.asked.connect(partial(self._on_asked, box))
        box.wanted.connect(partial(self._on_wanted, box))
        box.list.chosen.connect(partial(self._on_chosen, box))
        opener = CommentsOpener(self._bridge, f"comments_{kind.value}", box)
        opener.wanted.connect(self.navigate)
        box.set_tool(opener.button)
        self._comments[kind] = opener
        self._boxes[kind] = box
        return box

    def _show_table(self, table: PrintedTable) -> None:
        if table.matrix is not None and self._matrix is not None:
            self._matrix.show_table(table)
        elif table.kind in self._boxes:
            self._boxes[table.kind].show_table(table)
            self._show_comments(self._boxes[table.kind])

    def _show_comments(self, box: RecordTableBox) -> None:
        row = box.row
        self._comments[box.kind].show_about(None if row is None else (row.kind, row.record))

    def _on_chosen(self, box: RecordTableBox) -> None:
        """One row of the card is chosen, not one of each table."""
        self._show_comments(box)
        if box.row is not None:
            for other in self._boxes.values():
                if other is not box and other.row is not None:
                    other.list.clear_choice()

    def _on_asked(self, box: RecordTableBox, do: str) -> None:
        row = box.row
        if row is None:
            return
        match do:
            case "edit":
                field = row.finding.field if row.finding is not None else ""
                self.editor.edit(row.kind, row.record, field)
            case "duplicate":
                self.editor.duplicate(row.kind, row.record)
            case "remove":
                self.editor.remove(row.kind, row.record)
            case _:
                self.editor.move(row.kind, row.record, _STEPS[do])

    def _on_wanted(self, box: RecordTableBox, kind: Kind) -> None:
        self.editor.add(kind, self._beginning(box, kind))

    def _beginning(self, box: RecordTableBox, kind: Kind) -> dict[str, Any]:
        """What a new record below another begins with: the chosen row it is to stand under."""
        plan = self._bridge.plan
        if kind is Kind.TREE_NODE:
            node = plan.tree_nodes.get(box.row.record) if box.row is not None else None
            if node is not None:
                return {"tree": node.tree, "parent": node.id}
            return {"tree": self._owner(box), "parent": None}
        if kind is Kind.STEP:
            step = plan.steps.get(box.row.record) if box.row is not None else None
            if step is not None:
                return {"playbook": step.playbook, "phase": step.phase}
            return {"playbook": self._owner(box)}
        return {}

    def _owner(self, box: RecordTableBox) -> RecordId | None:
        if box.row is not None:
            return box.row.record
        known = tuple(self._bridge.plan.table(box.kind))
        return known[0] if len(known) == 1 else None

    @Slot(object, object)
    def _on_placed(self, kind: Kind, record: RecordId) -> None:
        if self.reveal(kind, record):
            self.placed.emit()


def table_title(kind: Kind) -> str:
    """What the records of `kind` are called as a heading."""
    return table_words(kind).many

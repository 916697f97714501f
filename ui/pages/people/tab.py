"""What the tabs of the page share: a table of records, tools, and the chosen record beside it."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.services.editing import Change
from ui.dialogs.record import RecordEditor
from ui.models.record_names import table_words
from ui.pages.findings.actions import FindingActions
from ui.pages.people.beside import Beside, FittingScroll
from ui.pages.people.edits import PeopleEdits
from ui.pages.people.inspector import Inspector
from ui.pages.people.table import PeopleTable
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

TABLE_PX = 190
"""Where there is less room than for a few rows, the whole tab scrolls."""


class RecordsTab(QWidget):
    """Enter goes to the fields of the chosen row, Delete removes it."""

    KIND: ClassVar[Kind]

    navigate = Signal(str)
    """Carries a target to go to."""

    def __init__(self, edits: PeopleEdits, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{self.KIND.value}_tab")
        self.edits = edits
        self.read_only = edits.bridge.read_only
        self._at = 0
        self.editor = RecordEditor(edits.bridge, self)
        self.finding_actions = FindingActions(edits.bridge, edits.desk, self)
        self.card = Card(self)
        self.table = self.make_table(self.card)
        self.inspector = self.make_inspector(self)
        self._build_tools()
        self._lay_out()
        self._connect()

    def make_table(self, parent: QWidget) -> PeopleTable:
        """The table of the tab."""
        raise NotImplementedError

    def make_inspector(self, parent: QWidget) -> Inspector:
        """What shows the chosen record."""
        raise NotImplementedError

    def head(self) -> tuple[QWidget, ...]:
        """What stands above the table."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the plan as it is now."""
        raise NotImplementedError

    def more_tools(self) -> tuple[QPushButton, ...]:
        """Buttons beside the one that adds."""
        return ()

    def shift(self, key: RecordId, step: int) -> None:
        """Let a record stand earlier (-1) or later (1)."""
        self.editor.move(self.KIND, key, step)

    def take_out(self, key: RecordId) -> None:
        """Remove a record, after asking where others name it."""
        self.editor.remove(self.KIND, key)

    def below(self) -> tuple[QWidget, ...]:
        """What stands below the table."""
        return ()

    def choose(self, key: RecordId, field: str = "") -> bool:
        """Bring a record into view, and one of its fields; False when it is not there."""
        self.refresh()
        found = self.table.choose(key)
        if found and field:
            self._go_into(field)
        elif found:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        return found

    def follow(self, change: Change) -> None:
        """Refresh after a change; an undone one comes into view."""
        touched = [one for one in change.changes if one.kind is self.KIND]
        at = self.table.records.row_of(touched[0].id) if touched else -1
        self.refresh()
        if change.origin or not touched:
            return
        shown = next((one for one in touched if one.after is not None), None)
        if shown is not None:
            self.bring_up(shown.id)
        elif at >= 0:
            self.table.choose_near(at)

    def bring_up(self, key: RecordId) -> None:
        """Choose a record wherever it is now."""
        self.table.choose(key)

    def show_state(self, count: int) -> None:
        """Show the table or, without records, what to do; then what is chosen.

        Where nothing is, the first row is chosen, or the one that stands where the last one stood.
        """
        has_any = count > 0
        for part in (*self.head(), self.table, *self._foot_tools):
            part.setVisible(has_any)
        self._empty.setVisible(not has_any)
        self.inspector.setVisible(has_any)
        if self.table.key is None and self.inspector.record is None:
            self.table.choose_near(self._at)
        self._show_chosen()

    def _build_tools(self) -> None:
        words = table_words(self.KIND)
        name = self.KIND.value
        self.add = button(self, f"{name}_add", words.add, Look.PRIMARY, "plus")
        self.copy = button(self, f"{name}_copy", self.tr("Duplicate\u2026"), Look.PLAIN, "copy")
        self.remove = button(self, f"{name}_remove", self.tr("Remove"), Look.PLAIN, "trash-2")
        self.up = button(self, f"{name}_up", self.tr("Move up"), Look.PLAIN, "arrow-up")
        self.down = button(self, f"{name}_down", self.tr("Move down"), Look.PLAIN, "arrow-down")
        self._foot_tools = (self.copy, self.remove, self.up, self.down)
        self._empty = label(self.card, words.empty, Role.BODY, wrap=True)
        self._empty.setObjectName(f"{name}_empty")

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(px(8))
        tools.addWidget(self.add)
        for tool in self.more_tools():
            tools.addWidget(tool)
        tools.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        for tool in self._foot_tools:
            foot.addWidget(tool)
        foot.addStretch(1)
        self.card.body.addLayout(tools)
        for part in self.head():
            self.card.body.addWidget(part)
        self.card.body.addWidget(self._empty)
        self.card.body.addWidget(self.table, 3)
        for part in self.below():
            self.card.body.addWidget(part, 2 if isinstance(part, PeopleTable) else 0)
        self.card.body.addStretch(0)
        self.card.body.addLayout(foot)
        self._scroll = FittingScroll(self, f"{self.KIND.value}_scroll")
        self._scroll.content.addWidget(Beside(self._scroll.body, self.card, self.inspector))
        self.table.setMinimumHeight(px(TABLE_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        for tool in (self.add, *self.more_tools(), *self._foot_tools):
            tool.setEnabled(not self.read_only)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.removed.connect(self._on_remove)
        self.add.clicked.connect(self._on_add)
        self.copy.clicked.connect(self._on_copy)
        self.remove.clicked.connect(self._on_remove)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.editor.placed.connect(self._on_placed)
        self.inspector.navigate.connect(self.navigate)
        self.inspector.mended.connect(self._on_mend)
        self.inspector.accepting.connect(self._on_accept)
        self.finding_actions.done.connect(self._on_done)

    @Slot()
    def _show_chosen(self) -> None:
        key = self.table.key
        if key is not None:
            self._at = self.table.records.row_of(key)
        plan, kept = self.edits.plan, self.inspector.key
        stays = key is None and kept is not None and plan.find(self.KIND, kept) is not None
        self.inspector.show_record(kept if stays else key)
        may = self.inspector.record is not None and not self.read_only
        for tool in self._foot_tools:
            tool.setEnabled(may)

    @Slot()
    def _on_opened(self) -> None:
        self._go_into("name")

    def _go_into(self, field: str) -> None:
        """Give the focus to a field of the inspector, which may stand below the table."""
        self._scroll.ensureWidgetVisible(self.inspector)
        self.inspector.focus_field(field)

    @Slot()
    def _on_add(self) -> None:
        self.editor.add(self.KIND)

    @Slot()
    def _on_copy(self) -> None:
        if self.inspector.key is not None:
            self.editor.duplicate(self.KIND, self.inspector.key)

    @Slot()
    def _on_remove(self) -> None:
        if self.inspector.key is not None:
            self.take_out(self.inspector.key)

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        if self.inspector.key is not None:
            self.shift(self.inspector.key, step)

    @Slot(object, object)
    def _on_placed(self, kind: Kind, record: RecordId) -> None:
        if kind is self.KIND:
            self.bring_up(record)

    @Slot(object)
    def _on_mend(self, finding: Finding) -> None:
        self.finding_actions.mend((finding,))

    @Slot(object)
    def _on_accept(self, finding: Finding) -> None:
        self.finding_actions.ask_to_accept((finding,))

    @Slot(str)
    def _on_done(self, said: str) -> None:
        announce(self, said)

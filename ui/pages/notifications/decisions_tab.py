"""The register of decisions: notify or not, by whom, when and why."""

from dataclasses import fields
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import NotificationDecision
from app.domain.plan.plan import Kind
from app.services.notifying.deciding import register
from ui.dialogs.record import RecordEditor
from ui.models.decision_rows import decision_headings, decision_row
from ui.pages.notifications.register_card import lay_out_register
from ui.pages.notifications.sources import Sources
from ui.pages.tables.cell_table import CellTable
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label

WEIGHTS = (14, 22, 16, 20, 30)


class DecisionsTab(QWidget):
    """Open decisions first; Enter edits the chosen one, Delete removes it."""

    adopted_wanted = Signal()
    """There is no duty to decide on; duties are to be adopted."""

    def __init__(self, sources: Sources, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("decisions_tab")
        self._sources = sources
        self.editor = RecordEditor(sources.bridge, self)
        self._build()
        lay_out_register(
            self, (self._edit, self._remove), self._add, (self._empty, self._look), self.table
        )
        self._connect()

    def refresh(self) -> None:
        """Show the decisions as they are now."""
        plan = self._sources.bridge.plan
        rows = tuple(decision_row(plan, decision) for decision in register(plan))
        self.table.show_rows(rows)
        may, duties = not self._sources.bridge.read_only, bool(plan.obligations)
        self.table.setVisible(bool(rows))
        self._edit.setVisible(bool(rows))
        self._remove.setVisible(bool(rows) and may)
        self._add.setVisible(duties and may)
        self._look.setVisible(not duties and not rows)
        self._empty.setVisible(not rows)
        self._empty.setText(self._nothing(duties=duties))
        self._on_chosen()

    def begin(self, decision: NotificationDecision) -> None:
        """Ask for the rest of a decision that was begun."""
        names = [item.name for item in fields(decision) if item.name != "id"]
        values: dict[str, Any] = {name: getattr(decision, name) for name in names}
        self.editor.add(Kind.DECISION, values)

    def _nothing(self, *, duties: bool) -> str:
        if not duties:
            return self.tr("There is nothing to decide yet: the plan has no duty to notify.")
        return self.tr(
            "No decision is recorded. In an incident, record for each duty whether you notify, "
            "who decided it and why."
        )

    def _build(self) -> None:
        columns = list(zip(decision_headings(), WEIGHTS, strict=True))
        self.table = CellTable(self, "decisions_table", self.tr("Decisions"), columns)
        read_only = self._sources.bridge.read_only
        words = self.tr("Show\u2026") if read_only else self.tr("Edit\u2026")
        picture = "eye" if read_only else "pencil"
        self._edit = button(self, "decision_edit", words, Look.PLAIN, picture)
        self._remove = button(self, "decision_remove", self.tr("Remove"), Look.PLAIN, "trash-2")
        add = self.tr("Record a decision\u2026")
        self._add = button(self, "decision_add", add, Look.PRIMARY, "plus")
        self._empty = label(self, "", Role.BODY, wrap=True)
        self._empty.setObjectName("decisions_empty")
        self._look = button(self, "decisions_adopt", self.tr("Look at the proposals"), Look.LINK)

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_edit)
        self.table.removed.connect(self._on_remove)
        self._edit.clicked.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)
        self._add.clicked.connect(self._on_add)
        self._look.clicked.connect(self.adopted_wanted)
        self.editor.placed.connect(self._on_placed)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = bool(self.table.key)
        self._edit.setEnabled(chosen)
        self._remove.setEnabled(chosen)

    @Slot()
    def _on_edit(self) -> None:
        if self.table.key:
            self.editor.edit(Kind.DECISION, RecordId(self.table.key))

    @Slot()
    def _on_remove(self) -> None:
        if self.table.key:
            self.editor.remove(Kind.DECISION, RecordId(self.table.key))

    @Slot()
    def _on_add(self) -> None:
        self.editor.add(Kind.DECISION, {"by": self._sources.person, "at": self._sources.now})

    @Slot(object, object)
    def _on_placed(self, kind: Kind, record: RecordId) -> None:
        if kind is Kind.DECISION and self.table.choose(record):
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

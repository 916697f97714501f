"""The use of the plan in incidents: recorded, edited, filed as evidence."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.lessons import Activation
from ui.models.activation_rows import activation_headings, activation_row
from ui.pages.exercises.register import lay_out
from ui.pages.notifications.sources import Sources
from ui.pages.tables.cell_table import CellTable
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label

WEIGHTS = (26, 26, 14, 34)
BLANK = Activation(RecordId(""), "")
"""What a new record begins with."""


class IncidentsTab(QWidget):
    """Enter opens the record of the chosen incident, Delete removes it."""

    record_wanted = Signal(object)
    """Carries the `Activation` that is to be recorded or edited."""
    evidence_wanted = Signal(object)
    """Carries the `Activation` that is to be filed as evidence."""
    removal_wanted = Signal(object)
    """Carries the `Activation` whose record is to go."""

    def __init__(self, sources: Sources, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("incidents_tab")
        self._sources = sources
        self._build()
        tools = (self._edit, self._evidence, self._remove)
        lay_out(self, tools, (self._add,), self._empty, self.table)
        self._connect()

    @Slot()
    def refresh(self) -> None:
        """Show the incidents as they are now, the latest first."""
        plan = self._sources.bridge.plan
        known = sorted(
            plan.activations.values(),
            key=lambda item: "" if item.started_at is None else item.started_at.isoformat(),
            reverse=True,
        )
        self.table.show_rows(tuple(activation_row(plan, item) for item in known))
        may = not self._sources.bridge.read_only
        self._edit.setVisible(bool(known))
        self._evidence.setVisible(bool(known) and may)
        self._remove.setVisible(bool(known) and may)
        self._add.setVisible(may)
        self.table.setVisible(bool(known))
        self._empty.setVisible(not known)
        self._on_chosen()

    @property
    def chosen(self) -> Activation | None:
        """The incident whose row is chosen."""
        return self._sources.bridge.plan.activations.get(RecordId(self.table.key))

    def _build(self) -> None:
        columns = list(zip(activation_headings(), WEIGHTS, strict=True))
        name = self.tr("Incidents in which the plan was used")
        self.table = CellTable(self, "incidents_table", name, columns)
        words = self.tr("Open the record\u2026")
        self._edit = button(self, "incident_edit", words, Look.PLAIN, "pencil")
        self._evidence = button(
            self, "incident_evidence", self.tr("Evidence\u2026"), Look.PLAIN, "shield-check"
        )
        self._remove = button(self, "incident_remove", self.tr("Remove"), Look.PLAIN, "trash-2")
        add = self.tr("Record an incident\u2026")
        self._add = button(self, "incident_add", add, Look.PRIMARY, "plus")
        empty = self.tr(
            "No use of the plan is recorded. After an incident, record here when the plan was "
            "activated, which parts were used and where the response departed from it."
        )
        self._empty = label(self, empty, Role.BODY, wrap=True)
        self._empty.setObjectName("incidents_empty")

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_edit)
        self.table.removed.connect(self._on_remove)
        self._edit.clicked.connect(self._on_edit)
        self._evidence.clicked.connect(self._on_evidence)
        self._remove.clicked.connect(self._on_remove)
        self._add.clicked.connect(self._on_add)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.chosen
        for tool in (self._edit, self._remove):
            tool.setEnabled(chosen is not None)
        self._evidence.setEnabled(chosen is not None and chosen.started_at is not None)

    @Slot()
    def _on_edit(self) -> None:
        if self.chosen is not None:
            self.record_wanted.emit(self.chosen)

    @Slot()
    def _on_evidence(self) -> None:
        if self.chosen is not None:
            self.evidence_wanted.emit(self.chosen)

    @Slot()
    def _on_remove(self) -> None:
        if self.chosen is not None and not self._sources.bridge.read_only:
            self.removal_wanted.emit(self.chosen)

    @Slot()
    def _on_add(self) -> None:
        self.record_wanted.emit(BLANK)

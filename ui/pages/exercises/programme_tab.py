"""Exercises planned and held: planned here, recorded as held, filed as evidence."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.practice import is_held
from app.domain.plan.programme import Exercise, by_date
from ui.dialogs.record import RecordEditor
from ui.models.exercise_rows import exercise_headings, exercise_row
from ui.pages.exercises.register import lay_out
from ui.pages.notifications.sources import Sources
from ui.pages.tables.cell_table import CellTable
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label

WEIGHTS = (30, 14, 18, 38)
BLANK = Exercise(RecordId(""), "")
"""What the record of an exercise begins with that nobody planned."""


class ProgrammeTab(QWidget):
    """Enter records the chosen exercise, Delete removes it."""

    record_wanted = Signal(object)
    """Carries the `Exercise` that is to be recorded as held."""
    evidence_wanted = Signal(object)
    """Carries the `Exercise` that is to be filed as evidence."""

    def __init__(self, sources: Sources, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("programme_tab")
        self._sources = sources
        self.editor = RecordEditor(sources.bridge, self)
        self._build()
        lay_out(
            self,
            (self._record, self._plan_again, self._evidence, self._remove),
            (self._sudden, self._add),
            self._empty,
            self.table,
        )
        self._connect()

    @Slot()
    def refresh(self) -> None:
        """Show the exercises as they are now."""
        plan = self._sources.bridge.plan
        items = by_date(plan.exercises.values())
        self.table.show_rows(tuple(exercise_row(plan, item) for item in items))
        may = not self._sources.bridge.read_only
        for shown in (self._record, self._plan_again):
            shown.setVisible(bool(items))
        self._evidence.setVisible(bool(items) and may)
        self._remove.setVisible(bool(items) and may)
        self._add.setVisible(may)
        self._sudden.setVisible(may)
        self.table.setVisible(bool(items))
        self._empty.setVisible(not items)
        self._on_chosen()

    @property
    def chosen(self) -> Exercise | None:
        """The exercise whose row is chosen."""
        return self._sources.bridge.plan.exercises.get(RecordId(self.table.key))

    def _build(self) -> None:
        columns = list(zip(exercise_headings(), WEIGHTS, strict=True))
        self.table = CellTable(self, "exercises_table", self.tr("Exercises"), columns)
        self._record = button(
            self, "exercise_record", self.tr("Record as held\u2026"), Look.PLAIN, "clipboard-check"
        )
        self._plan_again = button(
            self, "exercise_edit", self.tr("Edit the plan of it\u2026"), Look.PLAIN, "pencil"
        )
        self._evidence = button(
            self, "exercise_evidence", self.tr("Evidence\u2026"), Look.PLAIN, "shield-check"
        )
        self._remove = button(self, "exercise_remove", self.tr("Remove"), Look.PLAIN, "trash-2")
        self._sudden = button(self, "exercise_sudden", self.tr("Record an unplanned one\u2026"))
        words = self.tr("Plan an exercise\u2026")
        self._add = button(self, "exercise_add", words, Look.PRIMARY, "plus")
        empty = self.tr(
            "No exercise is planned or held. Plan the next one with its date and objectives; once "
            "it was held, record here who came, what was tried out and what was found."
        )
        self._empty = label(self, empty, Role.BODY, wrap=True)
        self._empty.setObjectName("exercises_empty")

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_record)
        self.table.removed.connect(self._on_remove)
        self._record.clicked.connect(self._on_record)
        self._plan_again.clicked.connect(self._on_edit)
        self._evidence.clicked.connect(self._on_evidence)
        self._remove.clicked.connect(self._on_remove)
        self._sudden.clicked.connect(self._on_sudden)
        self._add.clicked.connect(self._on_add)
        self.editor.placed.connect(self._on_placed)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.chosen
        held = chosen is not None and is_held(chosen)
        words = self.tr("Open the record\u2026") if held else self.tr("Record as held\u2026")
        self._record.setText(f" {words}")
        self._record.setAccessibleName(words)
        read_only = self._sources.bridge.read_only
        self._record.setEnabled(chosen is not None and (held or not read_only))
        self._plan_again.setEnabled(chosen is not None)
        self._remove.setEnabled(chosen is not None)
        self._evidence.setEnabled(held and chosen is not None and chosen.on is not None)

    @Slot()
    def _on_record(self) -> None:
        chosen = self.chosen
        if chosen is not None and self._record.isEnabled():
            self.record_wanted.emit(chosen)

    @Slot()
    def _on_sudden(self) -> None:
        self.record_wanted.emit(BLANK)

    @Slot()
    def _on_evidence(self) -> None:
        if self.chosen is not None:
            self.evidence_wanted.emit(self.chosen)

    @Slot()
    def _on_edit(self) -> None:
        if self.table.key:
            self.editor.edit(Kind.EXERCISE, RecordId(self.table.key))

    @Slot()
    def _on_remove(self) -> None:
        if self.table.key:
            self.editor.remove(Kind.EXERCISE, RecordId(self.table.key))

    @Slot()
    def _on_add(self) -> None:
        self.editor.add(Kind.EXERCISE)

    @Slot(object, object)
    def _on_placed(self, kind: Kind, record: RecordId) -> None:
        if kind is Kind.EXERCISE and self.table.choose(record):
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

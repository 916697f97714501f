"""What is done with whole activities: adding, naming, moving, copying, removing, generating."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemDelegate, QDialog, QWidget

from app.domain.plan.ids import RecordId
from ui.bridge.session import PlanBridge
from ui.dialogs.question import QuestionDialog
from ui.pages.people.raci.edits import RaciEdits, short
from ui.pages.people.raci.grid import RaciGrid

REMOVE: Final = "remove"
STEPS: Final = {"up": -1, "down": 1}


class RowDeeds(QObject):
    """Acts on the activity that has the cursor, and asks before parts are lost."""

    wanted = Signal(object)
    """Carries the id of an activity to bring into view, whatever the filter lets through."""
    told = Signal(str)
    """Carries what was done, for those who cannot see it."""
    refused = Signal(str)
    """Carries what could not be done."""

    def __init__(
        self, bridge: PlanBridge, edits: RaciEdits, grid: RaciGrid, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bridge, self._edits, self._grid = bridge, edits, grid
        self._window = parent
        self._naming: RecordId | None = None
        self.dialog: QDialog | None = None
        grid.table.renamed.connect(self._on_renamed)
        grid.activities.itemDelegate().closeEditor.connect(self._on_named)

    def do(self, deed: str) -> None:
        """Add, generate, or do something with the activity that has the cursor."""
        key = self._grid.key
        if self._bridge.read_only:
            return
        if deed == "add":
            self._add(key)
        elif deed == "generate":
            self._generate()
        elif key is not None:
            self._with_row(deed, key)

    def _with_row(self, deed: str, key: RecordId) -> None:
        if deed in STEPS:
            self._move(key, STEPS[deed])
        elif deed == "rename":
            self._name(key)
        elif deed == "copy":
            self._copy(key)
        else:
            self._ask_to_remove(key)

    def _add(self, behind: RecordId | None) -> None:
        key = self._edits.add(behind)
        if key is not None:
            self._naming = key
            self.wanted.emit(key)
            self._name(key)

    def _copy(self, key: RecordId) -> None:
        new = self._edits.copy(key)
        if new is not None:
            self.wanted.emit(new)
            self._name(new)

    def _name(self, key: RecordId) -> None:
        row = self._grid.table.row_of(key)
        self._grid.go(row, 0, focus=True)
        self._grid.activities.edit(self._grid.table.index(row, 0))

    def _move(self, key: RecordId, step: int) -> None:
        rows = self._grid.table.rows
        to, column = self._grid.table.row_of(key) + step, max(self._grid.current.column(), 0)
        if 0 <= to < len(rows) and self._edits.move(key, rows[to].id):
            self._grid.go(self._grid.table.row_of(key), column)
            self.told.emit(self.tr("Row {0} of {1}").format(to + 1, len(rows)))

    def _ask_to_remove(self, key: RecordId) -> None:
        lost = self._edits.lost_with(key)
        if not lost:
            self._remove(key)
            return
        said = self.tr("Its parts go with it: {0}. Undo brings it back.").format(lost)
        answers = (("keep", self.tr("Cancel")), (REMOVE, self.tr("Remove")))
        title = self.tr("Remove {0}?").format(short(self._bridge.plan.raci[key].activity))
        question = QuestionDialog(self._window, title, said, answers)
        question.answered.connect(partial(self._on_answer, key))
        self._open(question)

    def _remove(self, key: RecordId) -> None:
        at = self._grid.table.row_of(key)
        if self._edits.remove(key):
            rows = len(self._grid.table.rows)
            self._grid.go(min(at, rows - 1), 0, focus=True)
            self.told.emit(self._bridge.undo_label)

    def _generate(self) -> None:
        from ui.pages.people.raci.generate_dialog import GenerateDialog

        dialog = GenerateDialog(self._bridge.plan, self._window)
        dialog.given.connect(self._on_given)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_given(self, chosen: object) -> None:
        rows = tuple(chosen) if isinstance(chosen, tuple) else ()
        if self._edits.adopt(rows):
            self.wanted.emit(rows[0].row.id)
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.told.emit(self._bridge.undo_label)

    @Slot(object, str)
    def _on_renamed(self, key: RecordId, name: str) -> None:
        problem = self._edits.rename(key, name, new=self._naming == key)
        if problem:
            self.refused.emit(problem)
        else:
            self.wanted.emit(key)

    @Slot(QWidget, QAbstractItemDelegate.EndEditHint)
    def _on_named(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Whether a name was typed or not, what follows is a step of its own."""
        del editor, hint
        self._naming = None
        self._bridge.end_merge()

    @Slot(str)
    def _on_answer(self, key: RecordId, answer: str) -> None:
        if answer == REMOVE and key in self._bridge.plan.raci:
            self._remove(key)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

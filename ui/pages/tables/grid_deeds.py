"""What is done with the chosen rows of a table of records."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge
from ui.dialogs.question import QuestionDialog
from ui.dialogs.record import RecordEditor
from ui.models.record_table import RecordTableModel
from ui.models.record_table.copying import as_table
from ui.models.record_table.editing import ORIGIN, removal_of
from ui.models.record_table.leaving import left_behind
from ui.pages.tables.table_view import RecordTableView

_STEPS = {"up": -1, "down": 1}
REMOVE = "remove"


class GridDeeds(QObject):
    """Each deed is one undo step; what others would notice is asked first."""

    told = Signal(str)
    """Carries a sentence: why something was not done, or what was."""
    pasted = Signal(str)
    """Carries the text of a table from the clipboard."""

    def __init__(
        self, bridge: PlanBridge, view: RecordTableView, model: RecordTableModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._view = view
        self._model = model
        self._parent = parent
        self.dialog: QDialog | None = None
        self.editor = RecordEditor(bridge, parent)

    @property
    def _kind(self) -> Kind:
        return self._model.kind

    def do(self, name: str) -> None:
        """Do what a key, a button or a menu entry of that name asks for."""
        keys, key = self._view.keys, self._view.key
        match name:
            case "add":
                self.editor.add(self._kind)
            case "copy":
                self._copy()
            case "paste":
                self._paste()
            case "remove" if keys:
                self._remove(keys)
            case "open" if key is not None:
                self.editor.edit(self._kind, key)
            case "duplicate" if key is not None:
                self.editor.duplicate(self._kind, key)
            case "up" | "down" if key is not None:
                self._move(key, _STEPS[name])
            case _:
                pass

    def _move(self, key: RecordId, step: int) -> None:
        if self._model.movable:
            self.editor.move(self._kind, key, step)
        elif not self._bridge.read_only:
            said = self.tr(
                "Rows can be moved in the plan\u2019s own order only: clear the filter and the "
                "sorting first."
            )
            self.told.emit(said)

    def _copy(self) -> None:
        """The columns shown, in the order they are shown."""
        head = self._view.horizontalHeader()
        order = [head.logicalIndex(at) for at in range(head.count())]
        columns = [at for at in order if not head.isSectionHidden(at)]
        rows = [self._model.row_of(key) for key in self._view.keys]
        if not rows:
            return
        headings = [self._model.columns[at].heading for at in columns]
        cells = ([self._model.text(row, at) for at in columns] for row in rows)
        QGuiApplication.clipboard().setText(as_table(headings, cells))

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip() and not self._bridge.read_only:
            self.pasted.emit(text)

    def _remove(self, keys: tuple[RecordId, ...]) -> None:
        if len(keys) == 1:
            self.editor.remove(self._kind, keys[0])
            return
        if self._bridge.read_only:
            return
        plan = self._bridge.plan
        changes = removal_of(plan, self._kind, keys)
        label = self.tr("Remove {0} rows").format(len(keys))
        question = QuestionDialog(
            self._parent,
            self.tr("Remove {0} rows?").format(len(keys)),
            left_behind(plan, self._kind, keys, changes),
            (("keep", self.tr("Cancel")), (REMOVE, self.tr("Remove"))),
        )
        question.answered.connect(partial(self._on_answer, changes, label))
        question.finished.connect(self._on_finished)
        self.dialog = question
        question.open()

    def _on_answer(self, changes: ChangeSet, label: str, answer: str) -> None:
        if answer == REMOVE:
            self._bridge.apply(changes, label, ORIGIN)

    def _on_finished(self) -> None:
        self.dialog = None

"""What buttons and keys do to levels: add, open, remove with a question, accept a sample."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from ui.bridge.session import PlanBridge
from ui.dialogs.question import QuestionDialog
from ui.dialogs.record.editor import RecordEditor
from ui.dialogs.record.removal import consequences
from ui.models.classification_edits import level_removed
from ui.models.classification_levels import ORIGIN
from ui.models.record_edits import removal
from ui.models.record_names import name_of
from ui.models.record_order import RANKED

REMOVE = "remove"


class LevelEdits(QObject):
    """Every edit is one undo step; what is lost with a record is said before."""

    placed = Signal(object, object)
    """Carries `Kind` and id of a record that was added or edited in its form."""

    def __init__(self, bridge: PlanBridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self.editor = RecordEditor(bridge, window)
        self.dialog: QDialog | None = None
        self.editor.placed.connect(self.placed)

    def add(self, kind: Kind) -> None:
        """Ask for a new record."""
        self.editor.add(kind)

    def open(self, kind: Kind, key: RecordId, field: str = "") -> None:
        """Open the record in its form."""
        self.editor.edit(kind, key, field)

    def remove(self, kind: Kind, key: RecordId) -> None:
        """Take the record out; the levels below it move up."""
        plan = self._bridge.plan
        if self._bridge.read_only or plan.find(kind, key) is None:
            return
        if kind not in RANKED:
            self.editor.remove(kind, key)
            return
        changes = level_removed(plan, kind, key)
        name = name_of(plan, kind, key)
        label = self.tr("Remove {0}").format(name)
        said = consequences(plan, kind, key, removal(plan, kind, key))
        if not said:
            self._bridge.apply(changes, label, ORIGIN)
            return
        answers = (("keep", self.tr("Cancel")), (REMOVE, self.tr("Remove")))
        heading = self.tr("Remove {0}?").format(name)
        self.dialog = QuestionDialog(self._window, heading, said, answers)
        self.dialog.answered.connect(partial(self._on_answer, changes, label))
        self.dialog.open()

    def _on_answer(self, changes: ChangeSet, label: str, answer: str) -> None:
        self.dialog = None
        if answer == REMOVE:
            self._bridge.apply(changes, label, ORIGIN)

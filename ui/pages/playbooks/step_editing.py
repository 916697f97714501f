"""Tells what was entered over a cell of a step."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView, QWidget
from typing_extensions import override

from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge
from ui.models.playbook_steps import FIELDS, STEP_ROLE, StepsModel
from ui.models.record_form import form_of
from ui.pages.tables.cell_editor import CellEditor
from ui.pages.tables.editor_delegate import EditorDelegate

_Index = QModelIndex | QPersistentModelIndex


class StepEditing(EditorDelegate):
    """The model keeps nothing itself."""

    given = Signal(object, str, object)
    """Carries the id of a step, a field of it, and what was entered there."""

    def __init__(self, bridge: PlanBridge, parent: QTreeView) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._forms = {form.name: form for form in form_of(Kind.STEP)}

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        plan = self._bridge.plan
        step = plan.steps[index.data(STEP_ROLE)]
        return self.open(parent, plan, Kind.STEP, step, self._forms[FIELDS[index.column()]])

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, CellEditor) and editor.fits and isinstance(model, StepsModel):
            self.given.emit(index.data(STEP_ROLE), FIELDS[index.column()], editor.given)

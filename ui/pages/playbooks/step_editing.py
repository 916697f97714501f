"""Opens an input over a cell of a step."""

from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge
from ui.models.playbook_steps import FIELDS, STEP_ROLE, StepsModel
from ui.models.record_form import form_of
from ui.models.record_names import record_name
from ui.models.record_options import Surroundings
from ui.pages.tables.cell_editor import CellEditor

_Index = QModelIndex | QPersistentModelIndex


class StepEditing(QStyledItemDelegate):
    """Has at most one editor open; what does not fit stays open, with the reason."""

    given = Signal(object, str, object)
    """Carries the id of a step, a field of it, and what was entered there."""

    def __init__(self, bridge: PlanBridge, parent: QTreeView) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._forms = {form.name: form for form in form_of(Kind.STEP)}
        self.editor: CellEditor | None = None

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        plan, field = self._bridge.plan, FIELDS[index.column()]
        step = plan.steps[index.data(STEP_ROLE)]
        form = self._forms[field]
        around = Surroundings(plan, step.id, partial(getattr, step))
        made = CellEditor(parent, form, around)
        made.name_as(self.tr("{0}, {1}").format(form.label, record_name(plan, Kind.STEP, step)))
        made.show_value(getattr(step, field))
        made.left.connect(partial(self._on_left, made))
        made.resized.connect(partial(self._place, made))
        self.editor = made
        return made

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The editor is filled when it opens; what is typed then is not overwritten."""

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, CellEditor) and editor.fits and isinstance(model, StepsModel):
            self.given.emit(index.data(STEP_ROLE), FIELDS[index.column()], editor.given)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        if isinstance(editor, CellEditor):
            editor.cover(option.rect)

    @override
    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        """The editor sees to its keys and its focus itself."""
        return False

    def _place(self, editor: CellEditor) -> None:
        editor.cover(editor.cell)

    def _on_left(self, editor: CellEditor, how: QAbstractItemDelegate.EndEditHint) -> None:
        if editor is not self.editor:
            return
        self.editor = None
        if editor.fits:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, how)

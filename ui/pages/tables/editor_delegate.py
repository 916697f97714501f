"""Opens an input over a cell, and keeps it open while what stands in it does not fit."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.domain.plan.plan import Kind, Plan
from ui.models.record_form import FieldForm
from ui.models.record_names import record_name
from ui.models.record_options import Surroundings
from ui.pages.tables.cell_editor import CellEditor

_Index = QModelIndex | QPersistentModelIndex


class EditorDelegate(QStyledItemDelegate):
    """Has at most one editor open; a delegate derived from it says of what, and keeps it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.editor: CellEditor | None = None

    def open(
        self,
        parent: QWidget,
        plan: Plan,
        kind: Kind,
        record: Any,  # noqa: ANN401 - any record of that kind
        form: FieldForm,
    ) -> CellEditor:
        """An editor over what `record` has in the field of `form`."""
        made = CellEditor(parent, form, Surroundings(plan, record.id, partial(getattr, record)))
        made.name_as(self.tr("{0}, {1}").format(form.label, record_name(plan, kind, record)))
        made.show_value(getattr(record, form.name))
        made.left.connect(partial(self._on_left, made))
        made.resized.connect(partial(self._place, made))
        self.editor = made
        return made

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The editor is filled when it opens; what is typed then is not overwritten."""

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        if isinstance(editor, CellEditor):
            editor.cover(option.rect)

    @override
    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        """What a view takes away is not open any more."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

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

"""Opens an input over a cell, and keeps it open while what stands in it does not fit."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui.models.record_names import record_name
from ui.models.record_options import Surroundings
from ui.models.record_table import RecordTableModel
from ui.pages.tables.cell_editor import CellEditor

_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint
_Index = QModelIndex | QPersistentModelIndex


class EditingDelegate(QStyledItemDelegate):
    """Has at most one editor open."""

    def __init__(self, model: RecordTableModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._model = model
        self._table = parent
        self.editor: CellEditor | None = None

    def settle(self) -> bool:
        """Keep what stands in an open editor; False, with the reason beside it, if it cannot be."""
        return self.editor is None or self.editor.keep(_NO_HINT)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        column = self._model.columns[index.column()]
        record = self._model.record(index.row())
        plan = self._model.plan

        def chosen(name: str) -> object:
            return getattr(record, name)

        around = Surroundings(plan, record.id, chosen)
        made = CellEditor(parent, column.form, around)
        name = record_name(plan, self._model.kind, record)
        made.name_as(self.tr("{0}, {1}").format(column.heading, name))
        made.show_value(getattr(record, column.name))
        made.left.connect(partial(self._on_left, made))
        made.resized.connect(partial(self._place, made))
        self.editor = made
        return made

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The editor is filled when it opens; what is typed then is not overwritten."""

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, CellEditor) and editor.read():
            self._model.keep(index.row(), index.column(), editor.given)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        if isinstance(editor, CellEditor):
            editor.cover(option.rect)

    @override
    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        """A table that takes an editor away has asked for what stands in it before."""
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

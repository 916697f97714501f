"""Keeps in a record what was entered over a cell of its table."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from ui.models.record_table import RecordTableModel
from ui.pages.tables.cell_editor import CellEditor
from ui.pages.tables.editor_delegate import EditorDelegate

_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint
_Index = QModelIndex | QPersistentModelIndex


class EditingDelegate(EditorDelegate):
    """What a table closes by itself is kept as well, where it fits."""

    def __init__(self, model: RecordTableModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._model = model

    def settle(self) -> bool:
        """Keep what stands in an open editor; False, with the reason beside it, if it cannot be."""
        return self.editor is None or self.editor.keep(_NO_HINT)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        rows = self._model
        form = rows.columns[index.column()].form
        return self.open(parent, rows.plan, rows.kind, rows.record(index.row()), form)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, CellEditor) and editor.read():
            self._model.keep(index.row(), index.column(), editor.given)

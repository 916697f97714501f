"""What the cells of a list, a table or a tree say, as far as they are shown."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QTableView, QTreeView


def cells(view: QAbstractItemView) -> Iterator[tuple[QModelIndex, str]]:
    """Every cell that says something, those of closed branches too, in reading order."""
    model = view.model()
    top = _rows(view, model, view.rootIndex()) if model is not None else iter(())
    waiting = [top]  # a tree may be deeper than calls can nest
    while waiting:
        found = next(waiting[-1], None)
        if found is None:
            waiting.pop()
            continue
        row, parent = found
        for column in _columns(view, model, parent):
            index = model.index(row, column, parent)
            text = _cell_text(index)
            if text.strip():
                yield index, text
        first = model.index(row, 0, parent)
        if isinstance(view, QTreeView) and model.hasChildren(first):
            waiting.append(_rows(view, model, first))


def _rows(
    view: QAbstractItemView, model: QAbstractItemModel, parent: QModelIndex
) -> Iterator[tuple[int, QModelIndex]]:
    """The rows below `parent` that are shown."""
    every = range(model.rowCount(parent))
    return ((row, parent) for row in every if not _row_hidden(view, row, parent))


def _cell_text(index: QModelIndex) -> str:
    """What is written in a cell; what is painted there as a picture is only said of it."""
    shown = index.data(Qt.ItemDataRole.DisplayRole)
    if shown is None:
        shown = index.data(Qt.ItemDataRole.AccessibleTextRole)
    return "" if shown is None else str(shown)


def _row_hidden(view: QAbstractItemView, row: int, parent: QModelIndex) -> bool:
    if isinstance(view, QTreeView):
        return view.isRowHidden(row, parent)
    return isinstance(view, (QListView, QTableView)) and view.isRowHidden(row)


def _columns(
    view: QAbstractItemView, model: QAbstractItemModel, parent: QModelIndex
) -> tuple[int, ...]:
    """Those that are shown, in their own order; models of lists do not tell how many they have."""
    if isinstance(view, QListView):
        return (view.modelColumn(),)
    every = range(model.columnCount(parent))
    if isinstance(view, (QTreeView, QTableView)):
        return tuple(column for column in every if not view.isColumnHidden(column))
    return tuple(every)

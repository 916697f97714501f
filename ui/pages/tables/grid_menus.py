"""The menus of a table of records: what can be done with rows, and which columns are shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.pages.tables.table_view import RecordTableView

Ask = Callable[[str], object]


def row_menu(view: RecordTableView, ask: Ask, *, movable: bool, read_only: bool) -> QMenu:
    """What can be done with the chosen rows, each as its key does it."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    one = len(view.keys) == 1
    entries = (
        ("open", _tr("Show the whole record") if read_only else _tr("Edit in a form"), one, True),
        ("duplicate", _tr("Duplicate"), one, not read_only),
        ("up", _tr("Move up"), one and movable, not read_only),
        ("down", _tr("Move down"), one and movable, not read_only),
        ("copy", _tr("Copy as a table"), True, True),
        ("remove", _tr("Remove"), True, not read_only),
    )
    for name, text, enabled, offered in entries:
        if offered:
            _add(menu, name, text, partial(ask, name)).setEnabled(enabled)
    return menu


def column_menu(view: RecordTableView, changed: Callable[[], object]) -> QMenu:
    """The order of the rows, then every column with a tick where it is shown."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    head = view.horizontalHeader()
    at = max(view.currentIndex().column(), 0)
    heading = str(view.model().headerData(at, Qt.Orientation.Horizontal))
    for name, text, column, order in (
        ("sort_up", _tr("Sort by \u201c{0}\u201d").format(heading), at, _UP),
        ("sort_down", _tr("Sort by \u201c{0}\u201d, last first").format(heading), at, _DOWN),
        ("sort_own", _tr("The plan\u2019s own order"), -1, _UP),
    ):
        _add(menu, name, text, partial(head.setSortIndicator, column, order))
    menu.addSeparator()
    shown = [column for column in range(head.count()) if not head.isSectionHidden(column)]
    for column in range(head.count()):
        text = str(view.model().headerData(column, Qt.Orientation.Horizontal))
        action = _add(menu, f"column_{column}", text, partial(_turn, view, column, changed))
        action.setCheckable(True)
        action.setChecked(column in shown)
        action.setEnabled(shown != [column])
    return menu


_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def _turn(view: RecordTableView, column: int, changed: Callable[[], object]) -> None:
    view.setColumnHidden(column, not view.isColumnHidden(column))
    changed()


def _add(menu: QMenu, name: str, text: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    action.setObjectName(name)
    action.triggered.connect(do)
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("Table", text)

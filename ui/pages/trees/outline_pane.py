"""The outline of a communication tree: everything the canvas can do, by keys alone."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.links import CALLED
from app.domain.plan.plan import Plan
from ui.pages.trees.edits import TreeEdits
from ui.pages.trees.outline_model import ALLOWED, CHANNELS, FINDINGS, WHO, TreeOutlineModel
from ui.pages.trees.shown import ShownTree
from ui.widgets.tokens import px

WIDTHS_PX = {CHANNELS: 150, ALLOWED: 110, FINDINGS: 90}
MOST_CHANNELS_PX = 320
CHANNELS_SHARE = 0.14
"""How much of the room the channels take, between their width above and the most."""
WHO_SHARE = 0.55
"""How much of the room that is left the names take; the rest is for what else to do."""
LEAST_WHO_PX = 220
_ISOLATED, _ISOLATION_ENDS = "\u2068", "\u2069"


class TreeOutline(QTreeView):
    """Rows under rows; Alt and an arrow moves the row, F2 edits the cell."""

    chosen = Signal(str)
    """Carries the key of the row that was chosen."""
    menu_wanted = Signal(QPoint)
    """Carries the place on the screen for the menu of what is chosen."""

    def __init__(self, edits: TreeEdits, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("tree_outline")
        self.setAccessibleName(self.tr("Outline of the tree"))
        self.rows = TreeOutlineModel(edits, self, read_only=read_only)
        self._plan: Plan | None = None
        self._showing = False
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(self._names, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(px(22))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_header()
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_tree(self, plan: Plan, shown: ShownTree, key: RecordId | None) -> None:
        """Show `shown` with the call `key` chosen."""
        self._plan, self._showing = plan, True
        column = max(self.currentIndex().column(), WHO)
        if self.rows.show_tree(plan, shown):
            self.expandAll()
        self._showing = False
        self.choose(key, column)

    def choose(self, key: RecordId | None, column: int = -1) -> None:
        """Mark the row of a call and bring it into view."""
        self._showing = True
        at = max(self.currentIndex().column(), WHO) if column < 0 else column
        place = QModelIndex() if key is None else self.rows.place_of(key, at)
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place)
        else:
            self.selectionModel().clear()
        self._showing = False

    @property
    def current(self) -> RecordId | None:
        """The call whose row is chosen."""
        return self.rows.key_at(self.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(place)

    def _set_header(self) -> None:
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def _share_room(self) -> None:
        room = self.viewport().width()
        widths = {column: px(width) for column, width in WIDTHS_PX.items()}
        least, most = px(WIDTHS_PX[CHANNELS]), px(MOST_CHANNELS_PX)
        widths[CHANNELS] = min(max(round(room * CHANNELS_SHARE), least), most)
        left = room - sum(widths.values())
        who = max(round(left * WHO_SHARE), px(LEAST_WHO_PX))
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(WHO, who)
        self.setColumnWidth(3, max(left - who, px(120)))

    def _names(self) -> list[str]:
        """Everybody who can be called, for completing what is typed."""
        if self._plan is None:
            return []
        tables = (self._plan.table(kind).values() for kind in CALLED.values())
        return sorted({record.name for table in tables for record in table})

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, before: QModelIndex) -> None:
        key = self.rows.key_at(index)
        if not self._showing and key is not None and key != self.rows.key_at(before):
            self.chosen.emit(key)


class _Cells(QStyledItemDelegate):
    """Tall rows, each text read as its letters are, and names that complete themselves."""

    def __init__(self, names: Callable[[], list[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        size.setHeight(max(size.height(), px(34)))
        return size

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if option.text and option.direction is Qt.LayoutDirection.RightToLeft:
            option.text = f"{_ISOLATED}{option.text}{_ISOLATION_ENDS}"

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("outline_cell")
        model = index.model()
        head = model.headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(head))
        if index.column() == WHO:
            completer = QCompleter(self._names(), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    @override
    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

"""The matrix as a table that is set with keys: arrows move, a digit sets the level."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget
from typing_extensions import override

from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from ui.bridge.session import PlanBridge
from ui.models.classification_block import Grid, block_text, pasted
from ui.models.classification_edits import Place, cells_set, filled
from ui.models.classification_levels import ORIGIN
from ui.models.classification_matrix import MatrixModel
from ui.models.record_edits import matrix_changes
from ui.models.record_order import in_order
from ui.pages.classification.matrix_delegate import MatrixDelegate
from ui.widgets.swatch import swatch
from ui.widgets.tables import plain_table
from ui.widgets.tokens import px

TALLEST_PX, FLATTEST_PX, WHOLE_PX = 62, 36, 260
LEAST_COLUMN_PX, HEAD_PX = 84, 170
MOST_HEIGHT_PX = 620
_PLAIN_HEADS = (
    "QTableCornerButton::section, QHeaderView::section { background: transparent; border: 0 }"
)


class MatrixTable(QTableView):
    """1 to 9 set the level, Delete clears, Ctrl+D and Ctrl+R fill, Ctrl+C and Ctrl+V copy."""

    refused = Signal(str)
    """Carries a sentence that says what could not be done."""
    moved = Signal()
    """The cursor stands in another cell."""
    level_wanted = Signal(object, object)
    """Carries `Kind` and id of the impact or urgency whose heading was double-clicked."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("classification_matrix")
        self._bridge = bridge
        self.matrix = MatrixModel(bridge, self)
        self.setModel(self.matrix)
        self.setItemDelegate(MatrixDelegate(self))
        self._look()
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_clicked)
        self.customContextMenuRequested.connect(self._on_menu)
        self.horizontalHeader().sectionDoubleClicked.connect(self._on_column)
        self.verticalHeader().sectionDoubleClicked.connect(self._on_row)

    @property
    def place(self) -> Place | None:
        """The cell that has the cursor; None while none has."""
        index = self.currentIndex()
        return self.matrix.place(index) if index.isValid() else None

    def choose(self, cell: RecordId) -> bool:
        """Put the cursor into a cell; False when the matrix has none of that id."""
        index = self.matrix.index_of(cell)
        if index.isValid():
            alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, alone)
        return index.isValid()

    def fit(self) -> None:
        """Be as high as the rows are, and let columns keep a readable width."""
        rows, columns = self.matrix.rowCount(), self.matrix.columnCount()
        high = px(min(max(WHOLE_PX // max(rows, 1), FLATTEST_PX), TALLEST_PX))
        self.verticalHeader().setDefaultSectionSize(high)
        head = self.horizontalHeader()
        room = self.viewport().width()
        roomy = room >= columns * px(LEAST_COLUMN_PX)
        mode = QHeaderView.ResizeMode.Stretch if roomy else QHeaderView.ResizeMode.Fixed
        head.setSectionResizeMode(mode)
        bar = 0
        if not roomy:
            head.setDefaultSectionSize(px(LEAST_COLUMN_PX))
            bar = self.horizontalScrollBar().sizeHint().height()
        whole = head.sizeHint().height() + high * rows + bar + 2
        self.setFixedHeight(min(whole, px(MOST_HEIGHT_PX)))

    def set_level(self, number: int) -> None:
        """Give the chosen cells the severity at the place `number`, counted from 1 at the worst."""
        levels = in_order(self._bridge.plan, Kind.SEVERITY)
        if not 0 < number <= len(levels):
            said = self.tr("There is no level {0}; the plan has {1}.")
            self.refused.emit(said.format(number, len(levels)))
            return
        self._set(levels[number - 1].id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._with_control(event)
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.set_level(event.key() - Qt.Key.Key_0)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open_menu(self.visualRect(self.currentIndex()).center())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)  # makes the first cell the present one, yet chooses none
        if not self.selectedIndexes() and self.matrix.rowCount():
            present = self.currentIndex()
            self.setCurrentIndex(present if present.isValid() else self.matrix.index(0, 0))

    def _with_control(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_D:
                block = self._block()
                self._apply(self._fill(zip(*block, strict=True)), self.tr("Fill the matrix down"))
            case Qt.Key.Key_R:
                self._apply(self._fill(self._block()), self.tr("Fill the matrix to the side"))
            case _:
                super().keyPressEvent(event)

    def _fill(self, lines: Iterable[Iterable[Place]]) -> ChangeSet:
        return filled(self._bridge.plan, [list(line) for line in lines])

    def _set(self, severity: RecordId | None) -> None:
        places = [self.matrix.place(index) for index in self.selectedIndexes()]
        name = "" if severity is None else self._bridge.plan.severities[severity].name
        label = self.tr("Matrix: {0}").format(name)
        if severity is None:
            label = self.tr("Clear cells of the matrix")
        self._apply(cells_set(self._bridge.plan, places, severity), label)

    def _apply(self, changes: ChangeSet, label: str) -> None:
        if not self._bridge.read_only:
            self._bridge.apply(changes, label, ORIGIN)

    def _block(self) -> Grid:
        """The places of the chosen range, row by row."""
        chosen = self.selectedIndexes()
        if not chosen:
            return ()
        rows = range(min(i.row() for i in chosen), max(i.row() for i in chosen) + 1)
        columns = range(min(i.column() for i in chosen), max(i.column() for i in chosen) + 1)
        return self._places(rows, columns)

    def _places(self, rows: range, columns: range) -> Grid:
        return [[self.matrix.place(self.matrix.index(r, c)) for c in columns] for r in rows]

    def _copy(self) -> None:
        block = self._block()
        if block:
            QGuiApplication.clipboard().setText(block_text(self._bridge.plan, block))

    def _paste(self) -> None:
        block = self._block()
        if not block or self._bridge.read_only:
            return
        first = self.selectedIndexes()[0]
        top = min(index.row() for index in self.selectedIndexes())
        left = min(index.column() for index in self.selectedIndexes())
        rows, columns = first.model().rowCount(), first.model().columnCount()
        room = self._places(range(top, rows), range(left, columns))
        found = pasted(self._bridge.plan, QGuiApplication.clipboard().text(), block, room)
        changes = matrix_changes(self._bridge.plan, found.chosen)
        self._apply(changes, self.tr("Paste into the matrix"))
        if found.unknown:
            said = self.tr("No level is called \u201c{0}\u201d; those cells are left.")
            self.refused.emit(said.format("\u201d, \u201c".join(found.unknown[:3])))

    def _open_menu(self, at: QPoint) -> None:
        if self._bridge.read_only or not self.currentIndex().isValid():
            return
        menu = QMenu(self)
        menu.setObjectName("matrix_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, level in enumerate(in_order(self._bridge.plan, Kind.SEVERITY), 1):
            made = menu.addAction(swatch(level.rank), level.name.replace("&", "&&"))
            made.setData(number)
        menu.addSeparator()
        menu.addAction(self.tr("Clear")).setData(0)
        menu.triggered.connect(self._on_menu_chosen)
        menu.popup(self.viewport().mapToGlobal(at))

    def _look(self) -> None:
        plain_table(self)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet(_PLAIN_HEADS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setHighlightSections(False)
            head.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMaximumWidth(px(HEAD_PX))
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        self.verticalHeader().setDefaultAlignment(end)

    @Slot()
    def _on_current(self) -> None:
        self.moved.emit()

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open_menu(self.visualRect(index).center())

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid() and index not in self.selectedIndexes():
            self.setCurrentIndex(index)
        self._open_menu(at)

    @Slot(QAction)
    def _on_menu_chosen(self, action: QAction) -> None:
        number = action.data()
        if number:
            self.set_level(number)
        else:
            self._set(None)

    @Slot(int)
    def _on_column(self, at: int) -> None:
        place = self.matrix.place(self.matrix.index(0, at))
        self.level_wanted.emit(Kind.URGENCY, place[1])

    @Slot(int)
    def _on_row(self, at: int) -> None:
        place = self.matrix.place(self.matrix.index(at, 0))
        self.level_wanted.emit(Kind.IMPACT, place[0])

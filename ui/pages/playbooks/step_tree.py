"""The steps of a playbook, walked, edited, dragged and moved by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.playbooks import Phase
from ui.bridge.session import PlanBridge
from ui.models.playbook_steps import FIELDS, StepsModel
from ui.pages.playbooks.step_delegate import StepDelegate
from ui.widgets.tokens import px

_NONE, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_KEYS = {
    (Qt.Key.Key_Return, _NONE): "add",
    (Qt.Key.Key_Enter, _NONE): "add",
    (Qt.Key.Key_Insert, _NONE): "add",
    (Qt.Key.Key_Delete, _NONE): "remove",
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier): "duplicate",
}
_WIDTHS = {"role": 118, "within": 84, "decision": 150, "evidence": 170}
_SHOWN_FROM = {"decision": 620, "evidence": 800, "decided_by": 980, "message": 1120}
"""The width of the view from which a column is shown; the form at its side shows all of them."""


class StepTree(QTreeView):
    """F2 edits the cell; Enter adds below, Alt+Up and Alt+Down move, Del removes."""

    asked = Signal(str)
    """Carries what to do with the chosen steps: add, remove, duplicate, up, down or menu."""
    walked = Signal()
    """Another step, or none, is the current one."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("playbook_steps")
        self.setAccessibleName(self.tr("Steps"))
        self.steps = StepsModel(self)
        if bridge.read_only:
            self.steps.freeze()
        self.setModel(self.steps)
        self.delegate = StepDelegate(bridge, self)
        self.setItemDelegate(self.delegate)
        self._look()
        self.steps.modelReset.connect(self._unfold)
        self.selectionModel().currentChanged.connect(self._on_walked)

    @property
    def key(self) -> RecordId | None:
        """The current step."""
        row = self.steps.row(self.currentIndex())
        return row.step.id if row is not None else None

    @property
    def keys(self) -> tuple[RecordId, ...]:
        """All chosen steps in their order."""
        rows = (self.steps.row(index) for index in self.selectionModel().selectedRows())
        found = sorted((row for row in rows if row is not None), key=lambda row: row.number)
        return tuple(row.step.id for row in found)

    @property
    def phase(self) -> Phase | None:
        """The phase the current row stands in."""
        return self.steps.phase(self.currentIndex())

    def choose(self, keys: Sequence[RecordId], field: str = "") -> bool:
        """Choose steps, with the first as the current one; False when it is not shown."""
        indexes = [index for key in keys if (index := self.steps.row_of(key)).isValid()]
        if not indexes:
            return False
        column = FIELDS.index(field) if field in FIELDS else 0
        current = indexes[0].siblingAtColumn(0 if self.isColumnHidden(column) else column)
        rows = QItemSelectionModel.SelectionFlag.Rows
        selection = self.selectionModel()
        clear = QItemSelectionModel.SelectionFlag.ClearAndSelect
        selection.setCurrentIndex(current, clear | rows)
        for index in indexes[1:]:
            selection.select(index, QItemSelectionModel.SelectionFlag.Select | rows)
        self.scrollTo(current)
        return True

    def edit_action(self) -> None:
        """Open the input over what the current step does."""
        index = self.currentIndex().siblingAtColumn(0)
        if self.steps.row(index) is not None:
            self.edit(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        deed = _KEYS.get((Qt.Key(event.key()), modifiers))
        if deed is None or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        else:
            self.asked.emit(deed)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit("menu")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for field, width in _SHOWN_FROM.items():
            self.setColumnHidden(FIELDS.index(field), self.width() < px(width))

    def _look(self) -> None:
        self.setProperty("plain", "true")
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setAllColumnsShowFocus(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at, field in enumerate(FIELDS[1:], 1):
            self.setColumnWidth(at, px(_WIDTHS.get(field, 130)))
        self._unfold()

    @Slot()
    def _unfold(self) -> None:
        self.expandAll()
        for phase in range(self.steps.rowCount()):
            self.setFirstColumnSpanned(phase, QModelIndex(), True)

    @Slot()
    def _on_walked(self) -> None:
        self.walked.emit()

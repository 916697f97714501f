"""Everybody who is called in a round, in order, with what the calls brought."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.sessions import Outcome
from app.services.people.rounds import Round
from ui.dialogs.verification.words import OUTCOME_LOOKS
from ui.models.record_names import name_of
from ui.models.session_words import outcome_text
from ui.widgets.rows import Row, RowDelegate

ROW_PX = 46
_Index = QModelIndex | QPersistentModelIndex


class QueueList(QListView):
    """The arrow keys walk through it."""

    chosen = Signal(object)
    """Carries the id of the person that is chosen now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("round_queue")
        self.setAccessibleName(self.tr("People to call"))
        self.setProperty("plain", "true")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = _QueueModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_QueueDelegate(self, ROW_PX))
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_round(self, plan: Plan, round_: Round) -> None:
        """Show how the round stands; who is chosen stays so."""
        current = self.currentIndex().row()
        with QSignalBlocker(self.selectionModel()):
            self._model.show_round(plan, round_)
            if 0 <= current < len(round_.queue):
                self.setCurrentIndex(self._model.index(current, 0))

    def choose(self, person: RecordId) -> None:
        """Choose somebody without telling anybody."""
        queue = self._model.round.queue
        if person in queue:
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(self._model.index(queue.index(person), 0))
            self.scrollTo(self.currentIndex())
            self.viewport().update()

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.round.queue[index.row()])


class _QueueModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.round = Round(())
        self._plan: Plan | None = None

    def show_round(self, plan: Plan, round_: Round) -> None:
        self.beginResetModel()
        self._plan, self.round = plan, round_
        self.endResetModel()

    def row_at(self, at: int) -> Row:
        key = self.round.queue[at]
        result = self.round.results.get(key)
        outcome = Outcome.OPEN if result is None else result.outcome
        picture, tone = OUTCOME_LOOKS[outcome]
        name = "" if self._plan is None else name_of(self._plan, Kind.PERSON, key)
        return Row(name, outcome_text(outcome), "", picture, tone)

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.round.queue)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row())
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}. {row.subtitle}"
            case _:
                return None


class _QueueDelegate(RowDelegate):
    @override
    def row_of(self, index: _Index) -> Row:
        row = index.data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, Row) else Row("")

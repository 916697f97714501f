"""The matrix as a table: a row for each impact, a column for each urgency, worst first."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as _Persistent
from typing_extensions import override

from app.domain.plan.axes import axes
from app.domain.plan.classification import SeverityLevel, cell_id
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.severity_order import landing
from ui.bridge.session import PlanBridge
from ui.models.classification_edits import Place
from ui.models.record_order import in_order
from ui.widgets.tips import plain_tip

RANK_ROLE: Final = Qt.ItemDataRole.UserRole
"""The rank of the severity in a cell, 0 where the matrix says nothing."""
PROBLEM_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""What is wrong with the cell, in a sentence; blank when nothing is."""

_Index = QModelIndex | _Persistent
_TOP = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """Shows the matrix of the open plan; whoever changes the plan refreshes it."""

    def __init__(self, bridge: PlanBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._plan = bridge.plan
        self._impacts = in_order(self._plan, Kind.IMPACT)
        self._urgencies = in_order(self._plan, Kind.URGENCY)
        self._problems: Mapping[RecordId, str] = {}

    def refresh(self, problems: Mapping[RecordId, str]) -> None:
        """Show the plan as it is now, and what is wrong with its cells, by their ids."""
        plan = self._bridge.plan
        scales = in_order(plan, Kind.IMPACT), in_order(plan, Kind.URGENCY)
        same = _ids(scales) == _ids((self._impacts, self._urgencies))
        if not same:
            self.beginResetModel()
        self._plan, self._problems = plan, problems
        self._impacts, self._urgencies = scales
        if not same:
            self.endResetModel()
        elif self._impacts and self._urgencies:
            self._tell()

    def place(self, index: _Index) -> Place:
        """The impact and the urgency of a cell."""
        return self._impacts[index.row()].id, self._urgencies[index.column()].id

    def index_of(self, cell: RecordId) -> QModelIndex:
        """Where a cell stands; an invalid index when the matrix has none of that id."""
        for row, impact in enumerate(self._impacts):
            for column, urgency in enumerate(self._urgencies):
                if cell_id(impact.id, urgency.id) == cell:
                    return self.index(row, column)
        return QModelIndex()

    @override
    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._impacts)

    @override
    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._urgencies)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        tell = _TOLD.get(role)
        return None if tell is None else tell(self, index)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        levels = self._urgencies if across else self._impacts
        if not 0 <= section < len(levels):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return levels[section].name
        return plain_tip(levels[section].meaning) if role == Qt.ItemDataRole.ToolTipRole else None

    def rank(self, index: _Index) -> int:
        """The rank of the severity in a cell, 0 where the matrix says nothing."""
        level = self._level(index)
        return 0 if level is None else level.rank

    def shown(self, index: _Index) -> str:
        """The name of the severity in a cell."""
        level = self._level(index)
        return _tr("Not stated") if level is None else level.name

    def problem(self, index: _Index) -> str:
        """What is wrong with a cell; blank when nothing is."""
        return self._problems.get(cell_id(*self.place(index)), "")

    def said(self, index: _Index) -> str:
        """What a screen reader says of a cell."""
        level, problem = self._level(index), self.problem(index)
        impact, urgency = self._impacts[index.row()], self._urgencies[index.column()]
        place = axes(self._plan).place(impact.name, urgency.name)
        words = _tr("not stated") if level is None else level.name
        said = _tr("{0}: {1}").format(place, words)
        return f"{said}. {problem}" if problem else said

    def _level(self, index: _Index) -> SeverityLevel | None:
        return landing(self._plan, *self.place(index))

    def _tell(self) -> None:
        last = self.index(len(self._impacts) - 1, len(self._urgencies) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        for orientation, levels in (
            (Qt.Orientation.Horizontal, self._urgencies),
            (Qt.Orientation.Vertical, self._impacts),
        ):
            self.headerDataChanged.emit(orientation, 0, len(levels) - 1)


_TOLD: Final[Mapping[int, Callable[[MatrixModel, _Index], object]]] = {
    Qt.ItemDataRole.DisplayRole: MatrixModel.shown,
    Qt.ItemDataRole.AccessibleTextRole: MatrixModel.said,
    Qt.ItemDataRole.ToolTipRole: lambda model, index: plain_tip(model.problem(index)),
    RANK_ROLE: MatrixModel.rank,
    PROBLEM_ROLE: MatrixModel.problem,
}
"""What is told under each role."""


def _ids(scales: tuple[tuple[object, ...], ...]) -> list[list[object]]:
    return [[getattr(level, "id", "") for level in scale] for scale in scales]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Classification", text)

"""The list of points a plan can be restored to: copies, then versions."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from app.services.copies import Copy
from ui.pages.backups.point_words import facts_of, look_of, said_of, state_of, title_of
from ui.pages.backups.points import Point
from ui.widgets.rows import Row, RowDelegate

ROW_PX = 54
POINT_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class PointModel(QAbstractListModel):
    """The points as they were last read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._points: tuple[Point, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """Those shown, in order."""
        return self._points

    def show_points(self, points: tuple[Point, ...]) -> None:
        """Show others."""
        self.beginResetModel()
        self._points = points
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._points)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._points):
            return None
        point = self._points[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title_of(point)
            case Qt.ItemDataRole.AccessibleTextRole:
                return said_of(point)
            case int(value) if value == POINT_ROLE:
                return point
            case _:
                return None


class PointList(QListView):
    """Keeps chosen what is chosen while the list is read again; the newest is chosen first."""

    chosen = Signal(object)
    """Carries the `Point` that is chosen now, or None."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._point: Point | None = None
        self._filling = False
        self.setObjectName("backups_list")
        self.setAccessibleName(self.tr("Copies and versions"))
        self._model = PointModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_PointDelegate(self, ROW_PX, strong=True))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def point(self) -> Point | None:
        """What is chosen."""
        return self._point

    def show_points(self, points: tuple[Point, ...]) -> None:
        """Show `points`, and choose again what was chosen, or else the first."""
        self._filling = True
        self._model.show_points(points)
        names = [key_of(point) for point in points]
        before = None if self._point is None else key_of(self._point)
        row = names.index(before) if before in names else 0
        self.setCurrentIndex(self._model.index(row, 0))
        self._filling = False
        self._settle(points[row] if points else None)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if not self._filling:
            self._settle(current.data(POINT_ROLE) if current.isValid() else None)

    def _settle(self, point: Point | None) -> None:
        if point != self._point:
            self._point = point
            self.chosen.emit(point)


def key_of(point: Point) -> object:
    """By what a point is known again."""
    return point.place if isinstance(point, Copy) else point.number


class _PointDelegate(RowDelegate):
    @override
    def row_of(self, index: _Index) -> Row:
        point = index.data(POINT_ROLE)
        if point is None:
            return Row("")
        picture, tone = look_of(point)
        return Row(title_of(point), facts_of(point), state_of(point), picture, tone)

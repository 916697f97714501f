"""A choice of one point of the plan's history."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.services.changes.points import Point, PointKind
from ui.bridge.words import day


class PointBox(QComboBox):
    """Keeps the point a person chose while the points around it change."""

    picked = Signal()
    """A person chose another point."""

    def __init__(self, parent: QWidget, name: str, said: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(22)
        self.activated.connect(self._on_activated)

    @property
    def point(self) -> str:
        """The name of the point chosen; blank when there is none."""
        return str(self.currentData() or "")

    def offer(self, points: Sequence[Point]) -> None:
        """Offer `points`; the one chosen stays, or else the first is chosen."""
        chosen = self.point
        self.clear()
        for point in points:
            self.addItem(self._words(point), point.name)
        self.setCurrentIndex(max(self.findData(chosen), 0))

    def _words(self, point: Point) -> str:
        when = "" if point.day is None else day(point.day)
        match point.kind:
            case PointKind.NOW:
                return self.tr("The plan as it is now")
            case PointKind.VERSION:
                return self.tr("Version {0}").format(point.name)
            case PointKind.DAY:
                return self.tr("As it was on {0}").format(when)
            case PointKind.CREATION:
                return self.tr("As it was created on {0}").format(when)

    @Slot()
    def _on_activated(self) -> None:
        self.picked.emit()

"""The list itself: up and down go from change to change, left and right fold a text."""

from PySide6.QtCore import QModelIndex, Qt, QTimerEvent, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from ui.widgets.changes.delegate import ChangeDelegate
from ui.widgets.changes.model import ROW_ROLE, ChangesModel
from ui.widgets.changes.rows import Row

BATCH = 16
"""Rows measured at once; the rest follow while one reads."""


class ChangesView(QListView):
    """Keeps the change that is chosen while the list changes around it."""

    row_chosen = Signal(object)
    """Carries the `Row` whose record somebody wants to see."""

    def __init__(self, model: ChangesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._changes = model
        self._key: object = None
        self._sought = False
        self.setObjectName("changes_view")
        self.setAccessibleName(self.tr("Changes"))
        self.setModel(model)
        self._drawn = ChangeDelegate(self)
        self.setItemDelegate(self._drawn)
        self.setMouseTracking(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.activated.connect(self._on_activated)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_changed)

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        """Rows measured since the last time can be scrolled to at once, not only when all are."""
        super().timerEvent(event)
        self.updateGeometries()
        if self._sought and self.visualRect(self.currentIndex()).isValid():
            self._sought = False
            self.scrollTo(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first and the last row may be a head, or not be measured yet; both are gone to."""
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                forward = key == Qt.Key.Key_Right
                self._changes.fold(self.currentIndex(), whole=forward is not self.isRightToLeft())
            case Qt.Key.Key_Home:
                self._go_to(self._changes.first_change())
            case Qt.Key.Key_End:
                self._go_to(self._changes.last_change())
            case _:
                super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._drawn.fold_place(index, self.visualRect(index)).contains(at):
            self._changes.fold(index, whole=not self._changes.is_whole(index))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Row):
            self.row_chosen.emit(row)

    @Slot()
    def _on_about_to_reset(self) -> None:
        row = self.currentIndex().data(ROW_ROLE)
        self._key = row.key if isinstance(row, Row) else self._key

    @Slot()
    def _on_reset(self) -> None:
        """What was chosen stays so; where it is gone, the first change is."""
        kept = self._changes.place_of(self._key)
        at = kept if kept >= 0 else self._changes.first_change()
        self._go_to(at)

    def _go_to(self, at: int) -> None:
        """Choose the row at a place, and bring it into view as soon as it is measured."""
        if at >= 0:
            self.setCurrentIndex(self._changes.index(at))
            self._sought = True

    @Slot()
    def _on_changed(self) -> None:
        """A row that was folded has another height."""
        self.scheduleDelayedItemsLayout()

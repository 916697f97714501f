"""The outline at the left: progress of the plan, a filter, every section."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.bridge.session import PlanBridge
from ui.pages.sections.outline_delegate import OutlineDelegate
from ui.pages.sections.outline_model import ROW_ROLE, OutlineModel, OutlineRow
from ui.widgets.labels import Role, label
from ui.widgets.search_field import search_field
from ui.widgets.tokens import px

WIDTH_PX, NARROW_PX = 272, 216


class Outline(QFrame):
    """A list of sections; the current one is the one on the page."""

    chosen = Signal(str)
    """Carries a section key."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("section_outline")
        self.setProperty("bar", "outline")
        self.setFixedWidth(px(WIDTH_PX))
        self._bridge = bridge
        self._key = ""
        self._model = OutlineModel(bridge, self)
        self._build()
        self._lay_out()
        self._filter.textChanged.connect(self._on_filter)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self.refresh()

    def make_narrow(self, *, narrow: bool) -> None:
        """Leave more of a narrow page to the section."""
        self.setFixedWidth(px(NARROW_PX if narrow else WIDTH_PX))

    def refresh(self) -> None:
        """Show how far the sections are now."""
        self._model.refresh()
        statuses = self._bridge.judgement.sections.values()
        done, total = sum(status.complete for status in statuses), len(statuses)
        text = self.tr("{0} of {1} complete").format(done, total)
        if self._count.text() != text:
            self._count.setText(text)
            self._bar.setRange(0, max(total, 1))
            self._bar.setValue(done)
            self._bar.setAccessibleDescription(text)

    def show_current(self, key: str) -> None:
        """Mark the section that is on the page."""
        self._key = key
        if not self._model.place_of(key).isValid():
            self._filter.clear()
        self._mark()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list.scrollToTop()
        self._list.scrollTo(self._model.place_of(self._key))

    def _build(self) -> None:
        self._title = label(self, self.tr("Sections"), Role.H3)
        self._count = label(self, "", Role.HINT)
        self._count.setObjectName("sections_complete")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("sections_progress")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Complete sections"))
        self._list = QListView(self)
        self._list.setObjectName("section_list")
        self._list.setAccessibleName(self.tr("Sections"))
        self._list.setProperty("plain", "true")
        self._list.setModel(self._model)
        self._list.setItemDelegate(OutlineDelegate(self._list))
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filter = search_field(self, "section_filter", self.tr("Find a section"))
        self._none = label(
            self, self.tr("No section fits. Try another word."), Role.HINT, wrap=True
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(10), px(8))
        column.setSpacing(px(10))
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._filter)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self._none.hide()

    def _mark(self) -> None:
        place = self._model.place_of(self._key)
        if place.isValid() and place != self._list.currentIndex():
            self._list.selectionModel().blockSignals(True)
            self._list.selectionModel().setCurrentIndex(
                place, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self._list.selectionModel().blockSignals(False)
            self._list.viewport().update()
            self._list.scrollTo(place)

    @Slot(str)
    def _on_filter(self, words: str) -> None:
        self._model.narrow(words)
        self._none.setVisible(self._model.rowCount() == 0)
        self._mark()

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, OutlineRow) and row.key and row.key != self._key:
            self._key = row.key
            self.chosen.emit(row.key)

"""The list of findings, in which several can be chosen at once."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from app.domain.judgement.findings import Finding
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.ids import RecordId
from ui.models.finding_words import WEIGHT_LOOKS, accepted_text, weight_text
from ui.models.findings import ACCEPTED_ROLE, FINDING_ROLE, MEND_ROLE, PLACE_ROLE, FindingsModel
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.tokens import px

ROW_PX = 54
WITH_PLACE_FROM_PX = 620
"""The list's width below which a row has no room for the section."""


class FindingList(QListView):
    """Keeps chosen what is chosen; where that is gone, the row that took its place is."""

    settled = Signal()
    """What is chosen, or what is said of it, may have changed."""

    def __init__(self, model: FindingsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._findings = model
        self._keys: tuple[RecordId, ...] = ()
        self._row = 0
        self._settling = False
        self.setObjectName("findings_list")
        self.setAccessibleName(self.tr("Findings"))
        self.setModel(model)
        self.setItemDelegate(_FindingDelegate(self, ROW_PX, strong=True))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._settle)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self._settle()

    @property
    def chosen(self) -> tuple[Finding, ...]:
        """The findings chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        found = (self._findings.finding(row) for row in rows)
        return tuple(finding for finding in found if finding is not None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is less room than before, the current row stays seen."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def choose_rows(self, rows: Sequence[int]) -> None:
        """Choose these rows, and bring the first of them into view."""
        picked = QItemSelection()
        for row in rows:
            index = self._findings.index(row, 0)
            picked.select(index, index)
        model = self.selectionModel()
        if rows:
            first = self._findings.index(rows[0], 0)
            model.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)
        model.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._settling = True

    @Slot()
    def _settle(self) -> None:
        kept = [row for key in self._keys if (row := self._findings.row_of(key)) >= 0]
        last = self._findings.rowCount() - 1
        rows = kept or ([min(self._row, last)] if last >= 0 else [])
        self.choose_rows(rows)
        self._settling = False
        self._on_selected()

    @Slot()
    def _on_selected(self) -> None:
        if self._settling:
            return
        chosen = self.chosen
        if chosen:
            self._keys = tuple(finding.key for finding in chosen)
            self._row = self._findings.row_of(self._keys[0])
        self.settled.emit()


class _FindingDelegate(RowDelegate):
    @override
    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        finding = index.data(FINDING_ROLE)
        if not isinstance(finding, Finding):
            return Row("")
        picture, tone = WEIGHT_LOOKS[finding.weight]
        weight = weight_text(finding.weight)
        way = index.data(MEND_ROLE) or finding.fix
        below = f"{weight[0].upper()}{weight[1:]}. {way}"
        accepted = index.data(ACCEPTED_ROLE)
        if isinstance(accepted, AcceptedFinding):
            below, picture, tone = accepted_text(accepted), "stamp", "text2"
        view = self.parent()
        wide = isinstance(view, QWidget) and view.width() >= px(WITH_PLACE_FROM_PX)
        place = str(index.data(PLACE_ROLE)) if wide else ""
        return Row(finding.reason, below, place, picture, tone)

"""The list beside the interview: each topic with how far it is, to jump to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.services.interviewing.topics import TopicProgress
from app.services.interviewing.walk import SETTLED
from ui.models.interview_rows import StopRow, headline, stop_rows
from ui.pages.interview.topic_delegate import ROW_ROLE, TopicDelegate
from ui.widgets.labels import Role, label
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

WIDTH_PX = 272


class TopicList(QFrame):
    """The row that is marked is the stop on the page."""

    went = Signal(str)
    """Carries the key of the stop somebody went to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("interview_topics_pane")
        self.setProperty("bar", "outline")
        self.setFixedWidth(px(WIDTH_PX))
        self._showing = False
        self._build()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(10), px(8))
        column.setSpacing(px(10))
        column.addWidget(label(self, self.tr("Topics"), Role.H3))
        column.addWidget(self._count)
        column.addWidget(self._bar)
        column.addWidget(self.list, 1)
        self.list.currentItemChanged.connect(self._on_moved)

    def show_stops(self, progress: Sequence[TopicProgress], here: str) -> None:
        """Show how far the topics are, and mark the stop `here`."""
        self._showing = True
        rows = stop_rows(progress)
        while self.list.count() > len(rows):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(rows):
            self.list.addItem(QListWidgetItem())
        for at, row in enumerate(rows):
            _show(self.list.item(at), row)
            if row.key == here and self.list.currentRow() != at:
                self.list.setCurrentRow(at)
        self._showing = False
        text = headline(progress)
        if self._count.text() != text:
            self._count.setText(text)
            self._bar.setRange(0, max(len(progress), 1))
            self._bar.setValue(sum(item.state in SETTLED for item in progress))
            self._bar.setAccessibleDescription(text)

    def _build(self) -> None:
        self._count = label(self, "", Role.HINT)
        self._count.setObjectName("interview_count")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("interview_progress")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Topics done"))
        self.list = QListWidget(self)
        self.list.setObjectName("interview_topics")
        self.list.setAccessibleName(self.tr("Topics of the guided start"))
        self.list.setProperty("plain", "true")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(TopicDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @Slot(QListWidgetItem)
    def _on_moved(self, item: QListWidgetItem | None) -> None:
        row = None if item is None or self._showing else item.data(ROW_ROLE)
        if isinstance(row, StopRow):
            self.went.emit(row.key)


def _show(item: QListWidgetItem, row: StopRow) -> None:
    if item.data(ROW_ROLE) == row:
        return
    item.setData(ROW_ROLE, row)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, row.said)
    item.setToolTip(plain_tip(row.said))

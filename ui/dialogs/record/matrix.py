"""The dialog in which the whole matrix of impact and urgency is set."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.axes import axes
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.models.record_edits import matrix_of
from ui.models.record_order import in_order
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.swatch import swatch
from ui.widgets.tokens import px

WIDTH_PX = 820
ROW_PX = 48
AROUND_PX = 180
MOST_HEIGHT_PX = 620

Place = tuple[RecordId, RecordId]
"""An impact and an urgency."""


class MatrixDialog(QDialog):
    """A row for each impact, a column for each urgency, a severity to choose in each cell."""

    kept = Signal(object)
    """Carries the severity of every `Place`, None for an open one."""

    def __init__(self, plan: Plan, parent: QWidget, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("matrix_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._axes = axes(plan)
        self.setWindowTitle(self.tr("Severity by {0}").format(self._axes.both))
        self._plan = plan
        self._room = parent.window().size() - QSize(px(24), px(24))
        self._severities = in_order(plan, Kind.SEVERITY)
        self._boxes: dict[Place, CalmComboBox] = {}
        self._scroll = ScrollBody(self, "matrix_scroll")
        self._cancel = button(self, "record_cancel", self.tr("Cancel"))
        self._ok = button(self, "record_ok", self.tr("OK"), Look.PRIMARY)
        self._ok.setDefault(True)
        self._ok.setVisible(not read_only)
        self._lay_out()
        for box in self._boxes.values():
            box.setEnabled(not read_only)
        self._cancel.clicked.connect(self.reject)
        self._ok.clicked.connect(self._on_ok)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        hint = self.tr("Down: {0}. Across: {1}. Worst first.").format(
            self._axes.impact.lower(), self._axes.urgency.lower()
        )
        content = self._scroll.content
        content.setContentsMargins(0, px(8), px(12), px(8))
        content.addLayout(self._grid())
        content.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(18), px(24), px(18))
        column.setSpacing(px(8))
        column.addWidget(label(self, self.windowTitle(), Role.H1, wrap=True))
        column.addWidget(label(self, hint, Role.BODY, wrap=True))
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        height = px(AROUND_PX + ROW_PX * len(self._plan.impacts))
        width = min(px(WIDTH_PX), self._room.width())
        self.resize(width, min(height, px(MOST_HEIGHT_PX), self._room.height()))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(px(8))
        impacts = in_order(self._plan, Kind.IMPACT)
        urgencies = in_order(self._plan, Kind.URGENCY)
        for column, urgency in enumerate(urgencies, 1):
            grid.addWidget(self._head(urgency.name), 0, column)
            grid.setColumnStretch(column, 2)
        grid.setColumnStretch(0, 1)
        known = matrix_of(self._plan)
        for row, impact in enumerate(impacts, 1):
            grid.addWidget(self._head(impact.name), row, 0)
            for column, urgency in enumerate(urgencies, 1):
                box = self._box(known.get((impact.id, urgency.id)))
                box.setObjectName(f"cell_{impact.id}_{urgency.id}")
                box.setAccessibleName(self._axes.place(impact.name, urgency.name))
                self._boxes[impact.id, urgency.id] = box
                grid.addWidget(box, row, column)
        return grid

    def _head(self, name: str) -> QLabel:
        return label(self._scroll.body, name, Role.H3, wrap=True)

    def _box(self, chosen: RecordId | None) -> CalmComboBox:
        box = CalmComboBox(self._scroll.body)
        box.addItem(self.tr("Not stated"))
        for level in self._severities:
            box.addItem(swatch(level.rank), level.name)
        keys = [level.id for level in self._severities]
        box.setCurrentIndex(keys.index(chosen) + 1 if chosen in keys else 0)
        return box

    @Slot()
    def _on_ok(self) -> None:
        chosen = {
            place: self._severities[box.currentIndex() - 1].id if box.currentIndex() > 0 else None
            for place, box in self._boxes.items()
        }
        self.kept.emit(chosen)
        self.accept()

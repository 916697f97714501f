"""The old levels, and beside each the level of the new scheme that takes its place."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from app.domain.plan.axes import AXES, DEFAULT_SCHEME, axes
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.services.classifying.schemes import SCALES, Matches, Scheme
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.models.record_order import in_order
from ui.widgets.labels import Role, label
from ui.widgets.swatch import swatch
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px


class MatchGrid(QWidget):
    """A choice for every level of the three scales; blank means that it has no counterpart."""

    changed = Signal()
    """Another level was chosen somewhere."""

    def __init__(
        self, plan: Plan, offered: Scheme, matches: Mapping[Kind, Matches], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._boxes: dict[Kind, dict[RecordId, QComboBox]] = {kind: {} for kind in SCALES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for kind in SCALES:
            self._add_scale(grid, plan, offered, kind, matches[kind])

    @property
    def matches(self) -> dict[Kind, Matches]:
        """What is chosen."""
        return {
            kind: {key: box.currentData() for key, box in boxes.items()}
            for kind, boxes in self._boxes.items()
        }

    def _add_scale(
        self, grid: QGridLayout, plan: Plan, offered: Scheme, kind: Kind, matches: Matches
    ) -> None:
        old, new = self._heads(plan, offered, kind)
        row = grid.rowCount()
        grid.addWidget(label(self, old, Role.H3), row, 0)
        grid.addWidget(label(self, new, Role.H3), row, 1)
        for level in in_order(plan, kind):
            row += 1
            box = self._box(offered, kind)
            box.setObjectName(f"match_{kind.value}_{level.id}")
            box.setAccessibleName(self.tr("{0} becomes").format(level.name))
            box.setCurrentIndex(max(box.findData(matches.get(level.id)), 0))
            box.activated.connect(self._on_chosen)
            self._boxes[kind][level.id] = box
            grid.addWidget(label(self, level.name, Role.PLAIN, wrap=True), row, 0)
            grid.addWidget(box, row, 1)

    def _heads(self, plan: Plan, offered: Scheme, kind: Kind) -> tuple[str, str]:
        """What the scale is called now and in the new scheme."""
        before, after = axes(plan), AXES.get(offered.key, AXES[DEFAULT_SCHEME])
        if kind is Kind.SEVERITY:
            return self.tr("Severity now"), self.tr("Becomes")
        old, new = (
            (before.impact, after.impact)
            if kind is Kind.IMPACT
            else (before.urgency, after.urgency)
        )
        return self.tr("{0} now").format(old), self.tr("Becomes {0}").format(new.lower())

    def _box(self, offered: Scheme, kind: Kind) -> QComboBox:
        box = CalmComboBox(self)
        box.addItem(self.tr("No counterpart"), None)
        for level in offered.levels(kind):
            if kind is Kind.SEVERITY:
                box.addItem(swatch(level.rank), level.name, level.id)
            else:
                box.addItem(level.name, level.id)
            meaning = plain_tip(level.meaning)
            box.setItemData(box.count() - 1, meaning, Qt.ItemDataRole.ToolTipRole)
        return box

    @Slot()
    def _on_chosen(self) -> None:
        self.changed.emit()

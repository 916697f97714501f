"""A choice of impact for each dimension, of which the worst counts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.plan.classification import JudgedImpact
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.services.classifying.judging import Overall, overall
from ui.bridge.session import PlanBridge
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.models.classification_dimensions import meaning_in
from ui.models.record_order import in_order
from ui.widgets.fields import Field
from ui.widgets.tokens import px

MOST = 8
"""So many dimensions can be tried; nobody judges an incident by more."""


class DimensionBoxes(QWidget):
    """Hidden while the plan has no dimensions."""

    changed = Signal()
    """An impact was chosen in a dimension."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown: tuple[object, ...] = ()
        self._boxes: dict[RecordId, QComboBox] = {}
        self._fields: list[Field] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self.hide()

    @property
    def judged(self) -> tuple[JudgedImpact, ...]:
        """What is chosen, in the plan's order; nothing in dimensions that are not affected."""
        return tuple(
            JudgedImpact(key, box.currentData())
            for key, box in self._boxes.items()
            if box.currentData() is not None
        )

    @property
    def overall(self) -> Overall | None:
        """The worst of what is chosen; None while nothing is."""
        return overall(self._bridge.plan, {one.dimension: one.impact for one in self.judged})

    def refresh(self) -> None:
        """Offer the dimensions and levels as they are now; what was chosen stays so."""
        plan = self._bridge.plan
        levels = in_order(plan, Kind.IMPACT)
        wanted = (plan.dimensions.all()[:MOST], levels)
        if wanted == self._shown:
            return
        before = {key: box.currentData() for key, box in self._boxes.items()}
        self._clear()
        self._shown = wanted
        for item in wanted[0]:
            box = CalmComboBox(self)
            box.setObjectName(f"try_dimension_{item.id}")
            box.addItem(self.tr("Not affected"), None)
            for level in levels:
                meaning = meaning_in(item, level.id)
                shown = f"{level.name}: {meaning}" if meaning else level.name
                box.addItem(shown, level.id)
            box.setCurrentIndex(max(box.findData(before.get(item.id)), 0))
            box.activated.connect(self._on_chosen)
            field = Field(self, item.name, box)
            self._column.addWidget(field)
            self._fields.append(field)
            self._boxes[item.id] = box
        self.setVisible(bool(wanted[0]) and bool(levels))

    def clear_choices(self) -> None:
        """Choose no impact in any dimension."""
        self.choose(())

    def choose(self, judged: Sequence[JudgedImpact]) -> None:
        """Choose these impacts, and none in the other dimensions."""
        impacts = {one.dimension: one.impact for one in judged}
        for key, box in self._boxes.items():
            box.setCurrentIndex(max(box.findData(impacts.get(key)), 0))

    def _clear(self) -> None:
        for field in self._fields:
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._fields.clear()
        self._boxes.clear()

    @Slot()
    def _on_chosen(self) -> None:
        self.changed.emit()

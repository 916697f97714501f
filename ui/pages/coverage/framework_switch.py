"""Turns to another framework where there is no room for the list of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui.models.framework_list import Covered
from ui.widgets.buttons import icon_button
from ui.widgets.tokens import px

LEAST_PX = 200


class FrameworkSwitch(QWidget):
    """A list that drops down, and the way to add more."""

    chosen = Signal(str)
    """Carries the id of a framework."""
    added = Signal()
    """Frameworks are to be chosen from the library."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._box = QComboBox(self)
        self._box.setObjectName("framework_switch")
        self._box.setAccessibleName(self.tr("Framework"))
        self._box.setMinimumWidth(px(LEAST_PX))
        self._box.setMinimumContentsLength(12)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._box.setSizeAdjustPolicy(policy)
        self._add = icon_button(self, "framework_switch_add", "plus", self.tr("Add framework"))
        self._add.setVisible(not read_only)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(self._box)
        row.addWidget(self._add)
        self._box.activated.connect(self._on_activated)
        self._add.clicked.connect(self.added)

    def show_frameworks(self, frameworks: Sequence[Covered], current: str) -> None:
        """Offer these, with the summary of each."""
        self._box.clear()
        for item in frameworks:
            parts = (item.name, item.summary, item.warning)
            self._box.addItem(", ".join(part for part in parts if part), item.framework.id)
        self._box.setCurrentIndex(self._box.findData(current))

    @Slot(int)
    def _on_activated(self, at: int) -> None:
        self.chosen.emit(self._box.itemData(at))

"""Which role plays which part in an activity: a grid of boxes to tick."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Raci, RaciAssignment
from ui.dialogs.record.entries.entry import Entry
from ui.models.record_words import choice_text
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class RaciEntry(Entry):
    """A row for each role, a column for each part."""

    def __init__(self, parent: QWidget, plan: Plan) -> None:
        super().__init__(parent)
        self._given: tuple[RaciAssignment, ...] = ()
        self._boxes: dict[tuple[RecordId, Raci], QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, px(2), 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(0, 1)
        for column, part in enumerate(Raci, 1):
            self._grid.addWidget(label(self, choice_text(part), Role.HINT), 0, column)
        for role in plan.roles.values():
            self._add(role.id, role.name)
        if not plan.roles:
            none = self.tr("No roles yet. Add roles first, then say what they do here.")
            self._grid.addWidget(label(self, none, Role.HINT, wrap=True), 1, 0)

    @property
    @override
    def input(self) -> QWidget:
        return next(iter(self._boxes.values()), self)

    @override
    def name_as(self, key: str, said: str, hint: str = "") -> None:
        self.setObjectName(key)
        self.setAccessibleName(said)
        for (role, part), box in self._boxes.items():
            box.setObjectName(f"{key}_{role}_{part.value}")

    @override
    def show_value(self, value: Any) -> None:
        self._given = value
        chosen = {(item.role, item.part) for item in value}
        for place, box in self._boxes.items():
            box.setChecked(place in chosen)

    @override
    def value(self) -> Any:
        """The assignments in their old order, new ones behind in the order of the roles."""
        chosen = {place for place, box in self._boxes.items() if box.isChecked()}
        old = [item for item in self._given if self._stays(item, chosen)]
        had = {(item.role, item.part) for item in old}
        new = [RaciAssignment(*place) for place in self._boxes if place in chosen - had]
        return (*old, *new)

    def _stays(self, item: RaciAssignment, chosen: set[tuple[RecordId, Raci]]) -> bool:
        place = (item.role, item.part)
        return place in chosen or place not in self._boxes

    def _add(self, role: RecordId, name: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(self, name, wrap=True), row, 0)
        for column, part in enumerate(Raci, 1):
            box = QCheckBox(self)
            box.setAccessibleName(f"{name}: {choice_text(part)}")
            box.toggled.connect(self.edited)
            self._boxes[role, part] = box
            self._grid.addWidget(box, row, column, Qt.AlignmentFlag.AlignCenter)

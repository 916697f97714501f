"""The roles by level, and who carries how much of them."""

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.services.people.load import Load, loads
from ui.bridge.words import counted
from ui.models.cells import Cell
from ui.models.people_order import roles_by_tier
from ui.models.people_rows import load_cells, load_columns, role_cells, role_columns
from ui.pages.people.edits import ORIGIN
from ui.pages.people.inspector import Inspector
from ui.pages.people.role_inspector import RoleInspector
from ui.pages.people.tab import RecordsTab
from ui.pages.people.table import PeopleTable
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

LOADS_PX = 210
BOTH_FROM_PX = 600
"""The height from which there is room for the roles and the loads."""


class RolesTab(RecordsTab):
    """The loads stand below the roles; a click on one leads to the person."""

    KIND: ClassVar[Kind] = Kind.ROLE

    @override
    def make_table(self, parent: QWidget) -> PeopleTable:
        self._loads: dict[RecordId, Load] = {}
        self._low = False
        self._switch = button(parent, "roles_loads", self.tr("Who carries how much"), Look.QUIET)
        self._switch.setCheckable(True)
        self._switch.setChecked(True)
        self._switch.toggled.connect(self._on_switch)
        self._said = label(parent, "", Role.HINT, wrap=True)
        self._said.setObjectName("roles_said")
        words = self.tr("Who carries how much")
        self.loads_table = PeopleTable(parent, "loads_table", words, load_columns(), sorts=False)
        self.loads_table.setMinimumHeight(px(LOADS_PX))
        self._heading = label(parent, words, Role.H2)
        self.loads_table.opened.connect(self._on_person)
        return PeopleTable(parent, "roles_table", self.tr("Roles"), role_columns(), sorts=False)

    @override
    def make_inspector(self, parent: QWidget) -> Inspector:
        return RoleInspector(self.edits, parent)

    @override
    def head(self) -> tuple[QWidget, ...]:
        return (self._said,)

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (self._switch,)

    @override
    def below(self) -> tuple[QWidget, ...]:
        return (self._heading, self.loads_table)

    @override
    def shift(self, key: RecordId, step: int) -> None:
        """Among the roles of the same level, which is how they are shown."""
        plan = self.edits.plan
        tier = plan.roles[key].tier
        level = [role.id for role in plan.roles.values() if role.tier is tier]
        to = level.index(key) + step
        if 0 <= to < len(level):
            label_ = self.tr("Move {0}").format(plan.roles[key].name)
            change = put(plan, plan.roles[key], plan.roles.index(level[to]))
            self.edits.bridge.apply((change,), label_, ORIGIN)

    @override
    def refresh(self) -> None:
        plan = self.edits.plan
        self._loads = loads(plan)
        self.table.show_records(roles_by_tier(plan), self._role)
        self.loads_table.show_records(tuple(self._loads), self._load)
        self.show_state(len(plan.roles))
        self._said.setText(self._summary())

    @override
    def show_state(self, count: int) -> None:
        super().show_state(count)
        some = bool(self._loads)
        self._switch.setVisible(some)
        self._show_tables()

    def _summary(self) -> str:
        plan = self.edits.plan
        without = sum(role.holder not in plan.people for role in plan.roles.values())
        over = sum(load.too_many for load in self._loads.values())
        between = sum(load.between_tiers for load in self._loads.values())
        said = (
            (without, self.tr("1 role has no holder."), self.tr("{n} roles have no holder.")),
            (
                over,
                self.tr("1 person holds too many roles."),
                self.tr("{n} people hold too many roles."),
            ),
            (
                between,
                self.tr("1 person acts on several levels at once."),
                self.tr("{n} people act on several levels at once."),
            ),
        )
        return " ".join(counted(count, one, many) for count, one, many in said if count)

    def _role(self, key: RecordId) -> tuple[Cell, ...]:
        return role_cells(self.edits.plan, key)

    def _load(self, key: RecordId) -> tuple[Cell, ...]:
        most = max(load.total for load in self._loads.values())
        return load_cells(self.edits.plan, self._loads[key], most)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both tables, the roles come first."""
        super().resizeEvent(event)
        low = self.height() < px(BOTH_FROM_PX)
        if low != self._low:
            self._low = low
            self._switch.setChecked(not low)
            self._show_tables()

    @Slot(bool)
    def _on_switch(self, shown: bool) -> None:
        del shown
        self._show_tables()

    def _show_tables(self) -> None:
        shown = bool(self._loads) and self._switch.isChecked()
        for part in self.below():
            part.setVisible(shown)
        self.table.setVisible(bool(self.edits.plan.roles) and not (shown and self._low))

    @Slot()
    def _on_person(self) -> None:
        if self.loads_table.key is not None:
            self.navigate.emit(f"record:{Kind.PERSON.value}:{self.loads_table.key}")

"""Room for the tab that says who answers for what, which is made when it is first turned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.editing import Change
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge

if TYPE_CHECKING:
    from ui.pages.people.raci.tab import RaciTab


class RaciHolder(QWidget):
    """Holds one `RaciTab`."""

    navigate = Signal(str)
    """Carries a target to go to."""

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._desk = bridge, desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._tab: RaciTab | None = None

    @property
    def key(self) -> RecordId | None:
        """The activity the cursor stands in; None while it stands in none."""
        return None if self._tab is None else self._tab.grid.key

    def refresh(self) -> None:
        """Show the plan as it is now."""
        self._made().refresh()

    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        """Bring an activity into view."""
        self._made().reveal(kind, record, field)

    def follow(self, change: Change) -> None:
        """Refresh after a change; an undone one comes into view."""
        self._made().follow(change)

    def begin_filter(self) -> None:
        """Put the keyboard into the words of the filter."""
        self._made().begin_filter()

    def panes(self) -> tuple[QWidget, ...]:
        """The parts F6 moves between."""
        return self._made().panes()

    def _made(self) -> RaciTab:
        if self._tab is None:
            from ui.pages.people.raci.tab import RaciTab

            self._tab = RaciTab(self._bridge, self._desk, self)
            self._tab.navigate.connect(self.navigate)
            self._column.addWidget(self._tab)
            self._tab.show()
            self._column.activate()
        return self._tab

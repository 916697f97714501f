"""The tab that says who answers for what: the grid, its tools, and what is told below it."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.services.editing import Change
from app.services.raci.checking import Fix
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.models.raci_table import RaciModel, Shown
from ui.pages.people.raci.cell_deeds import CellDeeds
from ui.pages.people.raci.cell_menu import CellMenu
from ui.pages.people.raci.edits import RaciEdits
from ui.pages.people.raci.empty import RaciEmpty
from ui.pages.people.raci.grid import RaciGrid
from ui.pages.people.raci.grid_view import ROW_PX
from ui.pages.people.raci.note_bar import NoteBar
from ui.pages.people.raci.row_deeds import RowDeeds
from ui.pages.people.raci.tools import RaciTools
from ui.widgets.banner import announce
from ui.widgets.cards import Card
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

TALL_PX = 540
"""The height from which there is room to tell the keys."""


class RaciTab(QWidget):
    """Keys reach the grid; what they do comes back here and becomes one step of the history."""

    navigate = Signal(str)
    """Carries a target to go to."""

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("raci_tab")
        self._bridge, self._desk = bridge, desk
        read_only = bridge.read_only
        self.edits = RaciEdits(bridge)
        self.model = RaciModel(bridge.plan, self, read_only=read_only)
        self._scroll = ScrollBody(self, "raci_scroll")
        self.card = Card(self._scroll.body)
        self.tools = RaciTools(self.card, read_only=read_only)
        self.grid = RaciGrid(self.model, self.card)
        self.empty = RaciEmpty(self.card, read_only=read_only)
        self.bar = NoteBar(self.card, read_only=read_only)
        self.rows = RowDeeds(bridge, self.edits, self.grid, self)
        self.cells = CellDeeds(bridge, self.edits, self.grid.parts, self)
        self._seen: tuple[Plan, Shown] | None = None
        self._lay_out()
        self._connect()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the plan as it is now; the cursor stays in its activity and its role."""
        plan = self._bridge.plan
        self.tools.offer_roles(plan)
        shown = self.tools.shown
        if self._seen is not None and self._seen[0] is plan and self._seen[1] == shown:
            return
        self._seen = plan, shown
        row, place = self.grid.current.row(), self.model.place(self.grid.current)
        key = self.grid.key
        self.model.refresh(plan, shown)
        self.tools.count(self.model.wanting)
        self.grid.fit()
        if key is not None and self.grid.key != key:
            column = self.model.column_of(place[1]) if place is not None else 0
            still = self.model.row_of(key)
            self.grid.go(min(row, len(self.model.rows) - 1) if still < 0 else still, max(column, 0))
        self._show_state(plan)

    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        """Bring an activity into view, and the role that `field` names if it names one.

        The cursor stays with its role in an activity that has it already.
        """
        del kind
        self.refresh()
        if self.model.row_of(record) < 0 and record in self._bridge.plan.raci:
            self.tools.clear()
        column = max(self.model.column_of(RecordId(field)), 0)
        if not field and self.grid.key == record:
            column = self.grid.current.column()
        self.grid.go(self.model.row_of(record), column, focus=True)
        self._bring()

    def follow(self, change: Change) -> None:
        """Refresh after a change; an undone one comes into view."""
        touched = [one for one in change.changes if one.kind is Kind.RACI]
        at = self.model.row_of(touched[0].id) if touched else -1
        self.refresh()
        if change.origin or not touched:
            return
        shown = next((one.id for one in touched if one.after is not None), None)
        if shown is not None:
            self._show(shown, self._column_of_change(change))
        elif self.model.rows:
            self.grid.go(min(max(at, 0), len(self.model.rows) - 1), 0)

    def begin_filter(self) -> None:
        """Put the keyboard into the words of the filter."""
        self.tools.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.words.selectAll()

    def panes(self) -> tuple[QWidget, ...]:
        """The parts F6 moves between, in reading order."""
        shown = self.empty if self.grid.isHidden() else self.grid
        return (self.tools, shown, self.bar)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.be_short(short=self.height() < px(TALL_PX))
        self._on_moved()

    def _show_state(self, plan: Plan) -> None:
        """The grid and what is told of it, or what stands in their place."""
        some = bool(self.model.rows)
        self.grid.setVisible(some)
        self.bar.setVisible(some)
        self.tools.setVisible(bool(plan.raci))
        self.empty.setVisible(not some)
        self.empty.show_state(filtered=bool(plan.raci), playbooks=bool(plan.steps))
        self._on_moved()

    def _column_of_change(self, change: Change) -> int:
        """The column of the first role whose part changed; 0 when none did."""
        for one in change.changes:
            before = set(getattr(one.before, "assignments", ()))
            after = set(getattr(one.after, "assignments", ()))
            for item in sorted(before ^ after, key=lambda item: self.model.column_of(item.role)):
                if one.before is not None:
                    return max(self.model.column_of(item.role), 0)
        return 0

    @Slot(object)
    def _show(self, key: RecordId, column: int = 0) -> None:
        if self.model.row_of(key) < 0 and key in self._bridge.plan.raci:
            self.tools.clear()
        self.grid.go(self.model.row_of(key), column)
        self._bring()

    def _bring(self) -> None:
        """Scroll to the cell that has the cursor, where the window is too low for the whole."""
        if self.grid.current.isValid():
            at = self._scroll.body.mapFromGlobal(self.grid.cell_centre())
            self._scroll.ensureVisible(at.x(), at.y(), 0, px(ROW_PX))

    def _lay_out(self) -> None:
        for part, stretch in ((self.tools, 0), (self.empty, 1), (self.grid, 1), (self.bar, 0)):
            self.card.body.addWidget(part, stretch)
        self.grid.setMinimumHeight(px(220))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(14), 0, 0)
        self._scroll.content.setContentsMargins(0, 0, 0, 0)
        self._scroll.content.addWidget(self.card)
        column.addWidget(self._scroll)

    def _connect(self) -> None:
        self.tools.filtered.connect(self.refresh)
        self.grid.moved.connect(self._on_moved)
        self.bar.mended.connect(self._on_mend)
        for asking in (self.tools, self.empty, *self.grid.halves):
            asking.asked.connect(self._on_asked)
        for view in self.grid.halves:
            view.menu_wanted.connect(self._on_menu)
        self.rows.wanted.connect(self._show)
        self.rows.told.connect(self._on_told)
        for deeds in (self.rows, self.cells):
            deeds.refused.connect(self._on_refused)

    @Slot()
    def _on_moved(self) -> None:
        self.bar.show_place(self._bridge.plan, self.model, self.grid)
        self.tools.allow(row=self.grid.key is not None)

    @Slot(str)
    def _on_asked(self, deed: str) -> None:
        if deed in ("clear", "add"):
            self.tools.clear()
        if deed == "role":
            self._open_role()
        elif deed != "clear":
            self.rows.do(deed)

    def _open_role(self) -> None:
        place = self.model.place(self.grid.current)
        if place is not None and place[1] in self._bridge.plan.roles:
            self.navigate.emit(f"record:{Kind.ROLE.value}:{place[1]}")

    @Slot(object)
    def _on_mend(self, fix: Fix) -> None:
        if self.edits.mend(fix):
            announce(self, self._bridge.undo_label)

    @Slot(str)
    def _on_told(self, text: str) -> None:
        announce(self, text)

    @Slot(str)
    def _on_refused(self, problem: str) -> None:
        self.bar.say(problem)
        announce(self, problem)

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        parts, read_only = self.grid.current.column() > 0, self._bridge.read_only
        if not self.grid.current.isValid() or (read_only and not parts):
            return
        menu = CellMenu(self, parts=parts, read_only=read_only)
        menu.part_given.connect(self.cells.give)
        menu.asked.connect(self._on_asked)
        menu.popup(at)

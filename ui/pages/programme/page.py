"""The page Programme: what keeps the capability working, table by table."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.clock import today
from app.services.editing import Change
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.bridge.window_state import TableState
from ui.bridge.words import counted
from ui.models.record_names import table_words
from ui.models.record_table.remarks import worst_findings
from ui.pages.page import Page
from ui.pages.programme.asked_for import demands
from ui.pages.programme.figures import figures
from ui.pages.programme.head import TableHead
from ui.pages.programme.table_list import TableList
from ui.pages.programme.tables import programme_tables
from ui.pages.tables.importing import GridImport, attach_import
from ui.pages.tables.record_grid import RecordGrid
from ui.widgets.buttons import button
from ui.widgets.rows import Row
from ui.widgets.tokens import px

LIST_FROM_PX = 760
"""The page's width from which the list of tables stands beside the rows."""


class ProgrammePage(Page):
    """A list of tables, and the one that is open; each is built when it is first gone to."""

    title = str(QT_TRANSLATE_NOOP("Page", "Programme"))
    icon = "target"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("programme_page")
        self._desk = desk
        self._tables = programme_tables()
        self._state = TableState(desk.workshop.paths.state)
        self._grids: dict[Kind, RecordGrid] = {}
        self._imports: dict[Kind, GridImport] = {}
        self._kind = next(iter(self._tables))
        self.list = TableList(self, tuple(self._tables))
        self.head = TableHead(self, tuple(self._tables))
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.go(self._kind)

    @property
    def grid(self) -> RecordGrid:
        """The table that is open."""
        return self._grids[self._kind]

    def go(self, kind: Kind) -> RecordGrid:
        """Open the table of `kind`.

        Raises:
            KeyError: it is no table of the programme.
        """
        table = self._tables[kind]
        self._kind = kind
        if kind not in self._grids:
            self._grids[kind] = self._built(kind, table.columns)
        self._stack.setCurrentWidget(self._grids[kind])
        self.list.show_current(kind)
        self.head.show_table(table)
        self._refresh()
        return self._grids[kind]

    @override
    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        if kind in self._tables:
            grid = self.go(kind)
            if grid.choose(record, field):
                grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def take(self, path: Path) -> None:
        self._imports[self._kind].open(path)

    @override
    def chosen_record(self) -> tuple[Kind, RecordId] | None:
        key = self.grid.key
        return None if key is None else (self._kind, key)

    @override
    def find_field(self) -> QLineEdit:
        return self.grid.bar.field

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.list, self.head, self.grid.bar, self.grid.view)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(LIST_FROM_PX)
        self.list.setVisible(not narrow)
        self.head.set_narrow(narrow=narrow)

    def _built(self, kind: Kind, columns: tuple[str, ...]) -> RecordGrid:
        grid = RecordGrid(self.bridge, kind, self._stack, columns, state=self._state)
        grid.comments.wanted.connect(self.navigate)
        joined = attach_import(grid, self._desk)
        self._imports[kind] = joined
        if kind is Kind.EXERCISE:
            record = button(grid.bar, "programme_record", self.tr("Record\u2026"))
            record.setToolTip(self.tr("Open the chosen one on the page Exercises"))
            record.clicked.connect(self._on_record)
            grid.set_actions(record, joined.button)
        self._stack.addWidget(grid)
        return grid

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(px(28), px(20), px(28), px(20))
        inner.setSpacing(px(12))
        inner.addWidget(self.head)
        inner.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addLayout(inner, 1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.list.chosen.connect(self._on_table)
        self.head.chosen.connect(self._on_table)
        self.head.wanted.connect(self._on_figure)
        self.head.asked.connect(self._on_asked)

    # --- what happens -----------------------------------------------------------------------------

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """What undo takes back on another table is brought into view."""
        if not self.isVisible():
            return
        touched = [kind for kind in self._tables if kind in change.kinds]
        if not change.origin and touched and self._kind not in touched:
            self._show_first(change, touched[0])
        self._refresh()

    def _show_first(self, change: Change, kind: Kind) -> None:
        grid = self.go(kind)
        there = change.ids(kind) & frozenset(self.bridge.plan.table(kind))
        if there:
            grid.choose(min(there))

    @Slot(object)
    def _on_table(self, kind: Kind) -> None:
        self.go(kind)

    @Slot(object)
    def _on_figure(self, keys: tuple[RecordId, ...]) -> None:
        self.grid.choose_all(keys)

    @Slot(str)
    def _on_asked(self, key: str) -> None:
        self.navigate.emit(f"requirement:{key}")

    @Slot()
    def _on_record(self) -> None:
        key = self.grid.key
        self.navigate.emit("exercises" if key is None else f"record:{Kind.EXERCISE.value}:{key}")

    # --- what is said -----------------------------------------------------------------------------

    def _refresh(self) -> None:
        self.list.show_rows([self._row(kind) for kind in self._tables])
        self.head.show_demands(demands(self.bridge.judgement, self._kind))
        day = today(self._desk.workshop.clock)
        self.head.show_figures(figures(self.bridge.plan, self._kind, day))

    def _row(self, kind: Kind) -> Row:
        count = len(self.bridge.plan.table(kind))
        wrong = len(worst_findings(self.bridge.judgement.findings(), kind))
        rows = counted(count, self.tr("1 row"), self.tr("{n} rows"))
        look = counted(wrong, self.tr("1 needs a look"), self.tr("{n} need a look"))
        said = rows if count else self.tr("Nothing yet")
        return Row(
            table_words(kind).many,
            f"{said}, {look}" if wrong else said,
            picture="triangle-alert" if wrong else self._tables[kind].picture,
            tone="warning" if wrong else "text2",
        )

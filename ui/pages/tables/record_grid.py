"""The records of one kind as a table that is sorted, filtered and edited where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.editing import Change
from ui.bridge.session import PlanBridge
from ui.bridge.window_state import TableState
from ui.bridge.words import counted
from ui.dialogs.comments.opener import CommentsOpener
from ui.dialogs.record import RecordEditor
from ui.models.record_names import table_words
from ui.models.record_table import RecordTableModel, columns_of
from ui.pages.tables.column_widths import ColumnWidths
from ui.pages.tables.grid_bar import GridBar
from ui.pages.tables.grid_deeds import GridDeeds
from ui.pages.tables.grid_empty import GridEmpty
from ui.pages.tables.grid_menus import column_menu, row_menu
from ui.pages.tables.row_note import RowNote
from ui.pages.tables.table_view import RecordTableView
from ui.widgets.banner import announce
from ui.widgets.tokens import px


class RecordGrid(QWidget):
    """A bar, the table, and a line that says what is wrong with the chosen row.

    `columns` names the fields that are shown first, in that order; the others can be shown too.
    `state` is where the order and width of columns is kept; without one it is not remembered.
    Only what a change concerns is read again, and nothing while the grid is hidden.
    """

    chosen = Signal(object, object)
    """Carries the `Kind` and the `RecordId` of the current row, or None for the latter."""
    pasted = Signal(str)
    """Carries the text of a table that somebody pasted; see `attach_import`."""

    def __init__(
        self,
        bridge: PlanBridge,
        kind: Kind,
        parent: QWidget,
        columns: Sequence[str] | None = None,
        *,
        state: TableState | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"grid_{kind.value}")
        self.kind = kind
        self.bridge = bridge
        self._said: RecordId | None = None
        self._stale = False
        words = table_words(kind)
        self.bar = GridBar(self, words, read_only=bridge.read_only)
        self.model = RecordTableModel(bridge, kind, columns_of(kind, columns), self)
        self.view = RecordTableView(self.model, f"table_{kind.value}", words.many, self)
        self._widths = ColumnWidths(self.view, self.model, state)
        self.deeds = GridDeeds(bridge, self.view, self.model, self)
        self.note = RowNote(self)
        self.comments = CommentsOpener(bridge, "grid_comments", self, once_said=True)
        self.empty = GridEmpty(self, words, read_only=bridge.read_only)
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def editor(self) -> RecordEditor:
        """The dialogs in which whole records are edited."""
        return self.deeds.editor

    @property
    def key(self) -> RecordId | None:
        """The record of the current row; None when there is none."""
        return self.view.key

    @property
    def keys(self) -> tuple[RecordId, ...]:
        """The records of all chosen rows."""
        return self.view.keys

    def choose(self, key: RecordId, field: str = "") -> bool:
        """Choose a row and bring it into view, past the filter; False when there is no such row."""
        if key not in self.bridge.plan.table(self.kind):
            return False
        if self.model.row_of(key) < 0:
            self.bar.field.clear()
            self.refresh()
        return self.view.choose(key, field)

    def choose_all(self, keys: Sequence[RecordId]) -> None:
        """Choose several rows, past the filter, and bring the first of them into view."""
        if any(self.model.row_of(key) < 0 for key in keys):
            self.bar.field.clear()
        self.view.choose_all(keys)

    def filter(self, text: str) -> None:
        """Show the rows in which every word of `text` occurs."""
        self.bar.field.setText(text)

    def refresh(self) -> None:
        """Read all records again."""
        self._stale = False
        self.model.forget_all()
        self.model.refresh()

    def set_actions(self, *actions: QWidget) -> None:
        """Put buttons of the page into the bar."""
        self.bar.set_actions(*actions)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _lay_out(self) -> None:
        self._body = QStackedWidget(self)
        self._body.addWidget(self.view)
        self._body.addWidget(self.empty)
        framed = QFrame(self)
        framed.setProperty("card", "true")
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(px(2), px(6), px(2), px(6))
        inner.addWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.bar)
        column.addWidget(framed, 1)
        column.addWidget(self.note)
        column.addWidget(self.comments.button, 0, Qt.AlignmentFlag.AlignTrailing)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.bar.filtered.connect(self.model.filter)
        self.bar.asked.connect(self._on_asked)
        self.view.asked.connect(self._on_asked)
        self.view.form_asked.connect(self._on_form_asked)
        self.view.settled.connect(self._on_settled)
        self.model.refilled.connect(self._show_state)
        self.deeds.told.connect(self.note.tell)
        self.deeds.pasted.connect(self.pasted)
        self.editor.placed.connect(self._on_placed)
        self.empty.asked.connect(self._on_empty)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find)

    # --- what happens -----------------------------------------------------------------------------

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self.model.take(change)
        mine = change.ids(self.kind) & frozenset(self.model.keys)
        busy = self.view.cells.editor is not None
        if not change.origin and not busy and mine and self.key not in mine:
            self.view.choose(min(mine, key=self.model.row_of))
        self._show_state()

    @Slot(str)
    def _on_asked(self, name: str) -> None:
        if name == "columns":
            menu = column_menu(self.view, self._widths.chosen)
            menu.popup(self.bar.columns.mapToGlobal(QPoint(0, self.bar.columns.height())))
        elif name == "menu":
            self._show_row_menu()
        else:
            self.deeds.do(name)

    @Slot(object, str)
    def _on_form_asked(self, key: RecordId, field: str) -> None:
        self.editor.edit(self.kind, key, field)

    @Slot(object, object)
    def _on_placed(self, kind: Kind, key: RecordId) -> None:
        if kind is self.kind and self.choose(key):
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_settled(self) -> None:
        self._show_tools()
        key = self.key
        self.comments.show_about(None if key is None else (self.kind, key))
        row = -1 if key is None else self.model.row_of(key)
        self.note.show_finding(self.model.finding(row) if row >= 0 else None)
        if key != self._said:
            self._said = key
            self.chosen.emit(self.kind, key)

    @Slot(str)
    def _on_empty(self, name: str) -> None:
        if name == "clear":
            self.bar.field.clear()
            self.bar.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.deeds.do(name)

    @Slot()
    def _on_find(self) -> None:
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def _show_row_menu(self) -> None:
        menu = row_menu(
            self.view, self.deeds.do, movable=self.model.movable, read_only=self.bridge.read_only
        )
        place = self.view.visualRect(self.view.currentIndex())
        menu.popup(self.view.viewport().mapToGlobal(place.bottomLeft()))

    # --- what is said -----------------------------------------------------------------------------

    @Slot()
    def _show_state(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        self._body.setCurrentWidget(self.view if shown else self.empty)
        self.empty.show_state(filtered=bool(total))
        self.bar.field.setEnabled(bool(total))
        said = self._counted(shown, total)
        if said != self.bar.count.text():
            self.bar.count.setText(said)
            if self.bar.field.hasFocus():
                announce(self, said)
        self._on_settled()

    def _counted(self, shown: int, total: int) -> str:
        if shown != total:
            return self.tr("{0} of {1}").format(f"{shown:,}", f"{total:,}")
        wrong = self.model.wrong
        said = counted(total, self.tr("1 row"), self.tr("{n} rows")) if total else ""
        look = counted(wrong, self.tr("1 needs a look"), self.tr("{n} need a look"))
        return f"{said}, {look}" if wrong else said

    def _show_tools(self) -> None:
        self.bar.show_chosen(len(self.keys), movable=self.model.movable)

"""The directories: the people of the plan, and the parties outside."""

from typing import ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.services.people.directory import Directory, Trait
from ui.bridge.words import counted
from ui.models.cells import Cell
from ui.models.people_order import contacts_sorted
from ui.models.people_rows import (
    Column,
)
from ui.pages.people.filter_bar import FilterBar
from ui.pages.people.tab import RecordsTab
from ui.pages.people.table import PeopleTable
from ui.widgets.buttons import button
from ui.widgets.labels import Role, label


class ContactTab(RecordsTab):
    """Filtered by words and chips, sorted by any column."""

    TRAITS: ClassVar[tuple[Trait, ...]]

    import_wanted = Signal(object)
    """Carries the `Kind` to import."""

    @override
    def make_table(self, parent: QWidget) -> PeopleTable:
        self._directory: Directory | None = None
        self._column, self._descending = -1, False
        columns = self.columns()
        name = self.KIND.value
        table = PeopleTable(parent, f"{name}_table", self.words(), columns, sorts=True)
        self.filter = FilterBar(parent, f"{name}_filter", self.TRAITS)
        self.filter.offer_orders([one.heading for one in columns])
        self._shown = label(parent, "", Role.HINT)
        self._shown.setObjectName(f"{name}_shown")
        self._import = button(parent, f"{name}_import", self.tr("Import\u2026"), picture="upload")
        self._import.clicked.connect(self._on_import)
        self.filter.changed.connect(self._on_filter)
        self.filter.ordered.connect(self._on_order)
        table.sorted_by.connect(self._on_sorted)
        return table

    @override
    def head(self) -> tuple[QWidget, ...]:
        return (self.filter, self._shown)

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (self._import,)

    def columns(self) -> tuple[Column, ...]:
        """The columns of the table."""
        raise NotImplementedError

    def words(self) -> str:
        """What a screen reader calls the table."""
        raise NotImplementedError

    def cells(self, key: RecordId) -> tuple[Cell, ...]:
        """The row of a contact."""
        raise NotImplementedError

    @property
    def directory(self) -> Directory:
        """The contacts of the plan as it is now."""
        known, plan, today = self._directory, self.edits.plan, self.edits.today
        if known is None or known.plan is not plan or known.today != today:
            known = Directory(plan, self.KIND, today, known)
            self._directory = known
        return known

    @override
    def refresh(self) -> None:
        directory = self.directory
        self.filter.show_counts(directory.counts())
        keys = directory.matching(self.filter.wanted)
        if self._column >= 0:
            keys = contacts_sorted(directory, keys, self._column)
            keys = keys[::-1] if self._descending else keys
        self.table.show_records(keys, self.cells)
        total = len(self.edits.plan.table(self.KIND))
        self.show_state(total)
        self._say_shown(len(keys), total)

    @override
    def bring_up(self, key: RecordId) -> None:
        """What the filter hides is shown with everybody else."""
        if not self.table.choose(key) and key in self.edits.plan.table(self.KIND):
            self.filter.clear()
            self.table.choose(key)

    @override
    def choose(self, key: RecordId, field: str = "") -> bool:
        if key in self.edits.plan.table(self.KIND):
            self.refresh()
            self.bring_up(key)
        return super().choose(key, field)

    def _say_shown(self, count: int, total: int) -> None:
        said = counted(count, self.tr("1 of {0} shown"), self.tr("{n} of {0} shown"))
        self._shown.setText(said.format(total))
        self._shown.setVisible(0 < count < total)
        if total and not count:
            self._shown.setText(self.tr("Nobody matches. Clear the words and the chips above."))
            self._shown.setVisible(True)
        for tool in (self.up, self.down):
            tool.setVisible(total > 0 and self._column < 0 and count == total)

    @Slot(object)
    def _on_filter(self, wanted: object) -> None:
        del wanted
        self.refresh()

    @Slot(int)
    def _on_order(self, column: int) -> None:
        self.table.show_sort(column)

    @Slot(int, bool)
    def _on_sorted(self, column: int, descending: bool) -> None:
        self._column, self._descending = column, descending
        self.filter.show_order(column)
        self.refresh()

    @Slot()
    def _on_import(self) -> None:
        self.import_wanted.emit(self.KIND)

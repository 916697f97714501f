"""The people of the plan."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.services.people.directory import Trait
from ui.dialogs.question import QuestionDialog
from ui.dialogs.record.editor import REMOVE
from ui.models.cells import Cell
from ui.models.people_rows import Column, people_columns, person_cells
from ui.models.record_edits import removal
from ui.models.record_names import name_of
from ui.pages.people.contact_inspector import PersonInspector
from ui.pages.people.contact_tab import ContactTab
from ui.pages.people.edits import ORIGIN
from ui.pages.people.inspector import Inspector
from ui.pages.people.removing import removal_text
from ui.pages.people.table import PeopleTable
from ui.widgets.buttons import button

MINUTE_MS = 60_000


class PeopleTab(ContactTab):
    """The people; the time where each of them is moves on by itself."""

    KIND: ClassVar[Kind] = Kind.PERSON
    TRAITS: ClassVar[tuple[Trait, ...]] = tuple(Trait)

    round_wanted = Signal()
    """The contacts are to be checked one by one."""

    @override
    def make_table(self, parent: QWidget) -> PeopleTable:
        table = super().make_table(parent)
        words = self.tr("Verification round\u2026")
        self._round = button(parent, "people_round", words, picture="phone")
        self._round.clicked.connect(self.round_wanted)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()
        return table

    @override
    def make_inspector(self, parent: QWidget) -> Inspector:
        return PersonInspector(self.edits, parent)

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (*super().more_tools(), self._round)

    @override
    def columns(self) -> tuple[Column, ...]:
        return people_columns()

    @override
    def words(self) -> str:
        return self.tr("People")

    @override
    def cells(self, key: RecordId) -> tuple[Cell, ...]:
        return person_cells(self.directory, self.edits.now, key)

    @override
    def take_out(self, key: RecordId) -> None:
        """Say first which roles are left without a holder or a deputy."""
        plan = self.edits.plan
        changes = removal(plan, Kind.PERSON, key)
        said = removal_text(plan, key, changes)
        if not said or self.read_only:
            super().take_out(key)
            return
        name = name_of(plan, Kind.PERSON, key)
        title = self.tr("Remove {0}?").format(name)
        answers = (("keep", self.tr("Cancel")), (REMOVE, self.tr("Remove")))
        self.question = QuestionDialog(self, title, said, answers)
        label_ = self.tr("Remove {0}").format(name)
        self.question.answered.connect(partial(self._on_answer, changes, label_))
        self.question.open()

    def _on_answer(self, changes: ChangeSet, label_: str, answer: str) -> None:
        if answer == REMOVE:
            self.edits.bridge.apply(changes, label_, ORIGIN)

    @override
    def show_state(self, count: int) -> None:
        super().show_state(count)
        self._round.setVisible(count > 0)

    @Slot()
    def _on_minute(self) -> None:
        if self.isVisible():
            self.table.show_records(self.table.records.keys, self.cells)

"""The answers to a decision, each with where it leads."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.playbooks import StepBranch
from app.domain.plan.texts import cleaned
from ui.dialogs.record.entries import Entry
from ui.dialogs.record.entries.choices import ChoiceEntry
from ui.models.record_options import Option
from ui.models.step_branches import ONWARD, way_of
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.tokens import px

Row = tuple[QLineEdit, ChoiceEntry, QToolButton]


class BranchesEntry(Entry):
    """A line for the answer over a list of the places it can lead to, as often as need be.

    Two ways are begun at once: a decision with one answer is none.
    """

    def __init__(self, parent: QWidget, options: Callable[[], Sequence[Option]]) -> None:
        super().__init__(parent)
        self._options = options
        self._key = "branches"
        self.rows: list[Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(4))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(0, 1)
        self._add = button(self, "branches_add", self.tr("Add an answer"), Look.LINK, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(self._grid)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._add.clicked.connect(self._on_add)

    @property
    @override
    def input(self) -> QWidget:
        return self.rows[0][0] if self.rows else self._add

    @override
    def name_as(self, key: str, said: str, hint: str = "") -> None:
        self._key = key
        self.setObjectName(key)
        self.setAccessibleName(said)
        self._add.setAccessibleDescription(hint)
        self._name_rows()

    @override
    def refresh(self) -> None:
        for _, goal, _ in self.rows:
            goal.refresh()

    @override
    def mark(self, *, invalid: bool) -> None:
        """Whatever is entered is kept; the linter tells what is odd about it."""

    @override
    def show_value(self, value: Any) -> None:
        if value == self.value():
            return
        while self.rows:
            self._drop(0)
        for branch in value:
            self._append(branch)
        self._name_rows()

    @override
    def value(self) -> tuple[StepBranch, ...]:
        return tuple(self._branch(*row) for row in self.rows)

    def _branch(self, answer: QLineEdit, goal: ChoiceEntry, _: QToolButton) -> StepBranch:
        to, ends = goal.value()
        return StepBranch(cleaned(answer.text()).strip(), to, ends)

    def _append(self, branch: StepBranch) -> Row:
        answer = QLineEdit(branch.answer, self)
        answer.setPlaceholderText(self.tr("Answer, such as Yes"))
        goal = ChoiceEntry(self, self._options, "", ONWARD)
        goal.show_value(way_of(branch))
        remove = icon_button(self, "branch_remove", "trash-2", self.tr("Remove the answer"))
        remove.setFixedSize(px(28), px(28))
        row = (answer, goal, remove)
        answer.textEdited.connect(self.edited)
        goal.edited.connect(self.edited)
        remove.clicked.connect(partial(self._on_remove, row))
        self.rows.append(row)
        return row

    def _name_rows(self) -> None:
        """Lay the rows out in their order and name them by it."""
        for at, (answer, goal, remove) in enumerate(self.rows):
            self._grid.addWidget(answer, 2 * at, 0)
            self._grid.addWidget(remove, 2 * at, 1)
            self._grid.addWidget(goal, 2 * at + 1, 0, 1, 2)
            answer.setObjectName(f"{self._key}_{at}_answer")
            answer.setAccessibleName(self.tr("Answer {0}").format(at + 1))
            goal.name_as(f"{self._key}_{at}_to", self.tr("Answer {0} leads").format(at + 1))
            remove.setObjectName(f"{self._key}_{at}_remove")
            remove.setAccessibleName(self.tr("Remove answer {0}").format(at + 1))
        chain = [part for row in self.rows for part in (row[0], row[2], row[1].input)]
        for before, after in zip(chain, (*chain[1:], self._add), strict=False):
            QWidget.setTabOrder(before, after)

    def _drop(self, at: int) -> None:
        for part in self.rows.pop(at):
            self._grid.removeWidget(part)
            part.hide()
            part.setParent(None)
            part.deleteLater()

    @Slot()
    def _on_add(self) -> None:
        words = () if self.rows else (self.tr("Yes"), self.tr("No"))
        made = [self._append(StepBranch(answer)) for answer in words or ("",)]
        self._name_rows()
        self.edited.emit()
        made[0][0].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_remove(self, row: Row) -> None:
        at = self.rows.index(row)
        self._drop(at)
        self._name_rows()
        self.edited.emit()
        left = self.rows[min(at, len(self.rows) - 1)][0] if self.rows else self._add
        left.setFocus(Qt.FocusReason.TabFocusReason)
